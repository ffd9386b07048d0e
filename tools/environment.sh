#!/bin/sh
# Makes a virtual environment: environment.sh PYTHON FOLDER
# Debian keeps what a virtual environment needs in a package of its own, installed here where it can be.
set -eu
python=$1
folder=$2

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "roundup needs Python 3.11 or newer; name one with: make PYTHON=python3.12 site" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    echo "Installing python3-venv, without which Debian's Python makes no virtual environments"
    if [ "$(id -u)" -eq 0 ]; then as_root=""; else as_root="sudo"; fi
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends python3-venv
fi
"$python" -m venv "$folder"
