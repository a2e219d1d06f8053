#!/usr/bin/env bash
# queue.sh [INCIDENTS]: how long the queue and its neighbours take to come with so many incidents open (5000), on H2.
set -euo pipefail
"$(dirname "$0")/run" vn.vonggac.web.QueueLoad "${1:-5000}"
