#!/bin/sh
# Makes src/main/resources/org/bindfold/binding/atlas/DRUG-GENE.tsv.gz, one table of the atlas, with `bindfold atlas build`.
# About ten seconds. Usage: src/data/atlas.sh DRUG-GENE PAIRS STRUCTURES (the folder has the files that PAIRS names)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/structures"
# Only this pair's files are put there, so that only its table is built.
awk -F '\t' -v name="$1" '$1 "-" $2 == name { print $5; if ($7 != "-") print $7 }' "$2" | while read -r file; do
  cp "$3/$file" "$work/structures"
done
status=0
"$(dirname "$0")/../../bindfold" atlas build --structures "$work/structures" -o "$work/atlas" > "$work/log" 2>&1 || status=$?
# 4 says that there is no structure of the other pairs.
[ $status -eq 4 ] || [ $status -eq 0 ] || { cat "$work/log" >&2; exit $status; }
cat "$work/atlas/$1.tsv.gz"
