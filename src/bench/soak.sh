#!/usr/bin/env bash
# soak.sh [MINUTES]: the simulated province, with a portal for everything that the hostile origin of the tests can do,
# for so many minutes (3). Prints what is held and found as it goes; fails on what grows after collection (heap, threads,
# open files, connections, temporary files), a portal late, an attack missed, a false incident, an unexplained error. On
# record: src/changes/soak.tsv.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
temporary=$(mktemp -d); trap 'rm -rf "$temporary"' EXIT
"$here/run" -Xmx512m -Djava.io.tmpdir="$temporary" -Dlogback.configurationFile=logback.xml \
  --enable-native-access=ALL-UNNAMED vn.vonggac.demo.Soak "${1:-3}"
