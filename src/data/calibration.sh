#!/bin/sh
# Makes src/main/resources/org/bindfold/affinity/calibration.tsv: from the model's terms to kcal/mol, fitted with `bindfold calibrate`.
# About half a minute. Usage: src/data/calibration.sh TABLE STRUCTURES (drug, mutation, ddg_exp_kcal_mol; DRUG.pdb and DRUG.sdf)
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/../../bindfold" calibrate --table "$1" --structures "$2" --numbering uniprot:P00519 --fit-version 4 \
  --source '63 measured binding changes of ABL1 mutants with imatinib, nilotinib and bosutinib, Hauser et al. 2018, doi:10.1038/s42003-018-0075-x.' \
  -o "$work" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
cat "$work/calibration.tsv"
