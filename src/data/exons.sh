#!/bin/sh
# Makes src/main/resources/org/bindfold/genome/exons.tsv: the exons as the table of RefSeq's transcripts has them, under a header.
# Usage: src/data/exons.sh TABLE (gene, transcript, exon, strand, chrom, start and end on GRCh37 and GRCh38, cds_start, cds_end)
set -eu
cat << 'HEADER'
# Exons of the panel's genes. Source: RefSeq (NCBI), NM_005157 (ABL1, coding parts) and NM_004327 (BCR, whole exons). Version: 1.
# Positions are 1-based and closed, on GRCh37 and GRCh38; cds_start and cds_end are CDS positions, 1-based, empty where none are used.
# Made by: src/data/exons.sh.
HEADER
# The table's lines end as on Windows.
tr -d '\r' < "$1"
