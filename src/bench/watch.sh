#!/usr/bin/env bash
# watch.sh [PORTALS [MINUTES [RHYTHM [PAGES [h2|postgresql [HANGING]]]]]]: what watching so many portals costs on this
# machine (3000 portals for 30 minutes, home pages every 5m, 100 other pages each), with an origin in the same process
# that is not counted, on the embedded database or on a PostgreSQL of its own, whose processor time counts. HANGING of a
# hundred portals take every request and answer none (0): how long the others wait is told apart.
# The figures on record: src/changes/watch.tsv.
set -euo pipefail
"$(dirname "$0")/run" -Xmx2g --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector \
  vn.vonggac.watch.WatchLoad "${1:-3000}" "${2:-30}" "${3:-5m}" "${4:-100}" "${5:-h2}" "${6:-0}"
