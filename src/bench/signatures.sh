#!/usr/bin/env bash
# signatures.sh FOLDER: how many pages of 3,000 words one core matches against 2,000 signatures (to stay over 250 a
# second), by presearcher; words and phrases are those of the texts in a folder.
set -euo pipefail
"$(dirname "$0")/run" vn.vonggac.signature.SignatureBenchmark "$(realpath "$1")"
