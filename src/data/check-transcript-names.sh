#!/bin/sh
# Checks src/main/resources/org/bindfold/genome/transcript-names.tsv, which is typed in from the places that its header names. Held: every
# transcript stands once and is one of Ensembl, is numbered as one whose exons are bundled, and from an exon on that this one has.
# Prints what is wrong. Usage: src/data/check-transcript-names.sh TRANSCRIPT_NAMES EXONS
set -eu
awk -F '\t' '
  function wrong(what) { print "transcript-names: " $1 " " what; bad = 1 }
  FNR == 1 { file++ }
  /^#/ || $1 == "gene" || $1 == "transcript" { next }
  file == 1 { exon[$2, $3] = 1; next }
  {
    if (seen[$1]++) wrong("stands twice")
    if ($1 !~ /^ENST[0-9]+$/ || length($1) != 15) wrong("is no transcript of Ensembl without version")
    if (!(($2, $3) in exon)) wrong("is numbered as exon " $3 " of " $2 ", which is not bundled")
  }
  END { exit bad }' "$2" "$1"
