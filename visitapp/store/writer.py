"""The one thread that writes. Callers never wait for a disk; "saved" is said only after the commit returned."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Protocol

from sqlmodel import Session

from visitapp.domain.evidence import Draft
from visitapp.errors import StorageError
from visitapp.store.drafts import draft_id, save_draft

_RETRY_SECONDS = 2.0
_LETTER_SECONDS, _ACT_SECONDS = 0.006, 0.016
"""How long new work waits, a letter and an act, for the window to draw it first: two threads of one interpreter hold
each other up."""
_LONGEST_SECONDS = 0.2
"""However quickly more comes, what came so long ago is written."""


class Transactions(Protocol):
    """What the writer needs of a database."""

    def transaction(self) -> AbstractContextManager[Session]:
        """Give a session that commits when its block ends whole."""
        ...


class Listener(Protocol):
    """Is told, on the writer's thread, what became of the work."""

    def saved(self, at: datetime) -> None:
        """Everything handed over before is committed."""

    def save_failed(self, sentence: str) -> None:
        """A commit was refused; the work is kept and will be tried again."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work for one transaction, and who is told of its result once it is committed."""

    work: Callable[[Session], Any]
    done: Callable[[Any], None] | None = None


class Writer:
    """Commits jobs in the order they came, each in a transaction of its own, and the newest draft of each box."""

    def __init__(self, database: Transactions, listener: Listener) -> None:
        """Start the thread; it ends with `stop`."""
        self._database = database
        self._listener = listener
        self._jobs: deque[Job] = deque()
        self._drafts: dict[str, Draft] = {}
        self._forgotten: set[str] = set()
        self._busy = False
        self._stopping = False
        self._awaited = False
        self._waiting_since = self._newest_at = 0.0
        self._fault: BaseException | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Session], Any], done: Callable[[Any], None] | None = None) -> None:
        """Queue work for its own transaction; `done` gets its result, on the writer's thread, once committed."""
        with self._changed:
            self._expect()
            self._jobs.append(Job(work, done))
            self._changed.notify_all()

    def keep_draft(self, draft: Draft) -> None:
        """Take what now stands in a box; only the newest of each box is committed."""
        with self._changed:
            self._expect()
            self._drafts[draft_id(draft.visit_id, draft.box)] = draft
            self._changed.notify_all()

    def forget_draft(self, visit_id: str, box: str) -> None:
        """Leave a draft that was taken but not yet committed; the caller's own job removes the kept one."""
        with self._changed:
            self._drafts.pop(draft_id(visit_id, box), None)
            self._forgotten.add(draft_id(visit_id, box))

    def flush(self, seconds: float = 10.0) -> bool:
        """Wait until all is committed; return whether it is. Never for the window while somebody types."""
        with self._changed:
            self._awaited = True
            self._changed.notify_all()
            whole = self._changed.wait_for(self._idle, seconds) and self._fault is None
            self._awaited = False
            return whole

    def stop(self, seconds: float = 10.0) -> bool:
        """Commit what is left, end the thread, and return whether everything was committed."""
        whole = self.flush(seconds)
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(seconds)
        if self._fault is not None:
            raise self._fault
        return whole

    def _idle(self) -> bool:
        return self._fault is not None or not (self._jobs or self._drafts or self._busy)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work)
                while not self._is_awaited() and (pause := self._left_to_wait()) > 0:
                    self._changed.wait(pause)
                if self._stopping:
                    return
                drafts, job = self._take()
            self._attempt(drafts, job)

    def _has_work(self) -> bool:
        return bool(self._jobs or self._drafts or self._stopping)

    def _expect(self) -> None:
        """Note when work came, and when the oldest that is not yet taken did."""
        self._newest_at = monotonic()
        if not self._has_work():
            self._waiting_since = self._newest_at

    def _left_to_wait(self) -> float:
        """Return for how many seconds more the window goes first."""
        drawn = self._newest_at + (_ACT_SECONDS if self._jobs else _LETTER_SECONDS)
        return min(drawn, self._waiting_since + _LONGEST_SECONDS) - monotonic()

    def _is_awaited(self) -> bool:
        return self._awaited or self._stopping

    def _take(self) -> tuple[dict[str, Draft], Job | None]:
        """Take the next job, and the drafts only with the last one: a job may drop what stood in a box before it."""
        self._busy = True
        self._forgotten.clear()
        job = self._jobs.popleft() if self._jobs else None
        drafts: dict[str, Draft] = {}
        if not self._jobs:
            drafts, self._drafts = self._drafts, {}
        return drafts, job

    def _attempt(self, drafts: dict[str, Draft], job: Job | None) -> None:
        try:
            result = self._commit(drafts, job)
        except StorageError as error:
            self._put_back(drafts, job, str(error))
        except BaseException as error:
            self._give_up(error)
            raise
        else:
            self._report(job, result)

    def _commit(self, drafts: dict[str, Draft], job: Job | None) -> Any:  # noqa: ANN401
        now = datetime.now(UTC)
        with self._database.transaction() as session:
            result = job.work(session) if job else None
            for draft in drafts.values():
                save_draft(session, draft, now)
            return result

    def _put_back(self, drafts: dict[str, Draft], job: Job | None, sentence: str) -> None:
        self._listener.save_failed(sentence)
        with self._changed:
            kept = {key: draft for key, draft in drafts.items() if key not in self._forgotten}
            self._drafts = {**kept, **self._drafts}
            if job:
                self._jobs.appendleft(job)
            self._busy = False
            self._changed.wait_for(lambda: self._stopping, _RETRY_SECONDS)

    def _give_up(self, error: BaseException) -> None:
        self._listener.save_failed("What you typed is still on the screen, but it could not be saved. Copy it now.")
        with self._changed:
            self._fault = error
            self._busy = False
            self._changed.notify_all()

    def _report(self, job: Job | None, result: Any) -> None:  # noqa: ANN401
        if job and job.done:
            job.done(result)
        with self._changed:
            self._busy = False
            idle, now = self._idle(), datetime.now(UTC)
            self._changed.notify_all()
        if idle:
            self._listener.saved(now)
