#!/bin/sh
# Makes every data file again, or checks those that are typed in, and says of each whether it is the committed one. What differs is shown
# and left under target/data, to be copied where the change is meant. What cannot be made, since an input is missing, is said.
# Usage: src/data/make-all.sh [SHARED [FILE...]]
#   SHARED  the folder of inputs beside the project; ../shared by default
#   FILE    only these, by their path in the project; all by default, which takes some minutes and builds the jar where it is old
set -u
cd "$(dirname "$0")/../.."
shared=${1:-../shared}
[ $# -eq 0 ] || shift
wanted=$*
status=0
any=no
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Whether a file is wanted and all inputs are there.
ready() {
  file=$1
  shift
  case " $wanted " in "  " | *" $file "*) ;; *) return 1 ;; esac
  any=yes
  for input in "$@"; do
    case $input in
      */*) [ -e "$input" ] || { echo "skipped  $file: needs $input"; return 1; } ;;
    esac
  done
}

# What the bytes of a compressed file say, since they depend on the compressor.
text() { case $1 in *.gz) gzip -cd "$1" ;; *) cat "$1" ;; esac; }

# make FILE MAKER INPUT...
make() {
  file=$1 maker=src/data/$2
  shift 2
  ready "$file" "$maker" "$@" || return 0
  made=target/data/$file
  mkdir -p "$(dirname "$made")"
  if ! "$maker" "$@" > "$made"; then
    echo "failed   $file: $maker $*"
    status=1
    return
  fi
  text "$file" > "$work/kept"
  text "$made" > "$work/made"
  if cmp -s "$work/kept" "$work/made"; then
    echo "same     $file"
  else
    echo "differs  $file: cp $made $file"
    diff -u "$work/kept" "$work/made"
    status=1
  fi
}

# check FILE CHECKER INPUT...
check() {
  file=$1 checker=src/data/$2
  shift 2
  ready "$file" "$checker" "$@" || return 0
  if "$checker" "$file" "$@"; then
    echo "checked  $file"
  else
    echo "failed   $file: $checker $file $*"
    status=1
  fi
}

resources=src/main/resources/org/bindfold
genes=$shared/genes
tables=$shared/tables
structures=$shared/structures

make $resources/genome/exons.tsv exons.sh "$genes/abl1_bcr_exons.tsv"
make $resources/genome/coding-sequences.fasta coding-sequences.sh "$genes/abl1_cds_exons4-9.fasta"
make $resources/sequence/proteins.fasta proteins.sh "$genes/P00519.fasta" "$genes/P00374.fasta"
make $resources/structure/ligands.tsv ligands.sh "$tables/drug_smiles.tsv"
make $resources/structure/protein-atoms.tsv protein-atoms.sh $resources/structure/side-chain-geometry.tsv
make $resources/evidence/evidence.tsv evidence.sh $resources/pharmacology/drugs.json "$tables/abl1_tki_ddg.tsv" \
  "$tables/abl1_kd_davis2011.tsv" "$tables/dhfr_inhibitor_binding.tsv" "$genes/P00374.fasta"
# Of Debian's packages bedtools and circos, where they are installed.
bands=/usr/share/doc/circos/examples/data/karyotype/chromosome.band
make $resources/genome/chromosomes.tsv chromosomes.sh /usr/share/bedtools/genomes/human.hg19.genome \
  /usr/share/bedtools/genomes/human.hg38.genome $bands.hg19.txt $bands.hg38.txt

# Of Debian's package r-bioc-org.hs.eg.db, where it is installed.
org=/usr/lib/R/site-library/org.Hs.eg.db/extdata/org.Hs.eg.sqlite
[ -e $org ] && command -v sqlite3 > /dev/null || org=
check $resources/genome/gene-spans.tsv check-gene-spans.sh $resources/genome/exons.tsv $resources/genome/chromosomes.tsv \
  "$genes/dhfr_exons.tsv" $org
check $resources/genome/transcript-names.tsv check-transcript-names.sh $resources/genome/exons.tsv
check $resources/sequence/domains.tsv check-domains.sh $resources/sequence/proteins.fasta
check $resources/structure/rotamers.tsv check-rotamers.sh $resources/structure/side-chain-geometry.tsv
check $resources/structure/side-chain-geometry.tsv check-side-chain-geometry.sh
check $resources/binding/atlas/pairs.tsv check-atlas-pairs.sh "$structures/reference" $resources/genome/gene-spans.tsv \
  $resources/sequence/proteins.fasta
check structures/catalog.tsv check-structures.sh "$structures/redistributable"

# The rest is computed with the program.
for id in $(grep -v '^#' structures/catalog.tsv | tail -n +2 | cut -f 1); do
  make structures/$id.tsv complexes.sh $id
done
make $resources/affinity/calibration.tsv calibration.sh "$tables/abl1_tki_ddg.tsv" "$structures/hauser"
make $resources/affinity/function.tsv function.sh "$tables/abl1_tki_screen.tsv" "$structures/hauser"
for table in "$resources"/binding/atlas/*.tsv.gz; do
  make "$table" atlas.sh "$(basename "$table" .tsv.gz)" $resources/binding/atlas/pairs.tsv "$structures/reference"
done
if [ $any = no ]; then
  echo "make-all.sh: makes none of $wanted" >&2
  exit 2
fi
exit $status
