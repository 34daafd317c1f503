package org.bindfold.variant.vcf;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.bindfold.genome.Assembly;
import org.bindfold.genome.Chromosomes;
import org.bindfold.io.InputException;
import org.bindfold.io.PrintableText;
import org.bindfold.io.Remedy;

/** What the header of a file says about the assembly of its positions. */
final class AssemblyEvidence {
  private static final Pattern NAMES_37 =
      Pattern.compile("grch37|hg19|b37|hs37|g1k_v37|ncbi37", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES_38 =
      Pattern.compile("grch38|hg38|b38|hs38|ncbi38", Pattern.CASE_INSENSITIVE);

  private final Set<Assembly> byLength = EnumSet.noneOf(Assembly.class);
  private final Set<Assembly> byText = EnumSet.noneOf(Assembly.class);
  private Optional<String> unknownContig = Optional.empty();

  /** A contig of the header and its length in bases. */
  void contig(String name, long length) {
    boolean known = false;
    boolean chromosome = false;
    for (Assembly assembly : Assembly.values()) {
      OptionalInt expected = Chromosomes.length(assembly, name);
      chromosome |= expected.isPresent();
      if (expected.isPresent() && expected.getAsInt() == length) {
        byLength.add(assembly);
        known = true;
      }
    }
    if (chromosome && !known && unknownContig.isEmpty()) {
      unknownContig = Optional.of(PrintableText.shown(name) + " has " + length + " bases");
    }
  }

  /** A text that may name the assembly: a path of a reference, an attribute. */
  void text(String text) {
    if (NAMES_37.matcher(text).find()) {
      byText.add(Assembly.GRCH37);
    }
    if (NAMES_38.matcher(text).find()) {
      byText.add(Assembly.GRCH38);
    }
  }

  /**
   * The assembly to use.
   *
   * @param file for messages
   * @param asked what the user said
   * @throws InputException when the contig lengths are those of another assembly
   */
  Choice choose(String file, Optional<Assembly> asked) {
    if (asked.isPresent()) {
      Assembly assembly = asked.get();
      if (byLength.equals(EnumSet.of(assembly.other()))) {
        throw InputException.file(
                file,
                String.format(
                    Locale.ROOT,
                    "has the contig lengths of %s, but %s was given as its assembly; give %s, or none.",
                    assembly.other(),
                    assembly,
                    assembly.other()))
            .mendedBy(Remedy.ASSEMBLY, assembly.other().toString());
      }
      return new Choice(assembly, "as given", byLength.contains(assembly));
    }
    if (byLength.size() == 1) {
      return new Choice(byLength.iterator().next(), "contig lengths in the header", true);
    }
    if (byLength.isEmpty() && unknownContig.isPresent()) {
      throw InputException.file(
              file,
              "is on an assembly that is neither GRCh37 nor GRCh38: in its header "
                  + unknownContig.get()
                  + ". Lift it over, or say which of the two it is on if the header is wrong.")
          .mendedBy(Remedy.ASSEMBLY);
    }
    if (byText.size() == 1) {
      return new Choice(byText.iterator().next(), "reference named in the header", false);
    }
    return new Choice(Assembly.GRCH38, "not stated in the file; GRCh38 assumed", false);
  }

  /**
   * An assembly and why.
   *
   * @param assembly the assembly to use
   * @param reason in plain words
   * @param certain whether contig lengths prove it
   */
  record Choice(Assembly assembly, String reason, boolean certain) {}
}
