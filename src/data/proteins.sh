#!/bin/sh
# Makes src/main/resources/org/bindfold/sequence/proteins.fasta of UniProt's sequences, in the order given.
# Usage: src/data/proteins.sh FASTA... (headers that begin with the accession)
set -eu
cat << 'HEADER'
; UniProtKB reference proteins, human, canonical isoforms. Source: UniProt (www.uniprot.org), licence CC BY 4.0. Version: 1.
; Residue 1 is the initiator methionine.
; Made by: src/data/proteins.sh.
HEADER
awk '
  BEGIN {
    name["P00519"] = "gene=ABL1 name=ABL1_HUMAN"
    name["P00374"] = "gene=DHFR name=DYR_HUMAN"
  }
  /^>/ {
    accession = substr($1, 2)
    if (!(accession in name)) {
      print "proteins.sh: knows no gene and name of " accession > "/dev/stderr"
      exit 1
    }
    print $1 " " name[accession] " source=UniProt licence=CC-BY-4.0"
    next
  }
  { print }' "$@"
