#!/bin/sh
# Checks structures/catalog.tsv, which is typed in: each file beside it has the SHA-256 that the catalog says, is byte for byte one of the
# files that may be passed on, and holds the chain and the ligand; a complex as read stands beside it.
# Prints what is wrong. Usage: src/data/check-structures.sh CATALOG SOURCES (folder of the files as they were taken from their packages)
set -eu
folder=$(dirname "$1")
# A tab is white space to read, which would close up empty cells.
faults=$(grep -v '^#' "$1" | tail -n +2 | tr '\t' '|' |
  while IFS='|' read -r id target accession chain ligand drug stands_in organism structure sha ligand_file ligand_sha rest; do
    wrong() { echo "structures: $id $*"; }
    same() {
      [ "$(sha256sum < "$folder/$1" | cut -d ' ' -f 1)" = "$2" ] || wrong "$1 has another SHA-256"
      for source in "$3"/*; do cmp -s "$source" "$folder/$1" && return; done
      wrong "$1 is none of the files in $3"
    }
    same "$structure" "$sha" "$2"
    [ -z "$ligand_file" ] || same "$ligand_file" "$ligand_sha" "$2"
    grep -q "^ATOM.\{17\}$chain" "$folder/$structure" || wrong "has no chain $chain"
    [ -n "$ligand_file" ] || grep -q "^HETATM.\{11\} *$ligand " "$folder/$structure" || wrong "has no $ligand"
    [ -f "$folder/$id.tsv" ] || wrong "has no $id.tsv"
  done)
[ -z "$faults" ] || { echo "$faults"; exit 1; }
