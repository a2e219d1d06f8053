#!/usr/bin/env bash
# fetch.sh: what an exchange costs beside a bare GET of the same page with the same library, and how many hosts at
# once it serves. Prints JMH's table, the ratio of CPU times (to stay under 1.35) and exchanges a second (over 3,000
# in a heap of 300 MB).
set -euo pipefail
run="$(dirname "$0")/run"
"$run" org.openjdk.jmh.Main FetcherBenchmark -f 1 -wi 3 -w 2 -i 5 -r 2
"$run" -Xmx300m vn.vonggac.fetch.FetcherLoad 10
