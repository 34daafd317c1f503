#!/bin/sh
# The contact kernel against the same kernel in C, the pocket scan on one core and two, whole-protein
# scans, the time to load a complex, and Vina and PLIP beside them; ratios at the end of each part.
# Needs gcc and the jar (mvn package); Vina and PLIP as vina.sh says. JDKs: JAVA_HOMES="/jdk17 /jdk25",
# else the java on the PATH. PARTS="kernel pocket whole load vina" chooses some. About seven minutes for
# each JDK. Usage: src/bench/kernel.sh [REFERENCE] (a folder with 1IEP.pdb, 1U72.pdb, 5MO4.pdb and
# 3UE4.pdb; without it what needs them is left out)
set -eu
cd "$(dirname "$0")/../.."
reference=${1:-../shared/structures/reference}
jar=target/bindfold-all.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
homes=${JAVA_HOMES:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
[ -e $jar ] || { echo "kernel.sh: $jar is missing; run mvn package" >&2; exit 1; }

part() { case " ${PARTS:-kernel pocket whole load vina} " in *" $1 "*) ;; *) return 1 ;; esac; }

version() { "$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/Java \1/p'; }

if part kernel; then
echo "== kernel: 40 x 768 atoms, another pose at each call, thousand million pairs a second, one core"
gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 -o "$work/kernel" src/bench/kernel.c -lm
mvn -q -B -ntp -Pjmh process-test-classes
classes=target/test-classes:target/classes:$(cat target/jmh.classpath)
for home in $homes; do
  # Side by side in turn, since a shared machine changes its pace; the best round of each side.
  for _ in 1 2 3; do
    "$work/kernel" 3 | grep -v energy >> "$work/c"
    "$home/bin/java" -cp "$classes" org.openjdk.jmh.Main KernelBenchmark -prof gc >> "$work/jmh" 2> /dev/null
  done
  best_c() { awk -v n="$1" 'n ~ $1 { if ($2 > m) m = $2 } END { print m }' "$work/c"; }
  best_java() { # benchmark
    awk -v n="$1" '/^# Benchmark:/ { on = $3 ~ n "$" } on && /^Iteration/ { if (!m || $3 < m) m = $3 } END { print 1 / m }' "$work/jmh"
  }
  bytes=$(sed -n 's/^KernelBenchmark.energy:.*gc.alloc.rate.norm *avgt *[0-9]* *//p' "$work/jmh" | tail -1)
  awk -v h="$(version "$home")" -v j="$(best_java energy)" -v cells="$(best_java throughCells)" \
    -v g="$(best_c 'even coordinate')" -v two="$(best_c two_passes)" -v f="$(best_c formula)" -v b="$bytes" 'BEGIN {
    printf "%s: %.2f; C, table with gather: %.2f; C, table without: %.2f; C, formula: %.2f\n", h, j, g, two, f
    printf "%s / C: %.2f with gather, %.2f without, %.2f formula; allocated per pair: %s\n", h, j / g, j / two, j / f, b
    printf "%s through cells, as a scan does: %.2f considered\n", h, cells }'
  rm "$work/c" "$work/jmh"
done
fi

scan() { # java file ligand angstrom [threads]
  java=$1
  shift
  "$java" -XX:+UseSerialGC -cp $jar src/bench/ScanBench.java "$@"
}

if part pocket; then
echo "== saturation scan of the pocket within 12 angstrom, bundled 1IEP, once loaded"
pocket="structures/1IEP.pdb structures/1IEP_STI.sdf 12"
for home in $homes; do
  version "$home"
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
fi

if part whole && [ -e "$reference/1IEP.pdb" ]; then
  echo "== whole protein, every residue of every chain, one thread, CPU time, the proteins in turn"
  for home in $homes; do
    version "$home"
    scan "$home/bin/java" whole "$reference/1IEP.pdb:STI" "$reference/1U72.pdb:MTX" "$reference/5MO4.pdb:NIL" "$reference/3UE4.pdb:DB8"
  done
fi

if part load; then
echo "== from the start of main in a cold JVM to a complex that is ready, class archive or AOT cache, milliseconds of 15 starts"
javac -cp $jar -d "$work/load" src/bench/LoadBench.java
jar --create --file "$work/load.jar" -C "$work/load" .
load() { # java name arguments...
  java=$1
  name=$2
  shift 2
  flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -cp $jar:$work/load.jar"
  # As the launcher does: an AOT cache from Java 25 on.
  to=-XX:ArchiveClassesAtExit from=-XX:SharedArchiveFile
  case $("$java" -version 2>&1 | sed -n '1s/[^"]*"\([0-9]*\).*/\1/p') in
    2[5-9] | [3-9]?) to=-XX:AOTCacheOutput from=-XX:AOTCache ;;
  esac
  rm -f "$work/$name.jsa"
  "$java" $flags $to="$work/$name.jsa" LoadBench "$@" > /dev/null 2>&1
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    "$java" $flags $from="$work/$name.jsa" LoadBench "$@"
  done | sort -n | awk -v n="$name" '{ v[NR] = $1 } END { printf "%s: median %.0f, least %.0f\n", n, v[int((NR + 1) / 2)], v[1] }'
}
for home in $homes; do
  version "$home"
  load "$home/bin/java" bundled-imatinib bundled imatinib
  load "$home/bin/java" biojava-alone-on-the-same-file biojava structures/1IEP.pdb
  if [ -e "$reference/1IEP.pdb" ]; then
    load "$home/bin/java" entry-1IEP file "$reference/1IEP.pdb" STI
    load "$home/bin/java" biojava-alone-on-1IEP biojava "$reference/1IEP.pdb"
  fi
done
fi

if part vina; then
if command -v vina > /dev/null; then
  src/bench/vina.sh
else
  echo "== vina is not installed: its part is left out"
fi
fi
