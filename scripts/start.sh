#!/bin/sh
# Find a Python that is new enough and hand over to setup.py, which does the work on every system.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
for python in python3 python3.14 python3.13 python3.12 python3.11; do
    # Neither needs anything that is installed: -IS leaves it out and halves the time to start.
    if "$python" -ISc 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" -IS "$here/setup.py" "$@"
    fi
done
echo "NeedleLog needs Python 3.11 or newer, and found none. On Debian or Ubuntu, type:" >&2
echo "  sudo apt-get install -y python3 python3-venv" >&2
exit 1
