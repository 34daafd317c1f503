#!/bin/sh
# bedtools 2.30.0 reading VCF.
# One would guess: the keys of INFO have no order, so a deletion covers the same bases however they are sorted.
# What happens: bedtools takes the length from whichever of END and SVLEN stands first. With END the deletion reaches its
#   last base; with SVLEN it stops one base short, because SVLEN does not count the base before the deletion that POS names.
#   Both statements are of the same deletion (POS 100, END 200, SVLEN -100), and both are right.
# Why it matters: a deletion's last base may be the first of an exon. Sorting INFO, or merging with a tool that writes keys in
#   its own order, changes which exons bedtools says are hit.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
chmod 755 "$tmp"

# The pinned package, and what it needs that is not here yet, unpacked into the temporary folder.
unpack() {
  mkdir -p "$tmp/debs/partial" "$tmp/root"
  fetch="apt-get install -qq -y --download-only --reinstall --no-install-recommends \
    -o Dir::Cache::archives=$tmp/debs"
  $fetch "$@" >"$tmp/apt.log" 2>&1 || { apt-get update -qq >>"$tmp/apt.log" 2>&1 && $fetch "$@" >>"$tmp/apt.log" 2>&1; } ||
    { cat "$tmp/apt.log" >&2; exit 2; }
  for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
  PATH=$tmp/root/usr/bin:$PATH
  export PATH
}
unpack bedtools=2.30.0+dfsg-3
bedtools --version

{
  printf '##fileformat=VCFv4.2\n##contig=<ID=chr7,length=10000>\n'
  printf '##ALT=<ID=DEL,Description="Deletion">\n'
  printf '##INFO=<ID=END,Number=1,Type=Integer,Description="Last base">\n'
  printf '##INFO=<ID=SVLEN,Number=A,Type=Integer,Description="Change of length">\n'
  printf '##INFO=<ID=SVTYPE,Number=1,Type=String,Description="Kind">\n'
  printf '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
  printf 'chr7\t100\tendFirst\tA\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=200;SVLEN=-100\n'
  printf 'chr7\t100\tlengthFirst\tA\t<DEL>\t.\tPASS\tSVTYPE=DEL;SVLEN=-100;END=200\n'
} >"$tmp/calls.vcf"

expect() { # base (from 1), expected
  printf 'chr7\t%s\t%s\n' "$(($1 - 1))" "$1" >"$tmp/base.bed"
  seen=$(bedtools intersect -u -a "$tmp/calls.vcf" -b "$tmp/base.bed" | cut -f 3 | paste -sd' ')
  printf 'base %s is in: %s\n' "$1" "${seen:-(none)}"
  [ "$2" = "$seen" ] || { echo "CHANGED: expected '${2:-(none)}'" >&2; exit 1; }
}
expect 101 'endFirst lengthFirst'
expect 199 'endFirst lengthFirst'
expect 200 'endFirst'
expect 201 ''
echo 'Confirmed: the order of END and SVLEN moves the end of the deletion.'
