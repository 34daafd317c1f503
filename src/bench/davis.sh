#!/bin/sh
# Dissociation constants of non-phosphorylated ABL1 mutants (Davis et al. 2011, doi:10.1038/nbt.1990) beside
# predicted binding changes; nothing is fitted on them. Usage: src/bench/davis.sh TABLE STRUCTURES OUT
# (TABLE: drug, pubchem_cid, protein_change, phosphorylated, kd_nM; STRUCTURES: DRUG.pdb and DRUG.sdf).
# 10000 nM means that no binding was seen up to there, and is taken as it stands.
set -eu
table=$1
structures=$2
out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -F '\t' -v folder="$structures" '
  FNR == 1 || $4 != "no" { next }
  { kd[$1, $3] = $5; drugs[$1]; changes[$3] }
  END {
    print "drug\tmutation\tddg_exp_kcal_mol"
    for (d in drugs) {
      if ((getline line < (folder "/" d ".pdb")) <= 0) continue
      for (c in changes) {
        if (c ~ /^[A-Z][0-9]+[A-Z]$/ && (d, c) in kd && (d, "WT") in kd)
          printf "%s\t%s\t%.3f\n", d, c, 8.314462618 / 4184 * 298.15 * log(kd[d, c] / kd[d, "WT"])
      }
    }
  }' "$table" > "$work/unsorted.tsv"
(head -n 1 "$work/unsorted.tsv"; tail -n +2 "$work/unsorted.tsv" | sort) > "$work/davis.tsv"
"$(dirname "$0")/../../bindfold" validate --table "$work/davis.tsv" --structures "$structures" --numbering uniprot:P00519 -o "$out"
