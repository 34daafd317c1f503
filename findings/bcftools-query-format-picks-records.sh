#!/bin/sh
# bcftools 1.16, `bcftools query -r`.
# One would guess: -r picks the records that overlap the region, and -f only says what is printed of them.
# What happens: a deletion that reaches into the region by its INFO/END comes back only if the format asks for
#   something of INFO. With '%ID' alone the answer is empty, with exit status 0 and without a word; with
#   '%ID %INFO/END', and in `bcftools view -r`, the same record is there. On the same data as BCF both formats
#   have it.
# It seems that fields which no column needs are not parsed, so that the record's length is not known.
# Why it matters: "which calls touch this gene?" is asked with exactly such a query, and a whole-gene deletion
#   (loss of the drug's target) is then missing from the list.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
chmod 755 "$tmp"

# The pinned packages, and what they need that is not here yet, unpacked into the temporary folder.
unpack() {
  mkdir -p "$tmp/debs/partial" "$tmp/root"
  fetch="apt-get install -qq -y --download-only --reinstall --no-install-recommends \
    -o Dir::Cache::archives=$tmp/debs"
  $fetch "$@" >"$tmp/apt.log" 2>&1 || { apt-get update -qq >>"$tmp/apt.log" 2>&1 && $fetch "$@" >>"$tmp/apt.log" 2>&1; } ||
    { cat "$tmp/apt.log" >&2; exit 2; }
  for deb in "$tmp"/debs/*.deb; do dpkg -x "$deb" "$tmp/root"; done
  LD_LIBRARY_PATH=$(find "$tmp/root" -name '*.so*' -exec dirname {} + | sort -u | paste -sd:)
  PATH=$tmp/root/usr/bin:$PATH
  export LD_LIBRARY_PATH PATH
}

expect() { # what, expected, seen
  printf '%-58s %s\n' "$1" "${3:-(nothing)}"
  [ "$2" = "$3" ] || { echo "CHANGED: expected '${2:-(nothing)}'" >&2; exit 1; }
}

unpack bcftools=1.16-1 libhts3=1.16+ds-3
bcftools --version | head -n 2

{
  printf '##fileformat=VCFv4.2\n##contig=<ID=chr7,length=10000>\n'
  printf '##ALT=<ID=DEL,Description="Deletion">\n'
  printf '##INFO=<ID=END,Number=1,Type=Integer,Description="Last base">\n'
  printf '##INFO=<ID=SVTYPE,Number=1,Type=String,Description="Kind">\n'
  printf '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
  printf 'chr7\t1000\tgeneLost\tA\t<DEL>\t.\tPASS\tSVTYPE=DEL;END=5000\n'
} >"$tmp/calls.vcf"
bcftools view -Oz -o "$tmp/calls.vcf.gz" "$tmp/calls.vcf"
bcftools index "$tmp/calls.vcf.gz"
bcftools view -Ob -o "$tmp/calls.bcf" "$tmp/calls.vcf"
bcftools index "$tmp/calls.bcf"

echo 'A deletion of 1000-5000, asked for in chr7:3000-3100:'
region=chr7:3000-3100
vcf=$tmp/calls.vcf.gz
expect "view -H -r" geneLost "$(bcftools view -H -r $region "$vcf" | cut -f 3)"
expect "query -r -f '%ID\\n'" '' "$(bcftools query -r $region -f '%ID\n' "$vcf")"
expect "query -r --regions-overlap 1 -f '%ID\\n'" '' \
  "$(bcftools query -r $region --regions-overlap 1 -f '%ID\n' "$vcf")"
expect "query -r -f '%ID %INFO/END\\n'" 'geneLost 5000' "$(bcftools query -r $region -f '%ID %INFO/END\n' "$vcf")"
expect "query -r -f '%ID\\n' of the BCF" geneLost "$(bcftools query -r $region -f '%ID\n' "$tmp/calls.bcf")"
expect "query -r chr7:900-1100 -f '%ID\\n' (its first base)" geneLost \
  "$(bcftools query -r chr7:900-1100 -f '%ID\n' "$vcf")"
echo 'Confirmed: the columns that are printed decide which records are found.'
