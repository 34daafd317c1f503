#!/bin/sh
# Makes src/main/resources/org/bindfold/genome/chromosomes.tsv: lengths by bedtools' genome files, ends of the short arms by UCSC's
# cytogenetic bands, where the last band of the p arm ends.
# Usage: src/data/chromosomes.sh HG19_GENOME HG38_GENOME HG19_BANDS HG38_BANDS
# (Debian 12: bedtools has /usr/share/bedtools/genomes/human.hg19.genome and human.hg38.genome, circos has
# /usr/share/doc/circos/examples/data/karyotype/chromosome.band.hg19.txt and chromosome.band.hg38.txt)
set -eu
cat << 'HEADER'
# Chromosome lengths in bases of GRCh37 and GRCh38, by which a file's assembly is told. Version: 1.
# Sources: genome files of bedtools 2.30.0 (human.hg19.genome, human.hg38.genome); GRCh37 also biovizBase 1.46.0 and GRCh38 also org.Hs.eg.db 3.16.0, the same numbers.
# Ends of the short arms (last base of the p band of the centromere): UCSC cytogenetic bands of hg19 and hg38 as packed in circos 0.69.9.
# Made by: src/data/chromosomes.sh.
HEADER
awk -F '\t' '
  FNR == 1 { file++ }
  file <= 2 { length_of[file, $1] = $2; next }
  # Bands count from 0 and leave the end out, so the end is the last base counted from 1.
  $4 ~ /^p/ && $3 > arm[file - 2, $1] { arm[file - 2, $1] = $3 }
  END {
    print "chromosome\tgrch37_length\tgrch38_length\tgrch37_short_arm_end\tgrch38_short_arm_end"
    for (i = 1; i <= 24; i++) {
      c = "chr" (i == 23 ? "X" : i == 24 ? "Y" : i)
      print c "\t" length_of[1, c] "\t" length_of[2, c] "\t" arm[1, c] "\t" arm[2, c]
    }
  }' "$@"
