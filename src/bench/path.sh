#!/usr/bin/env bash
# path.sh FOLDER: what judging the HTML pages of a folder costs beside Jsoup.parse of the same (all of it to stay under
# 5, matching the shipped signatures under 1.5), stage by stage.
set -euo pipefail
"$(dirname "$0")/run" vn.vonggac.visit.PathBenchmark "$(realpath "$1")"
