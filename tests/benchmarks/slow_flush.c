/* Makes every flush to disk take FLUSH_MS longer. Loaded before the C library (LD_PRELOAD); see keystrokes.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_longer(void)
{
    const char *given = getenv("FLUSH_MS");
    long ms = given ? atol(given) : 0;
    struct timespec rest = {ms / 1000, (ms % 1000) * 1000000L};
    if (ms > 0)
        nanosleep(&rest, NULL);
}

static int flushed(const char *name, int file)
{
    int (*flush)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int result = flush(file);
    wait_longer();
    return result;
}

int fsync(int file) { return flushed("fsync", file); }
int fdatasync(int file) { return flushed("fdatasync", file); }
