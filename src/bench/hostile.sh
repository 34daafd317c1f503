#!/bin/sh
# Every file of the hostile corpus in a process of its own with 256 MB of heap: the exit code against the expected one, and how
# long it took, start-up included. Prints the slowest five and how many took more than two seconds. Needs the jar (mvn package).
# Usage: src/bench/hostile.sh
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
corpus=src/test/resources/hostile
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
grep -v '^#' $corpus/expected.tsv | while IFS="$(printf '\t')" read -r file kind code message; do
  if [ "$kind" = copies ]; then
    set -- mutations/cml-relapse.vcf --copy-number "$corpus/$file"
  else
    set -- "$corpus/$file"
  fi
  start=$(date +%s%N)
  got=0
  java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar $jar analyze "$@" --drug methotrexate --format json \
    --label a -o "$work/out" >"$work/log" 2>&1 || got=$?
  end=$(date +%s%N)
  rm -rf "$work/out"
  grep -q OutOfMemoryError "$work/log" && got=memory
  echo "$(( (end - start) / 1000000 )) $file $got $code"
done >"$work/times"
awk '$3 != $4 { print "exit " $3 " in place of " $4 ": " $2; bad++ }
  $1 > 2000 { slow++ }
  END { printf "%d files, %d with another exit code than expected, %d over 2 s\n", NR, bad, slow }' "$work/times"
sort -rn "$work/times" | head -n 5 | awk '{ printf "%.2f s %s\n", $1 / 1000, $2 }'
