#!/bin/sh
# Checks src/main/resources/org/bindfold/binding/atlas/pairs.tsv, which is typed in. Held: every file is in the folder of structures, is the
# entry it is said to be (where it has a HEADER) and holds the ligand; the gene is on the panel, the accession among the proteins.
# Prints what is wrong. Usage: src/data/check-atlas-pairs.sh PAIRS STRUCTURES GENE_SPANS PROTEINS
set -eu
faults=$(grep -v '^#' "$1" | tail -n +2 | while IFS="$(printf '\t')" read -r drug gene accession structure file ligand ligand_file; do
  wrong() { echo "atlas pairs: $drug $gene $*"; }
  awk -F '\t' -v gene="$gene" '$1 == gene { found = 1 } END { exit !found }' "$3" || wrong "is not on the panel"
  [ "$accession" = - ] || grep -q "^>$accession " "$4" || wrong "names no bundled protein: $accession"
  if [ ! -f "$2/$file" ]; then wrong "has no file $file"; continue; fi
  id=$(awk '/^HEADER/ { print substr($0, 63, 4); exit }' "$2/$file")
  [ "${id:-$structure}" = "$structure" ] || wrong "names $file, which is $id"
  [ "$ligand" = - ] || grep -q "^HETATM.\{11\} *$ligand " "$2/$file" || wrong "has no $ligand in $file"
  [ "$ligand_file" = - ] || [ -f "$2/$ligand_file" ] || wrong "has no file $ligand_file"
  [ "$ligand" != - ] || [ "$ligand_file" != - ] || wrong "has no ligand"
done)
[ -z "$faults" ] || { echo "$faults"; exit 1; }
