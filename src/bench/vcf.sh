#!/bin/sh
# How fast a VCF is read, against inflating it, bcftools and libdeflate, all in one run on one machine.
# Needs bcftools, bgzip (package tabix) and libdeflate-gzip (package libdeflate-tools), and the jar
# (mvn package). Usage: src/bench/vcf.sh [SITES]
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
work=${BENCH_DIR:-$(mktemp -d)}
mkdir -p "$work"
sites=${1:-2000000}
java=${JAVA:-java}

make_file() { # name sites samples
  if [ ! -s "$work/$1" ]; then
    "$java" -cp $jar src/bench/VcfBench.java generate "$2" "$3" | bgzip -@2 > "$work/$1.part"
    mv "$work/$1.part" "$work/$1"
  fi
}

best_of_five() { # command...
  best=999999
  for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$@" > /dev/null 2>&1
    took=$((($(date +%s%N) - start) / 1000000))
    [ "$took" -lt "$best" ] && best=$took
  done
  awk "BEGIN { printf \"%.3f\n\", $best / 1000 }"
}

measure() { # name
  file=$work/$1
  echo "== $1: $(stat -c %s "$file") bytes zipped"
  ours=$("$java" -Xmx256m -cp $jar src/bench/VcfBench.java read "$file")
  inflate=$("$java" -Xmx256m -cp $jar src/bench/VcfBench.java inflate "$file")
  if [ "${GKL:-}" ]; then
    intel=$("$java" -Xmx256m -cp "$jar:$GKL" src/bench/VcfBench.java read "$file")
  fi
  query=$(best_of_five bcftools query -f '%CHROM\t%POS\t%REF\t%ALT\n' "$file")
  deflate=$(best_of_five libdeflate-gzip -dc "$file")
  echo "bindfold $ours s, inflating with the same inflater on one thread $inflate s," \
    "bcftools query $query s, libdeflate-gzip -dc $deflate s"
  awk "BEGIN { printf \"ratios of bindfold: %.2f of inflating, %.2f of bcftools query, %.2f of libdeflate-gzip\n\",
    $ours / $inflate, $ours / $query, $ours / $deflate }"
  if [ "${GKL:-}" ]; then
    awk "BEGIN { printf \"with Intel's inflater %.3f s: %.2f of bcftools query, %.2f of libdeflate-gzip\n\",
      $intel, $intel / $query, $intel / $deflate }"
  fi
}

if [ -z "${GKL:-}" ]; then
  echo "Intel's inflater is left out; name its jars in GKL (gkl 0.9.1, commons-logging, commons-io and" \
    "gatk-native-bindings, joined by colons) to measure with it."
fi
make_file one.vcf.gz "$sites" 1
make_file twenty.vcf.gz $((sites / 10)) 20
measure one.vcf.gz
measure twenty.vcf.gz

# The same file with an index beside it; the whole file is hashed, only the panel's regions unzipped.
ln -f "$work/one.vcf.gz" "$work/indexed.vcf.gz"
bcftools index -f -t "$work/indexed.vcf.gz"
indexed=$("$java" -Xmx256m -cp $jar src/bench/VcfBench.java read "$work/indexed.vcf.gz" 30)
echo "== one.vcf.gz with its index: bindfold $indexed s (goal: under 0.060 s)"

if [ "${LINEAR:-}" ]; then
  make_file half.vcf.gz $((sites / 2)) 1
  make_file double.vcf.gz $((sites * 2)) 1
  measure half.vcf.gz
  measure double.vcf.gz
fi
