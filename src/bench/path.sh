#!/usr/bin/env bash
# path.sh FOLDER: what judging the HTML pages of a folder costs beside Jsoup.parse of the same (all of it to stay under
# 5, matching the shipped signatures under 1.5), stage by stage. Needs `mvn test-compile` before.
set -euo pipefail
folder=$(realpath "$1")
cd "$(dirname "$0")/../.."
cp=$(mktemp); trap 'rm -f "$cp"' EXIT
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$cp" -Dmdep.includeScope=test
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
"$java" -cp "target/test-classes:target/classes:$(cat "$cp")" vn.vonggac.visit.PathBenchmark "$folder"
