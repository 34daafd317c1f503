#!/bin/sh
# bcftools 1.16 and htsjdk 4.3.0 on the same line of VCF.
# One would guess: ten bases replaced by one is an indel, in either tool; `bcftools view -v snps,mnps,indels` keeps
#   every small variant.
# What happens: htsjdk says INDEL; bcftools says "other", which is in none of snps, mnps and indels, so the record is
#   dropped, while `-V indels` ("no indels, please") keeps it. A plain deletion, TTAAGAGAAG>T, is an indel to
#   both; an anchor base put before the deletion-insertion makes no difference.
# Why it matters: the deletion-insertions of EGFR's exon 19, such as c.2239_2248delinsC, are of this form; they
#   sensitise to gefitinib and osimertinib. A file filtered to snps and indels before it reaches a resistance tool has lost
#   them, and two tools that count the indels of one file do not agree.
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
  libraries=$(find "$tmp/root" -name '*.so*' -exec dirname {} + | sort -u | paste -sd:)
}
jar() { # group:artifact:version
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="$1" \
    -DoutputDirectory="$tmp/lib" >"$tmp/mvn.log" 2>&1 || { cat "$tmp/mvn.log" >&2; exit 2; }
}
bcftools() { LD_LIBRARY_PATH=$libraries "$tmp/root/usr/bin/bcftools" "$@"; }
expect() { # what, expected, seen
  printf '%-48s %s\n' "$1" "${3:-(nothing)}"
  [ "$2" = "$3" ] || { echo "CHANGED: expected '${2:-(nothing)}'" >&2; exit 1; }
}

unpack bcftools=1.16-1 libhts3=1.16+ds-3
jar com.github.samtools:htsjdk:4.3.0
jar org.apache.commons:commons-jexl:2.1.1
jar commons-logging:commons-logging:1.3.0
bcftools --version | head -n 1
echo 'htsjdk 4.3.0'

{
  printf '##fileformat=VCFv4.2\n##contig=<ID=chr7,length=10000>\n'
  printf '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
  printf 'chr7\t101\tdelins\tTTAAGAGAAG\tC\t.\tPASS\t.\n'
  printf 'chr7\t200\tanchored\tATTAAGAGAAG\tAC\t.\tPASS\t.\n'
  printf 'chr7\t301\tdel\tTTAAGAGAAG\tT\t.\tPASS\t.\n'
} >"$tmp/calls.vcf"

cat >"$tmp/Main.java" <<'J'
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFFileReader;
import java.nio.file.Path;

class Main {
  public static void main(String[] args) {
    try (VCFFileReader reader = new VCFFileReader(Path.of(args[0]), false)) {
      for (VariantContext record : reader) {
        System.out.println(record.getID() + "=" + record.getType());
      }
    }
  }
}
J

kinds() { bcftools view -H "$@" "$tmp/calls.vcf" | cut -f 3 | paste -sd' '; }
expect 'htsjdk, VariantContext.getType()' 'delins=INDEL anchored=INDEL del=INDEL' \
  "$(java -cp "$tmp/lib/*" "$tmp/Main.java" "$tmp/calls.vcf" 2>"$tmp/java.log" | paste -sd' ')"
expect 'bcftools query, %TYPE' 'delins=OTHER anchored=OTHER del=INDEL' \
  "$(bcftools query -f '%ID=%TYPE\n' "$tmp/calls.vcf" | paste -sd' ')"
expect 'bcftools view -v snps,mnps,indels keeps' 'del' "$(kinds -v snps,mnps,indels)"
expect 'bcftools view -V indels keeps' 'delins anchored' "$(kinds -V indels)"
expect 'bcftools stats, number of indels' '1' \
  "$(bcftools stats "$tmp/calls.vcf" | awk -F'\t' '$3 == "number of indels:" {print $4}')"
echo 'Confirmed: a deletion with a new base is an indel to htsjdk and none to bcftools.'
