#!/bin/sh
# Writes the lock files again: exact versions with hashes and no addresses. Needs uv.
set -eu
cd "$(dirname "$0")/.."
lock() {
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --upgrade "$@"
}
printf 'hatchling\neditables\n' >requirements/build.in
lock requirements/build.in --extra cards --extra search --output-file requirements/site.txt
lock requirements/build.in --extra dev --constraint requirements/site.txt --output-file requirements/dev.txt
