#!/bin/sh
# htsjdk 4.3.0, FORMAT AD with one missing number (valid VCF: "60,40,.").
# One would guess: the known counts are there, the missing one is marked; and a record that is read and written again is
#   written as it was, whether or not somebody called a getter in between.
# What happens: getAD() is null, hasAD() false, all counts gone because one is missing. Copying the record unread keeps
#   the column; calling getGenotype(0), and nothing else, before the copy makes AD vanish from the output, FORMAT and all.
#   A field of another name with the same declaration and the same value survives.
# Why it matters: allele fractions come from AD, and callers and merges write "." for alleles they have no counts of. A
#   filter built on htsjdk that merely looks at genotypes erases the counts for every program after it.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

jar() { # group:artifact:version
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="$1" \
    -DoutputDirectory="$tmp/lib" >"$tmp/mvn.log" 2>&1 || { cat "$tmp/mvn.log" >&2; exit 2; }
}
expect() { # what, expected, seen
  printf '%-36s %s\n' "$1" "$3"
  [ "$2" = "$3" ] || { echo "CHANGED: expected '$2'" >&2; exit 1; }
}

jar com.github.samtools:htsjdk:4.3.0
jar org.apache.commons:commons-jexl:2.1.1
jar commons-logging:commons-logging:1.3.0
echo 'htsjdk 4.3.0'

{
  printf '##fileformat=VCFv4.2\n##contig=<ID=chr7,length=10000>\n'
  printf '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n'
  printf '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Reads of each allele">\n'
  printf '##FORMAT=<ID=XD,Number=R,Type=Integer,Description="The same under another name">\n'
  printf '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ttumour\n'
  printf 'chr7\t100\t.\tC\tT,G\t.\tPASS\t.\tGT:AD:XD\t0/1:60,40,.:60,40,.\n'
} >"$tmp/in.vcf"

cat >"$tmp/Main.java" <<'J'
import htsjdk.variant.variantcontext.Genotype;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.variantcontext.writer.Options;
import htsjdk.variant.variantcontext.writer.VariantContextWriter;
import htsjdk.variant.variantcontext.writer.VariantContextWriterBuilder;
import htsjdk.variant.vcf.VCFFileReader;
import java.nio.file.Path;
import java.util.Arrays;

class Main {
  public static void main(String[] args) {
    boolean look = args[2].equals("look");
    try (VCFFileReader reader = new VCFFileReader(Path.of(args[0]), false);
        VariantContextWriter writer =
            new VariantContextWriterBuilder()
                .setOutputPath(Path.of(args[1]))
                .unsetOption(Options.INDEX_ON_THE_FLY)
                .build()) {
      writer.writeHeader(reader.getFileHeader());
      for (VariantContext record : reader) {
        if (look) {
          Genotype genotype = record.getGenotype(0);
          System.out.println(genotype.hasAD() + " " + Arrays.toString(genotype.getAD()));
        }
        writer.add(record);
      }
    }
  }
}
J

copy() { java -cp "$tmp/lib/*" "$tmp/Main.java" "$tmp/in.vcf" "$tmp/$1.vcf" "$1" 2>"$tmp/java.log"; }
columns() { grep -v '^#' "$tmp/$1.vcf" | cut -f 9,10 | tr '\t' ' '; }
copy blind
seen=$(copy look)
expect 'in the file' 'GT:AD:XD 0/1:60,40,.:60,40,.' "$(columns in)"
expect 'copied without a look' 'GT:AD:XD 0/1:60,40,.:60,40,.' "$(columns blind)"
expect 'hasAD(), getAD()' 'false null' "$seen"
expect 'copied after getGenotype(0)' 'GT:XD 0/1:60,40,.' "$(columns look)"
echo 'Confirmed: looking at the genotype removes AD from what is written.'
