package org.bindfold.variant.vcf;

import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.Genotype;
import htsjdk.variant.variantcontext.VariantContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindfold.genome.Chromosomes;
import org.bindfold.io.PrintableText;
import org.bindfold.variant.Fractions;
import org.bindfold.variant.PhaseSet;
import org.jspecify.annotations.Nullable;

/**
 * What one record says of one sample. INFO, which is about all samples, speaks only where there is
 * no other.
 */
final class Genotypes {
  private final VariantContext record;
  private final Optional<Genotype> genotype;
  private final Map<String, String> fields;
  private final PhasedAlleles alleles;

  /**
   * The genotype of one record.
   *
   * @param fields the sample's as the file writes them, by their names in FORMAT; the decoder drops
   *     a list of reads with a missing number, and keeps less of the phase than GT says
   */
  Genotypes(VariantContext record, Optional<String> sample, Map<String, String> fields) {
    this.record = record;
    this.genotype = sample.map(record::getGenotype);
    this.fields = fields;
    this.alleles = PhasedAlleles.of(sampleText("GT"));
  }

  /** Whether the genotype is called, and the allele is not in it. */
  boolean excludes(Allele allele) {
    return genotype.isPresent()
        && genotype.get().isAvailable()
        && genotype.get().getAlleles().stream().noneMatch(a -> a.isNoCall() || a.equals(allele));
  }

  /**
   * FORMAT DP, else the sum of FORMAT AD or LAD; INFO DP only where the file has one sample or
   * none, since with several it is about all of them.
   */
  OptionalInt depth() {
    if (genotype.isPresent() && genotype.get().hasDP()) {
      return OptionalInt.of(genotype.get().getDP());
    }
    long reads = IntStream.of(reads()).filter(n -> n > 0).asLongStream().sum();
    if (reads > 0 && reads <= Integer.MAX_VALUE) {
      return OptionalInt.of((int) reads);
    }
    return record.getNSamples() > 1
        ? OptionalInt.empty()
        : count(record.getAttributeAsString("DP", "."));
  }

  /**
   * FORMAT AF, else the share in FORMAT AD or LAD, else FORMAT VAF, Strelka's counts or FREQ; INFO
   * AF only where the file has no samples, since with several it is about all of them.
   *
   * @param alternate index among the alternate alleles, from 0
   */
  OptionalDouble alleleFraction(int alternate) {
    if (genotype.isEmpty()) {
      return fraction(attribute(record.getAttribute("AF")), alternate);
    }
    OptionalDouble stated = sampleFraction("AF", alternate);
    if (stated.isPresent()) {
      return stated;
    }
    OptionalDouble fromReads = shareOfReads(alternate);
    if (fromReads.isPresent()) {
      return fromReads;
    }
    OptionalDouble vaf = sampleFraction("VAF", alternate);
    if (vaf.isPresent()) {
      return vaf;
    }
    OptionalDouble strelka = shareInStrelkaFields(alternate);
    return strelka.isPresent() ? strelka : sampleFraction("FREQ", alternate);
  }

  /**
   * The phase set of an allele: GATK's PID with PGT, else FORMAT PSL, else PS, else the whole
   * chromosome. None where the allele is not phased, or more than one haplotype carries it.
   *
   * @param alternate index among the alternate alleles, from 0
   */
  Optional<PhaseSet> phase(int alternate) {
    if (genotype.isEmpty()) {
      return Optional.empty();
    }
    String physical = sampleText("PID");
    if (!physical.equals(".")) {
      return phase(physical, alternate, List.of(sampleText("PGT").split("\\|", -1)));
    }
    OptionalInt haplotype = alleles.haplotype(alternate + 1);
    if (haplotype.isEmpty()) {
      return Optional.empty();
    }
    String[] list = sampleText("PSL").split(",", -1);
    if (list.length == alleles.count() && list.length > 1) {
      // A name of PSL is one molecule, wherever its alleles stand in GT (VCF 4.4, PSL).
      return Optional.of(list[haplotype.getAsInt()])
          .filter(name -> !name.equals("."))
          .map(name -> new PhaseSet(PrintableText.shown(name), 0));
    }
    String set = sampleText("PS");
    // Without a PS field all phased genotypes of a chromosome are one set (VCF 4.5, PS).
    return Optional.of(phaseSet(set.equals(".") ? "all" : set, haplotype.getAsInt()));
  }

