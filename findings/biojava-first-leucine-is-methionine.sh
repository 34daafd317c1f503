#!/bin/sh
# BioJava 7.2.4 (biojava-core), DNASequence.getRNASequence().getProteinSequence().
# One would guess: translation goes codon by codon: CTG is leucine wherever it stands.
# What happens: the first codon of whatever is translated is taken for a start of translation, and the standard table
#   lists CTG and TTG among the starts: at the front both become M. The same codon further on is L. So an exon, or the piece
#   around a variant, has another first residue translated alone than within its gene. (A builder, not the short way, turns
#   this off.)
# Why it matters: reference checks and protein changes are worked out on pieces of coding sequence; a piece that begins with
#   one of the two leucine codons then says Met instead of Leu: a wrong reference residue, or a made-up substitution.
set -eu

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

for artifact in org.biojava:biojava-core:7.2.4 org.slf4j:slf4j-api:2.0.17 org.slf4j:slf4j-nop:2.0.17; do
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact=$artifact \
    -DoutputDirectory="$tmp/lib" >"$tmp/mvn.log" 2>&1 || { cat "$tmp/mvn.log" >&2; exit 2; }
done
echo 'biojava-core 7.2.4'

cat >"$tmp/Main.java" <<'J'
import org.biojava.nbio.core.sequence.DNASequence;

class Main {
  static boolean changed;

  static String protein(String dna) throws Exception {
    return new DNASequence(dna).getRNASequence().getProteinSequence().getSequenceAsString();
  }

  static void expect(String what, String expected, String seen) {
    System.out.printf("%-44s %s%n", what, seen);
    if (!seen.equals(expected)) {
      System.out.println("CHANGED: expected " + expected);
      changed = true;
    }
  }

  public static void main(String[] args) throws Exception {
    String first = "ATGGGAGAA";
    String second = "CTGAAACTG";
    expect(first + second + " as a whole", "MGELKL", protein(first + second));
    expect(first + " and " + second + ", joined", "MGEMKL", protein(first) + protein(second));
    expect("TTGAAATTG", "MKL", protein("TTGAAATTG"));
    expect("CTTAAACTT, another leucine codon", "LKL", protein("CTTAAACTT"));
    expect("GTGAAAGTG", "VKV", protein("GTGAAAGTG"));
    System.exit(changed ? 1 : 0);
  }
}
J
java -cp "$tmp/lib/*" "$tmp/Main.java"
echo 'Confirmed: a piece that begins with CTG or TTG is translated to M.'
