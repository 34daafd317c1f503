package org.bindfold.variant;

import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.Genotype;
import htsjdk.variant.variantcontext.VariantContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one record says of one sample. Without a sample, or where its column is silent, depth comes
 * from INFO.
 */
final class Genotypes {
  private final VariantContext record;
  private final Optional<Genotype> genotype;

  Genotypes(VariantContext record, Optional<String> sample) {
    this.record = record;
    this.genotype = sample.map(record::getGenotype);
  }

  /** Whether the genotype is called, and the allele is not in it. */
  boolean excludes(Allele allele) {
    return genotype.isPresent()
        && genotype.get().isAvailable()
        && genotype.get().getAlleles().stream().noneMatch(a -> a.isNoCall() || a.equals(allele));
  }

  /** FORMAT DP, else INFO DP, else the sum of FORMAT AD. */
  OptionalInt depth() {
    if (genotype.isPresent() && genotype.get().hasDP()) {
      return OptionalInt.of(genotype.get().getDP());
    }
    OptionalInt info = count(record.getAttributeAsString("DP", "."));
    if (info.isPresent()) {
      return info;
    }
    return genotype.isPresent() && genotype.get().hasAD()
        ? OptionalInt.of(IntStream.of(genotype.get().getAD()).filter(n -> n > 0).sum())
        : OptionalInt.empty();
  }

  /**
   * FORMAT AF, else the share in FORMAT AD, else FORMAT VAF, Strelka's counts or FREQ; INFO AF only
   * where the file has no samples, since with several it is about all of them.
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
   * The phase set of an allele: FORMAT PS, else GATK's PID with PGT, else the whole chromosome.
   * None where the genotype is not phased, or more than one haplotype carries the allele.
   *
   * @param alternate index among the alternate alleles, from 0
   */
  Optional<PhaseSet> phase(int alternate) {
    if (genotype.isEmpty()) {
      return Optional.empty();
    }
    String physical = attribute(genotype.get().getAnyAttribute("PID"));
    if (!physical.equals(".")) {
      String[] alleles = attribute(genotype.get().getAnyAttribute("PGT")).split("\\|", -1);
      return phase(physical, alternate, List.of(alleles));
    }
    String set = attribute(genotype.get().getAnyAttribute("PS"));
    // Without a PS field all phased genotypes of a chromosome are one set (VCF 4.5, PS).
    if (!genotype.get().isPhased()) {
      return Optional.empty();
    }
    return phase(
        set.equals(".") ? "all" : set,
        alternate,
        genotype.get().getAlleles().stream()
            .map(a -> a.isNoCall() ? "." : String.valueOf(record.getAlleleIndex(a)))
            .toList());
  }

  private Optional<PhaseSet> phase(String set, int alternate, List<String> alleles) {
    String wanted = String.valueOf(alternate + 1);
    int haplotype = alleles.indexOf(wanted);
    return alleles.size() < 2 || haplotype < 0 || haplotype != alleles.lastIndexOf(wanted)
        ? Optional.empty()
        : Optional.of(
            new PhaseSet(
                Chromosomes.canonicalName(record.getContig()) + ":" + VcfText.shown(set),
                haplotype));
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
    return count(attribute(genotype.orElseThrow().getAnyAttribute(key)).split(",")[0]);
  }

  private OptionalDouble shareOfReads(int alternate) {
    int[] reads = genotype.filter(Genotype::hasAD).map(Genotype::getAD).orElse(new int[0]);
    long sum = IntStream.of(reads).filter(n -> n > 0).asLongStream().sum();
    return reads.length == record.getNAlleles() && sum > 0 && reads[alternate + 1] >= 0
        ? OptionalDouble.of((double) reads[alternate + 1] / sum)
        : OptionalDouble.empty();
  }

  private OptionalDouble sampleFraction(String key, int alternate) {
    return fraction(attribute(genotype.orElseThrow().getAnyAttribute(key)), alternate);
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
