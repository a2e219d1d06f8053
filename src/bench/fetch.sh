#!/usr/bin/env bash
# fetch.sh: what an exchange costs beside a bare GET of the same page with the same library, and how many hosts at
# once it serves. Prints JMH's table, the ratio of CPU times (to stay under 1.35) and exchanges a second (over 3,000
# in a heap of 300 MB). Needs `mvn test-compile` before.
set -euo pipefail
cd "$(dirname "$0")/../.."
cp=$(mktemp); trap 'rm -f "$cp"' EXIT
mvn -o -q dependency:build-classpath -Dmdep.outputFile="$cp" -Dmdep.includeScope=test
java=${JAVA_HOME:-/usr/lib/jvm/temurin-25-jdk-amd64}/bin/java
path="target/test-classes:target/classes:$(cat "$cp")"
"$java" -cp "$path" org.openjdk.jmh.Main FetcherBenchmark -f 1 -wi 3 -w 2 -i 5 -r 2
"$java" -Xmx300m -cp "$path" vn.vonggac.fetch.FetcherLoad 10
