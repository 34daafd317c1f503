#!/bin/sh
# Makes src/main/resources/org/bindfold/evidence/evidence.tsv: measured binding of mutants of ABL1 and DHFR with the drugs of the catalog.
# Usage: src/data/evidence.sh CATALOG DDG KD DHFR P00374
#   CATALOG  pharmacology/drugs.json, which says what drugs there are and what their targets are
#   DDG      binding changes that the model was fitted on (Hauser et al. 2018): drug, mutation, ddg_exp_kcal_mol
#   KD       Davis et al. 2011: drug, protein_change, phosphorylated, kd_nM; 10000 means that no binding was seen up to there
#   DHFR     Platinum's rows of DHFR: mutation, ligand_name, uniprot, k_wt, k_mut, measure, pmid; without the first methionine
#   P00374   FASTA of human DHFR, which tells a row that begins at the wild type from one that begins at a mutant
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat << 'HEADER'
# Measured binding of mutants, shown beside predictions and never part of them. Version: 1.
# Source: in the last column of each row. Changes in UniProt numbers (P00519, P00374); ">" means that no binding was seen up to there.
# Made by: src/data/evidence.sh.
gene	change	drug	quantity	wild_type	mutant	unit	conditions	source
HEADER
awk -F '\t' '
  function put(gene, change, drug, quantity, before, after, unit, conditions, source, position) {
    position = change
    sub(/^[A-Z]/, "", position)
    # What it is sorted by, then the row.
    print gene, position + 0, change, drug, quantity, conditions, \
      gene, change, drug, quantity, before, after, unit, conditions, source
  }
  function uniprot(mutation, parts, i, n, out) {
    n = split(mutation, parts, "/")
    for (i = 1; i <= n; i++)
      out = out (i > 1 ? "/" : "") substr(parts[i], 1, 1) \
        (substr(parts[i], 2, length(parts[i]) - 2) + 1) substr(parts[i], length(parts[i]))
    return out
  }
  function beginsAtWildType(change, parts, i, n) {
    n = split(change, parts, "/")
    for (i = 1; i <= n; i++)
      if (substr(protein, substr(parts[i], 2) + 0, 1) != substr(parts[i], 1, 1)) return 0
    return 1
  }
  function shown(kd) { return kd == "10000" ? ">10000" : kd }
  BEGIN {
    OFS = "\t"
    conditions["7890613", "KD"] = "apoenzyme"
    conditions["7890613", "Ki"] = conditions["19478082", "Ki"] = "with NADPH"
  }
  FNR == 1 { file++; split("", column); for (i = 1; i <= NF; i++) column[$i] = i }
  file == 1 && /^ *"name": / { split($0, word, "\""); drug = word[4] }
  file == 1 && /^ *"target": / { split($0, word, "\""); target[drug] = word[4] }
  file == 2 && !/^>/ { protein = protein $0 }
  file == 3 && FNR > 1 && target[$column["drug"]] == "ABL1" {
    put("ABL1", $column["mutation"], $column["drug"], "ddG", "", $column["ddg_exp_kcal_mol"], "kcal/mol", \
      "the model was fitted on it", "doi:10.1038/s42003-018-0075-x")
  }
  file == 4 && FNR > 1 && target[$column["drug"]] == "ABL1" {
    key = $column["drug"] SUBSEP $column["phosphorylated"]
    if ($column["protein_change"] == "WT") wild[key] = $column["kd_nM"]
    else { rows++; mutant[rows] = $column["protein_change"]; of[rows] = key; kd[rows] = $column["kd_nM"] }
  }
  file == 5 && FNR > 1 && $column["uniprot"] == "P00374" {
    pmid = $column["pmid"]; measure = $column["measure"]; mutation = $column["mutation"]; name = tolower($column["ligand_name"])
    if (target[name] != "DHFR") next
    if (beginsAtWildType(uniprot(mutation)))
      put("DHFR", uniprot(mutation), name, measure == "KD" ? "Kd" : measure, $column["k_wt"], $column["k_mut"], "the paper\047s unit", \
        conditions[pmid, measure], "PMID:" pmid)
    if (pmid == "19478082") { ki[mutation] = $column["k_mut"]; wildKi[mutation] = $column["k_wt"] }
  }
  END {
    for (i = 1; i <= rows; i++) {
      split(of[i], part, SUBSEP)
      put("ABL1", mutant[i], part[1], "Kd", shown(wild[of[i]]), shown(kd[i]), "nM", \
        part[2] == "yes" ? "phosphorylated" : "not phosphorylated", "doi:10.1038/nbt.1990")
    }
    # PMID 19478082 gives the wild type beside F31R/Q35E; its rows E35Q and R31F begin at the double mutant and end at F31R and Q35E.
    put("DHFR", uniprot("F31R"), "methotrexate", "Ki", wildKi["F31R/Q35E"], ki["E35Q"], "the paper\047s unit", \
      conditions["19478082", "Ki"], "PMID:19478082")
    put("DHFR", uniprot("Q35E"), "methotrexate", "Ki", wildKi["F31R/Q35E"], ki["R31F"], "the paper\047s unit", \
      conditions["19478082", "Ki"], "PMID:19478082")
  }' "$1" "$5" "$2" "$3" "$4" > "$work/rows"
LC_ALL=C sort -t "$(printf '\t')" -k1,1 -k2,2n -k3,3 -k4,4 -k5,5 -k6,6 "$work/rows" | cut -f 7-
