#!/bin/sh
# Checks src/main/resources/org/bindfold/sequence/domains.tsv, which is typed in from the places that its header names. Held: gene and
# accession are those of a bundled protein, the domain lies within it, and one of a protein kinase holds HRD and, behind it, DFG.
# Prints what is wrong. Usage: src/data/check-domains.sh DOMAINS PROTEINS
set -eu
awk -F '\t' '
  function wrong(what) { print "domains: " $1 " " $3 " " what; bad = 1 }
  FNR == 1 { file++ }
  file == 1 && /^>/ { split($0, word, " "); accession = substr(word[1], 2); gene[accession] = substr(word[2], 6); next }
  file == 1 && !/^;/ { protein[accession] = protein[accession] $0 }
  file == 1 || /^#/ || $1 == "gene" { next }
  {
    if (gene[$2] != $1) wrong("is not of " $2)
    if (!($4 >= 1 && $4 < $5 && $5 <= length(protein[$2]))) wrong("reaches out of the protein")
    if ($3 == "PROTEIN_KINASE" && substr(protein[$2], $4, $5 - $4 + 1) !~ /HRD.*DFG/) wrong("holds no HRD before DFG")
  }
  END { exit bad }' "$2" "$1"
