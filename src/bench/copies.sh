#!/usr/bin/env bash
# copies.sh [HISTORIES [COPIES [SECONDS]]]: what a store of many small copies costs to write, read, sweep and back up,
# and what a kept version of the pages in a folder of histories takes. The figures on record: src/changes/copies.tsv.
set -euo pipefail
histories=${1:-} copies=${2:-1000000} seconds=${3:-3600}
run="$(dirname "$0")/run"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
printf 'figure\tvalue\n'
[ -z "$histories" ] || "$run" vn.vonggac.page.CopiesLoad packing "$(realpath "$histories")"
"$run" -Xmx1g vn.vonggac.page.CopiesLoad store "$work/copies" "$copies" "$seconds"
start=$(date +%s%N)
tar -C "$work" -cf "$work/backup.tar" copies
printf 'milliseconds to back up\t%d\n' "$((($(date +%s%N) - start) / 1000000))"
