#!/bin/sh
# Checks src/main/resources/org/bindfold/genome/gene-spans.tsv, which is typed in from pages of NCBI Gene and R packages, as its header says.
# Held: genes sorted and named once; spans on their chromosomes; the exons that are at hand inside the spans of their genes, BCR's from the
# first to the last; and, where org.Hs.eg.db is installed, both ends on GRCh38 within 1,000 bases of the ends of transcripts.
# Prints what is wrong. Usage: src/data/check-gene-spans.sh SPANS EXONS CHROMOSOMES DHFR_EXONS [ORG_HS_EG_SQLITE]
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# gene, assembly, chromosome, start, end: of the spans, then of the exons.
grep -v '^#' "$1" | awk -F '\t' -v OFS='\t' 'NR > 1 { print $1, 37, $2, $3, $4; print $1, 38, $2, $5, $6 }' > "$work/spans"
grep -v '^#' "$2" | awk -F '\t' -v OFS='\t' 'NR > 1 { print $1, 37, $5, $6, $7; print $1, 38, $5, $8, $9 }' > "$work/exons"
awk -F '\t' -v OFS='\t' 'NR > 1 { print "DHFR", substr($1, 5), "chr5", $4, $5 }' "$4" >> "$work/exons"
grep -v '^#' "$3" | awk -F '\t' -v OFS='\t' 'NR > 1 { print $1, 37, $2; print $1, 38, $3 }' > "$work/lengths"
: > "$work/transcripts"
if [ $# -gt 4 ]; then
  # Starts count from 0 there; a minus sign stands for the strand.
  sqlite3 -separator "$(printf '\t')" "$5" "SELECT symbol, 'chr' || seqname, abs(start_location) + 1, abs(end_location)
    FROM chromosome_locations JOIN gene_info USING (_id)" > "$work/transcripts"
fi

awk -F '\t' '
  function wrong(what) { print "gene-spans: " what; bad = 1 }
  function near(gene, position, ends, i, n, list) {
    n = split(ends[gene], list, " ")
    for (i = 1; i <= n; i++) if (position - list[i] <= 1000 && list[i] - position <= 1000) return 1
    return n == 0
  }
  FNR == 1 { file = FILENAME; sub(/.*\//, "", file) }
  file == "lengths" { bases[$1, $2] = $3 }
  file == "transcripts" { first[$1] = first[$1] " " $3; last[$1] = last[$1] " " $4 }
  file == "spans" {
    if ($2 == 37 && $1 <= before) wrong($1 " stands behind " before)
    before = $1
    if (!($4 < $5 && $4 >= 1 && $5 <= bases[$3, $2])) wrong($1 " does not fit on " $3 " of GRCh" $2)
    if ($2 == 38 && !(near($1, $4, first) && near($1, $5, last))) wrong($1 " is not where org.Hs.eg.db has it")
    chromosome[$1, $2] = $3; start[$1, $2] = $4; end[$1, $2] = $5
  }
  file == "exons" {
    key = $1 SUBSEP $2
    if ($3 != chromosome[key] || $4 < start[key] || $5 > end[key]) wrong("an exon of " $1 " on GRCh" $2 " lies outside")
    reaches[key] = reaches[key] || $4 == start[key]
    ends[key] = ends[key] || $5 == end[key]
  }
  END {
    for (assembly = 37; assembly <= 38; assembly++)
      if (!reaches["BCR", assembly] || !ends["BCR", assembly]) wrong("BCR is not its exons on GRCh" assembly)
    exit bad
  }' "$work/lengths" "$work/transcripts" "$work/spans" "$work/exons"
