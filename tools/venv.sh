#!/usr/bin/env bash
# tools/venv.sh FOLDER: a virtual environment with the first Python of 3.11 or later that is found (or with $PYTHON).
set -eu

wanted='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
    if "$python" -c "$wanted" >/dev/null 2>&1; then
        echo "making $1 with $("$python" --version)"
        exec "$python" -m venv --clear "$1"
    fi
done
echo 'The dashboard needs Python 3.11 or later with its venv module (Debian: python3 and python3-venv); none was found.' >&2
exit 1
