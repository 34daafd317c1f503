#!/bin/sh
# One analysis of the bundled example by this build beside another build of it: warm, through the library, on one core where
# taskset is there; and as the first command, a whole process of its own. The builds run in turn, since a shared machine changes
# its pace, and each round gives a ratio (this / other). Needs the jar (mvn package). Most of a minute a round.
# Usage: src/bench/analyze.sh OTHER_JAR [ROUNDS]; CORE=N for another core than 0, JAVA for another java
set -eu
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "usage: src/bench/analyze.sh OTHER_JAR [ROUNDS]" >&2; exit 2; }
other=$(readlink -f "$1")
rounds=${2:-7}
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
for needed in $jar "$other"; do
  [ -e "$needed" ] || { echo "analyze.sh: $needed is missing; run mvn package" >&2; exit 1; }
done
java=${JAVA:-java}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
variants=mutations/cml-relapse.vcf
copies=mutations/cml-relapse.cns
drug=imatinib
pin=
if command -v taskset > /dev/null; then
  pin="taskset -c ${CORE:-0}"
fi

jar_of() { if [ "$1" = this ]; then echo $jar; else echo "$other"; fi; }

warm() { # build; prints wall and processor time for the drug, and for all drugs
  # shellcheck disable=SC2086
  $pin "$java" -cp "$(jar_of "$1"):$work/$1" AnalyzeBench $variants $copies $drug
}

children_ms() { # processor time of all processes that have ended
  times > "$work/times"
  awk 'NR == 2 { for (i = 1; i <= 2; i++) { split($i, t, /[ms]/); s += 60 * t[1] + t[2] } print int(1000 * s) }' "$work/times"
}

first() { # build; leaves wall and processor time of the first command in a file
  # Not in a subshell: its own times are asked for.
  from=$(jar_of "$1")
  children_ms > "$work/before"
  start=$(date +%s%N)
  "$java" -jar "$from" analyze $variants --copy-number $copies --drug $drug -o "$work/out" > /dev/null 2>&1
  end=$(date +%s%N)
  children_ms > "$work/after"
  rm -rf "$work/out"
  echo "$(((end - start) / 1000000)) $(($(cat "$work/after") - $(cat "$work/before")))" > "$work/first-$1"
}

for build in this other; do
  mkdir "$work/$build"
  javac -cp "$(jar_of $build)" -d "$work/$build" src/bench/AnalyzeBench.java
done
round=1
while [ "$round" -le "$rounds" ]; do
  if [ $((round % 2)) = 1 ]; then order="this other"; else order="other this"; fi
  for build in $order; do
    warm $build > "$work/warm-$build"
  done
  for build in $order; do
    first $build
  done
  for build in this other; do
    cut -d ' ' -f 1-4 "$work/warm-$build" | tr '\n' ' '
    cat "$work/first-$build"
  done | paste - - | tee -a "$work/rounds" | awk -v r="$round" '{
    print "round " r ", milliseconds of wall and processor time, this and other build:"
    printf "  warm, one drug %s %s, %s %s; all drugs %s %s, %s %s; first command %s %s, %s %s\n",
      $1, $2, $7, $8, $3, $4, $9, $10, $5, $6, $11, $12 }'
  round=$((round + 1))
done

median() { sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'; }

column=1
for what in "warm, one drug, wall" "warm, one drug, processor" "warm, all drugs, wall" "warm, all drugs, processor" \
  "first command, wall" "first command, processor"; do
  this=$(awk -v c=$column '{ print $c }' "$work/rounds" | median)
  that=$(awk -v c=$((column + 6)) '{ print $c }' "$work/rounds" | median)
  ratio=$(awk -v c=$column '{ print $c / $(c + 6) }' "$work/rounds" | median)
  printf '%s: this %s ms, other %s ms, median of the ratios %.3f\n' "$what" "$this" "$that" "$ratio"
  column=$((column + 1))
done
