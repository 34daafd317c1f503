#!/bin/sh
# How fast a VCF is read, against inflating it, bcftools and libdeflate, all in one run on one machine.
# Needs bcftools, bgzip (package tabix) and libdeflate-gzip (package libdeflate-tools), and the jar
# (mvn package). Usage: src/bench/vcf.sh [SITES]; ROUNDS=N for other than 15 rounds, LINEAR=1 for half and
# twice the sites too.
set -eu
cd "$(dirname "$0")/../.."
jar=target/bindfold-all.jar
work=${BENCH_DIR:-$(mktemp -d)}
mkdir -p "$work"
sites=${1:-2000000}
java=${JAVA:-java}
rounds=${ROUNDS:-15}

bench() { # class path, arguments...
  path=$1
  shift
  "$java" -Xmx256m -cp "$path" src/bench/VcfBench.java "$@"
}

make_file() { # name sites samples
  if [ ! -s "$work/$1" ]; then
    bench "$jar" generate "$2" "$3" | bgzip -@2 > "$work/$1.part"
    mv "$work/$1.part" "$work/$1"
  fi
}

measure() { # name
  echo "== $1: $(stat -c %s "$work/$1") bytes zipped"
  bench "$jar" compare "$work/$1" "$rounds"
  if [ "${GKL:-}" ]; then
    echo "-- the same with Intel's inflater"
    bench "$jar:$GKL" compare "$work/$1" "$rounds"
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
echo "== one.vcf.gz with its index (goal: under 0.060 s)"
bench "$jar" read "$work/indexed.vcf.gz" 60

if [ "${LINEAR:-}" ]; then
  make_file half.vcf.gz $((sites / 2)) 1
  make_file double.vcf.gz $((sites * 2)) 1
  for name in half one double; do
    echo "== $name.vcf.gz, ours alone"
    bench "$jar" read "$work/$name.vcf.gz" "$rounds"
  done
fi
