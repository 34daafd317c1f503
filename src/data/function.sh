#!/bin/sh
# Makes src/main/resources/org/bindfold/affinity/function.tsv: the probability of selection without a loss in the pocket, fitted with
# `bindfold calibrate`, which takes the calibration that ships. About two minutes.
# Usage: src/data/function.sh SCREEN STRUCTURES (drug, snv, protein_change, consequence, adjusted_lfc, class; DRUG.pdb and DRUG.sdf)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Changes outside the coordinates are skipped, as the source says.
"$(dirname "$0")/../../bindfold" calibrate --screen "$1" --structures "$2" --numbering uniprot:P00519 --allow-skipped --fit-version 3 \
  --source 'saturation prime-editing screen of ABL1 exons 4 to 9 in K562 under imatinib and nilotinib, missense changes with coordinates.' \
  -o "$work" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cat "$work/function.tsv"
