#!/bin/sh
# Makes src/main/resources/org/bindfold/genome/coding-sequences.fasta of RefSeq's coding sequences, or stretches of them.
# Usage: src/data/coding-sequences.sh FASTA... (headers like ">NM_005157 ABL1 coding sequence c.550-c.1513")
set -eu
cat << 'HEADER'
; Coding sequences of the panel, or the stretches of them that are bundled. Source: RefSeq (NCBI). Version: 1.
; first: CDS position of the first base, 1-based. c.550-c.1513 are exons 4 to 9, codons 184 to 505 (of codon 505 the first base only).
; Made by: src/data/coding-sequences.sh.
HEADER
awk '
  BEGIN { protein["ABL1"] = "P00519" }
  /^>/ {
    if (!($2 in protein) || !match($0, /c\.[0-9]+/)) {
      print "coding-sequences.sh: cannot use " $0 > "/dev/stderr"
      exit 1
    }
    first = substr($0, RSTART + 2, RLENGTH - 2)
    print $1 " gene=" $2 " protein=" protein[$2] " first=" first " source=RefSeq"
    next
  }
  { print }' "$@"
