#!/bin/sh
# The contact kernel against the same kernel in C, the pocket scan on one core and two, whole-protein
# scans, the time to load a complex, and Vina and PLIP beside them; ratios at the end of each part.
# Needs gcc and the jar (mvn package); Vina and PLIP as vina.sh says. JDKs: JAVA_HOMES="/jdk17 /jdk25",
# else the java on the PATH. Usage: src/bench/kernel.sh [REFERENCE] (a folder with 1IEP.pdb, 1U72.pdb,
# 5MO4.pdb and 3UE4.pdb; without it those parts are left out)
set -eu
cd "$(dirname "$0")/../.."
reference=${1:-../shared/structures/reference}
jar=target/bindfold-all.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
homes=${JAVA_HOMES:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
[ -e $jar ] || { echo "kernel.sh: $jar is missing; run mvn package" >&2; exit 1; }

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "== kernel: 40 x 768 atoms, another pose at each call, thousand million pairs a second, one core"
gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 -o "$work/kernel" src/bench/kernel.c -lm
mvn -q -B -ntp -Pjmh process-test-classes
classes=target/test-classes:target/classes:$(cat target/jmh.classpath)
for home in $homes; do
  # C before and after, so that a machine that changes its pace is seen
  "$work/kernel" 3 | grep -v energy > "$work/c1"
  "$home/bin/java" -cp "$classes" org.openjdk.jmh.Main KernelBenchmark -f 3 -prof gc > "$work/jmh"
  "$work/kernel" 3 | grep -v energy > "$work/c2"
  c=$(cat "$work/c1" "$work/c2" | awk '{ if ($2 > m) m = $2 } END { print m }')
  # the best round on both sides, since the machine may be shared; the mean beside it
  best=$(awk '/^Iteration/ { if (!m || $3 < m) m = $3 } END { print m }' "$work/jmh")
  mean=$(awk '/KernelBenchmark.energy +avgt/ { print $4 }' "$work/jmh")
  bytes=$(sed -n 's/^KernelBenchmark.*gc.alloc.rate.norm *avgt *[0-9]* *//p' "$work/jmh")
  cat "$work/c1" "$work/c2" | sed 's/^/C, table of /'
  version=$("$home/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')
  awk -v h="$version" -v best="$best" -v mean="$mean" -v c="$c" -v b="$bytes" 'BEGIN {
    printf "Java %s: best %.3f, mean %.3f; ratio of the best to the best of C %.2f; allocated per pair %s\n", h, 1 / best, 1 / mean, 1 / best / c, b }'
done

echo "== saturation scan of the pocket within 12 angstrom, bundled 1IEP, once loaded"
scan() { # java file ligand angstrom [threads]
  java=$1
  shift
  "$java" -XX:+UseSerialGC -cp $jar src/bench/ScanBench.java "$@"
}
pocket="structures/1IEP.pdb structures/1IEP_STI.sdf 12"
for home in $homes; do
  scan "$home/bin/java" $pocket | sed 's/^/one core, CPU time: /'
  for threads in 1 2; do
    scan "$home/bin/java" $pocket $threads | tee "$work/scan$threads" | sed "s/^/$threads thread(s), wall time: /"
  done
  awk 'NR == FNR { one = $2; next } { printf "two threads / one: %.2f times as many\n", one / $2 }' "$work/scan1" "$work/scan2"
  # What the machine gives to two programs that share nothing.
  scan "$home/bin/java" $pocket 1 > "$work/scan2" &
  scan "$home/bin/java" $pocket 1 > "$work/scan3"
  wait
  cat "$work/scan1" "$work/scan2" "$work/scan3" |
    awk '{ v[NR] = $2 } END { printf "two processes / one: %.2f times as many\n", v[1] / v[2] + v[1] / v[3] }'
done

if [ -e "$reference/1IEP.pdb" ]; then
  echo "== whole protein, every residue of every chain, one thread"
  for entry in 1IEP:STI 1U72:MTX 5MO4:NIL 3UE4:DB8; do
    scan java "$reference/${entry%:*}.pdb" "@${entry#*:}" all
  done | tee "$work/whole"
  awk '{ if (!l || $2 < l) l = $2; if ($2 > h) h = $2 } END { printf "most / least: %.2f\n", h / l }' "$work/whole"
fi

echo "== from the start of a cold JVM to a complex that is ready, class archive, milliseconds, median of 9"
javac -cp $jar -d "$work/load" src/bench/LoadBench.java
jar --create --file "$work/load.jar" -C "$work/load" .
load() { # name arguments...
  name=$1
  shift
  flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -cp $jar:$work/load.jar"
  java $flags -XX:ArchiveClassesAtExit="$work/$name.jsa" LoadBench "$@" > /dev/null 2>&1
  for _ in 1 2 3 4 5 6 7 8 9; do
    java $flags -XX:SharedArchiveFile="$work/$name.jsa" LoadBench "$@"
  done | awk '{ print $1 }' | median | sed "s|^|$name: |"
}
load bundled-imatinib bundled imatinib
load biojava-alone-on-the-same-file biojava structures/1IEP.pdb
if [ -e "$reference/1IEP.pdb" ]; then
  load entry-1IEP file "$reference/1IEP.pdb" STI
  load biojava-alone-on-1IEP biojava "$reference/1IEP.pdb"
fi

if command -v vina > /dev/null; then
  src/bench/vina.sh
else
  echo "== vina is not installed: its part is left out"
fi
