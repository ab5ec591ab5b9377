#!/bin/sh
# Installs the few system packages Qt and Python's venv need on Debian and Ubuntu, where they are missing.
set -eu
python="${1:-python3}"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }

missing=""
"$python" -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
has() { "$python" -c "import ctypes, sys; ctypes.CDLL(sys.argv[1])" "$1" 2>/dev/null; }
has libEGL.so.1 || missing="$missing libegl1"
has libGL.so.1 || missing="$missing libgl1"
has libxkbcommon.so.0 || missing="$missing libxkbcommon0"
has libfontconfig.so.1 || missing="$missing libfontconfig1"
has libdbus-1.so.3 || missing="$missing libdbus-1-3"
has libglib-2.0.so.0 || missing="$missing libglib2.0-0"
if [ -n "${DISPLAY:-}" ]; then
    has libxcb-cursor.so.0 || missing="$missing libxcb-cursor0"
    has libxkbcommon-x11.so.0 || missing="$missing libxkbcommon-x11-0"
    has libxcb-icccm.so.4 || missing="$missing libxcb-icccm4"
    has libxcb-image.so.0 || missing="$missing libxcb-image0"
    has libxcb-keysyms.so.1 || missing="$missing libxcb-keysyms1"
    has libxcb-render-util.so.0 || missing="$missing libxcb-render-util0"
fi
[ -z "$missing" ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Please install what these Debian packages hold, then try again:$missing"
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Please run as root: apt-get install$missing"; exit 1; }
    as_root="sudo"
fi
echo "Installing system packages:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
