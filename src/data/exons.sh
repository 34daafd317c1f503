#!/bin/sh
# Makes src/main/resources/org/bindfold/genome/exons.tsv: the exons as the table of RefSeq's transcripts has them, under a header, and the CDS
# positions of BCR's exons, which that table leaves out, counted from one that is known.
# Usage: src/data/exons.sh TABLE (gene, transcript, exon, strand, chrom, start and end on GRCh37 and GRCh38, cds_start, cds_end)
set -eu
cat << 'HEADER'
# Exons of the panel's genes. Source: RefSeq (NCBI), NM_005157 (ABL1, coding parts) and NM_004327 (BCR, whole exons). Version: 2.
# Positions are 1-based and closed, on GRCh37 and GRCh38; cds_start and cds_end are CDS positions, 1-based, of the exon's coding part:
# BCR's exon 1 begins, and its exon 23 ends, with bases that are not translated.
# BCR's CDS positions: NM_004327.3:c.3012+188 is chr22:23295343 on GRCh38 (cancervariants/fusor, test_transcript_junction_builder.py), so that
# c.3012 is the last base of exon 16; the exons' lengths give the others, c.1279 for exon 1 among them. Checks: exon 14 ends at r.3533 where
# c.2782 is (NM_004327.4:r.1_3533::NM_005157.6:r.461_5766, example of GA4GH Cat-VRS); 1271 residues (UniProt P11274) end in exon 23.
# Made by: src/data/exons.sh.
HEADER
# The table's lines end as on Windows.
tr -d '\r' < "$1" | awk -F '\t' -v OFS='\t' '
  BEGIN { known_exon = 16; known_position = 3012; coding_bases = 3 * (1271 + 1) }
  $1 == "BCR" { rows++; line[rows] = $0; bases[rows] = $9 - $8 + 1; next }
  { print }
  END {
    # The last base of each exon, from the one that is known to the first and to the last exon.
    last[known_exon] = known_position
    for (i = known_exon; i > 1; i--) last[i - 1] = last[i] - bases[i]
    for (i = known_exon + 1; i <= rows; i++) last[i] = last[i - 1] + bases[i]
    for (i = 1; i <= rows; i++) {
      first = last[i] - bases[i] + 1
      $0 = line[i]
      $10 = first > 1 ? first : 1
      $11 = last[i] < coding_bases ? last[i] : coding_bases
      print
    }
  }'
