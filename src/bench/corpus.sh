#!/usr/bin/env bash
# corpus.sh [VERSIONS [CHOICES]]: what an index of so many generated page versions costs to feed, to search and on disk,
# and, of CHOICES versions, what each merge policy and compression costs. On record: src/changes/corpus.tsv.
set -euo pipefail
versions=${1:-100000} choices=${2:-20000}
run="$(dirname "$0")/run"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
printf 'figure\tvalue\n'
[ "$choices" -eq 0 ] || "$run" -Xmx1g vn.vonggac.corpus.CorpusLoad choose "$work/choose" "$choices"
"$run" -Xmx1g vn.vonggac.corpus.CorpusLoad load "$work/corpus" "$versions"