  private Optional<PhaseSet> phase(String set, int alternate, List<String> alleles) {
    String wanted = String.valueOf(alternate + 1);
    int haplotype = alleles.indexOf(wanted);
    return alleles.size() < 2 || haplotype < 0 || haplotype != alleles.lastIndexOf(wanted)
        ? Optional.empty()
        : Optional.of(phaseSet(set, haplotype));
  }

  private PhaseSet phaseSet(String set, int haplotype) {
    return new PhaseSet(
        Chromosomes.canonicalName(record.getContig()) + ":" + PrintableText.shown(set), haplotype);
  }

  /**
   * Strelka's counts, which stand for a genotype: of an SNV the reads of each base in AU, CU, GU
   * and TU, of an indel those for and against it in TIR and TAR; the first number is of the
   * stricter tier.
   */
  private OptionalDouble shareInStrelkaFields(int alternate) {
    Allele reference = record.getReference();
    Allele allele = record.getAlternateAllele(alternate);
    boolean snv = reference.length() == 1 && allele.length() == 1 && !allele.isSymbolic();
    OptionalInt with = tier1(snv ? allele.getBaseString().toUpperCase(Locale.ROOT) + "U" : "TIR");
    OptionalInt without =
        tier1(snv ? reference.getBaseString().toUpperCase(Locale.ROOT) + "U" : "TAR");
    if (with.isEmpty() || without.isEmpty() || with.getAsInt() + without.getAsInt() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        (double) with.getAsInt() / ((long) with.getAsInt() + without.getAsInt()));
  }

  private OptionalInt tier1(String key) {
    return count(sampleText(key).split(",", -1)[0]);
  }

  private OptionalDouble shareOfReads(int alternate) {
    int[] reads = reads();
    long sum = IntStream.of(reads).filter(n -> n > 0).asLongStream().sum();
    return reads.length == record.getNAlleles() && sum > 0 && reads[alternate + 1] >= 0
        ? OptionalDouble.of((double) reads[alternate + 1] / sum)
        : OptionalDouble.empty();
  }

  /** Reads of each allele, the reference first, -1 where not known: AD, else LAD. */
  private int[] reads() {
    int[] all = counts("AD");
    if (all.length > 0) {
      return all;
    }
    int[] local = counts("LAD");
    // The alternate alleles that LAD tells of, by their number in ALT (VCF 4.5, LAA).
    int[] numbers = counts("LAA");
    if (local.length == 0 || local.length != numbers.length + 1) {
      return new int[0];
    }
    int[] reads = new int[record.getNAlleles()];
    Arrays.fill(reads, -1);
    reads[0] = local[0];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] > 0 && numbers[i] < reads.length) {
        reads[numbers[i]] = local[i + 1];
      }
    }
    return reads;
  }

  /** A list of counts, -1 for those that are missing; empty where there is none. */
  private int[] counts(String key) {
    String text = sampleText(key);
    return text.equals(".")
        ? new int[0]
        : Stream.of(text.split(",", -1)).mapToInt(n -> count(n).orElse(-1)).toArray();
  }

  private OptionalDouble sampleFraction(String key, int alternate) {
    return fraction(sampleText(key), alternate);
  }

  private String sampleText(String key) {
    String text = fields.getOrDefault(key, ".");
    return text.isEmpty() ? "." : text;
  }

  private static String attribute(@Nullable Object value) {
    return value == null ? "." : value.toString().replaceAll("[\\[\\] ]", "");
  }

  private static OptionalDouble fraction(String text, int alternate) {
    String[] values = text.split(",", -1);
    return alternate < values.length ? Fractions.parse(values[alternate]) : OptionalDouble.empty();
  }

  private static OptionalInt count(String text) {
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
