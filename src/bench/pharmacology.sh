#!/bin/sh
# Processor time of the whole pharmacology of one variant and one drug. Needs the jar (mvn package).
# JDKs: JAVA_HOMES="/jdk17 /jdk25", else the java on the PATH. Usage: src/bench/pharmacology.sh
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
homes=${JAVA_HOMES:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
[ -e $jar ] || { echo "pharmacology.sh: $jar is missing; run mvn package" >&2; exit 1; }
for home in $homes; do
  "$home/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/== Java \1/p'
  "$home/bin/java" -cp $jar src/bench/PharmacologyBench.java
done
