#!/bin/sh
# Human DHFR in 1U72, judged with `bindfold validate`, nothing fitted: the Ki of methotrexate (with NADPH
# bound), and the Km of NADPH (PMID 21684339), the only rows of the table whose ligand 1U72 holds.
# Usage: src/bench/dhfr.sh dhfr_inhibitor_binding.tsv 1U72.pdb OUTPUT_FOLDER
set -eu
table=$1
structure=$2
out=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/complexes"
cp "$structure" "$work/complexes/methotrexate.pdb"
cp "$structure" "$work/complexes/nadph.pdb"
# ddG = RT ln(Ki of the mutant / Ki of the wild type), kcal/mol, 298.15 K.
# PMID 19478082 gives the wild type beside F31R/Q35E; its rows E35Q and R31F start from the double
# mutant and end at F31R and Q35E, which are set against that wild type.
awk -F '\t' '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
  $column["ligand_id"] == "NDP" && $column["pmid"] == "21684339" {
    add("nadph", $column["mutation"], $column["k_wt"], $column["k_mut"])
  }
  $column["ligand_id"] != "MTX" || $column["measure"] != "Ki" { next }
  $column["pmid"] == "7890613" { add("methotrexate", $column["mutation"], $column["k_wt"], $column["k_mut"]) }
  $column["pmid"] == "19478082" { ki[$column["mutation"]] = $column["k_mut"] }
  $column["pmid"] == "19478082" && $column["mutation"] == "F31R/Q35E" { wild = $column["k_wt"] }
  function add(ligand, mutation, before, after) {
    printf "%s\t%s\t%.3f\n", ligand, mutation, 8.314462618 / 4184 * 298.15 * log(after / before)
  }
  BEGIN { print "drug\tmutation\tddg_exp_kcal_mol" }
  END {
    add("methotrexate", "F31R/Q35E", wild, ki["F31R/Q35E"])
    add("methotrexate", "F31R", wild, ki["E35Q"])
    add("methotrexate", "Q35E", wild, ki["R31F"])
  }' "$table" > "$work/dhfr.tsv"
# The numbers of the papers, and of 1U72, leave out the first methionine.
"$(dirname "$0")/../../bindfold" validate --table "$work/dhfr.tsv" --structures "$work/complexes" \
  --ligand methotrexate=MTX --ligand nadph=NDP --numbering author -o "$out"
