#!/bin/sh
# The README's first command as a user starts it, through the launcher with its class archive: this checkout beside another one.
# The two run in turn and change places each round; printed are the median times and the median of the ratios (this / other).
# Both must have been started once before, so that jar and archive are there.
# Usage: src/bench/first.sh OTHER_CHECKOUT [ROUNDS]
set -eu
[ $# -ge 1 ] && [ $# -le 2 ] || { echo "usage: src/bench/first.sh OTHER_CHECKOUT [ROUNDS]" >&2; exit 2; }
other=$(cd "$1" && pwd)
rounds=${2:-25}
this=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

milliseconds() { # checkout
  began=$(date +%s%N)
  (cd "$1" && ./bindfold analyze mutations/cml-relapse.vcf --copy-number mutations/cml-relapse.cns --drug imatinib \
    -o "$work/out" > /dev/null 2>&1)
  echo $((($(date +%s%N) - began) / 1000000))
}
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

for warm in 1 2; do
  milliseconds "$this" > /dev/null
  milliseconds "$other" > /dev/null
done
round=0
while [ "$round" -lt "$rounds" ]; do
  if [ $((round % 2)) -eq 0 ]; then
    a=$(milliseconds "$this")
    b=$(milliseconds "$other")
  else
    b=$(milliseconds "$other")
    a=$(milliseconds "$this")
  fi
  echo "$a $b" >> "$work/times"
  round=$((round + 1))
done
echo "this $(cut -d' ' -f1 "$work/times" | median) ms, other $(cut -d' ' -f2 "$work/times" | median) ms, median of the ratios" \
  "$(awk '{ printf "%.3f\n", $1 / $2 }' "$work/times" | median)"
