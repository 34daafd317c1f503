package org.bindfold.variant.vcf;

import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.variant.Annotation;

/**
 * How an annotated VCF writes what its alleles do: VEP's {@code CSQ} and SnpEff's {@code ANN} by
 * the names in the header, bcftools' {@code BCSQ} by its fixed order.
 *
 * <p>Sources: the INFO lines of VEP 96 and 101 and of SnpEff 4.2 as the bdg-formats documentation
 * prints them (transcript-effects.md); "Variant annotations in VCF format", version 1.0, by which
 * the order of ANN stands in the header; and for BCSQ the page "Consequence calling" of the
 * bcftools howtos, by which the last three fields may be missing, an entry may begin with {@code @}
 * and a position, and a consequence behind a stop with an asterisk.
 */
final class AnnotationFormat {
  private static final Pattern HEADER =
      Pattern.compile("##INFO=<ID=(CSQ|ANN|BCSQ),.*Description=\"(.*)\".*>");
  private static final List<String> BCSQ_NAMES =
      List.of("consequence", "gene", "transcript", "biotype", "strand", "amino", "dna");
  private static final Pattern BCSQ_CHANGE =
      Pattern.compile("(\\d+)([A-Z*]+)(?:>(\\d+)([A-Z*]+))?");
  private static final Pattern ONE_FOR_ONE = Pattern.compile("([A-Z*])/([A-Z*])");

  private final String key;
  private final List<String> names;

  private AnnotationFormat(String key, List<String> names) {
    this.key = key;
    this.names = names;
  }

  /** The format that a line of the header defines; empty for any other line. */
  static Optional<AnnotationFormat> of(String metaLine) {
    Matcher matcher = HEADER.matcher(metaLine);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1).equals("BCSQ")) {
      return Optional.of(new AnnotationFormat("BCSQ", BCSQ_NAMES));
    }
    String description = matcher.group(2);
    // Both programs write "...: 'Allele | Annotation | ...'" or "... Format:
    // Allele|Consequence|...".
    String list = description.substring(description.indexOf(':') + 1);
    List<String> names =
        Arrays.stream(list.split("\\|", -1))
            .map(name -> name.replaceAll("[' \"]", "").toLowerCase(Locale.ROOT))
            .toList();
    return names.size() < 3
        ? Optional.empty()
        : Optional.of(new AnnotationFormat(matcher.group(1), names));
  }

  /** The INFO key: {@code CSQ}, {@code ANN} or {@code BCSQ}. */
  String key() {
    return key;
  }

  /** What the record says of an allele, one entry per transcript, in the file's order. */
  List<Annotation> of(VariantContext record, Allele allele) {
    List<Annotation> found = new ArrayList<>();
    for (String text : record.getAttributeAsStringList(key, "")) {
      // An entry that begins with @ points to another record, which holds it.
      if (text.isEmpty() || text.startsWith("@")) {
        continue;
      }
      Entry entry = new Entry(names, text.split("\\|", -1));
      if (record.getAlternateAlleles().size() == 1 || entry.isOf(allele, record)) {
        found.add(key.equals("BCSQ") ? bcsq(entry) : named(entry));
      }
    }
    return found;
  }

  private static Annotation named(Entry entry) {
    String gene = entry.first("symbol", "gene_name");
    String transcript = entry.first("feature", "feature_id");
    String protein = entry.first("hgvsp", "hgvs.p");
    if (protein.isEmpty()) {
      Matcher residues = ONE_FOR_ONE.matcher(entry.first("amino_acids"));
      String position = entry.first("protein_position").split("/")[0];
      protein =
          residues.matches() && position.matches("\\d{1,6}")
              ? residues.group(1) + position + residues.group(2)
              : "";
    }
    boolean chosen =
        !entry.first("mane_select").isEmpty()
            || entry.first("mane").startsWith("MANE_Select")
            || entry.first("canonical").equals("YES")
            || entry.first("pick").equals("1");
    return new Annotation(
        gene,
        transcript,
        consequences(entry.first("consequence", "annotation")),
        text(afterColon(entry.first("hgvsc", "hgvs.c"))),
        text(afterColon(protein).replace("%3D", "=")),
        chosen);
  }

  private static Annotation bcsq(Entry entry) {
    Matcher change = BCSQ_CHANGE.matcher(entry.first("amino"));
    Optional<String> protein = Optional.empty();
    if (change.matches() && change.group(3) == null) {
      protein = Optional.of("p." + change.group(2).charAt(0) + change.group(1) + "=");
    } else if (change.matches() && change.group(2).length() == 1 && change.group(4).length() == 1) {
      protein = Optional.of("p." + change.group(2) + change.group(1) + change.group(4));
    }
    return new Annotation(
        entry.first("gene"),
        entry.first("transcript"),
        consequences(entry.first("consequence").replaceFirst("^\\*", "")),
        Optional.empty(),
        protein,
        false);
  }

  private static List<String> consequences(String text) {
    return Arrays.stream(text.split("&")).map(term -> term.replace("_variant", "")).toList();
  }

  private static String afterColon(String text) {
    return text.substring(text.lastIndexOf(':') + 1);
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The fields of one entry by name. */
  private record Entry(List<String> names, String[] fields) {

    /** The first of the named fields that the format has; empty text where it has none. */
    String first(String... wanted) {
      for (String name : wanted) {
        int index = names.indexOf(name);
        if (index >= 0 && index < fields.length && !fields[index].isEmpty()) {
          return fields[index];
        }
      }
      return "";
    }

    /**
     * VEP leaves out the base that all alleles begin with, SnpEff writes ALT, bcftools the edit.
     */
    boolean isOf(Allele allele, VariantContext record) {
      String number = first("allele_num");
      if (!number.isEmpty()) {
        return number.equals(String.valueOf(record.getAlleleIndex(allele)));
      }
      String dna = first("dna");
      String alternate = allele.getDisplayString();
      if (!dna.isEmpty()) {
        return dna.endsWith(">" + alternate);
      }
      String named = first("allele");
      String rest = alternate.length() > 1 ? alternate.substring(1) : "-";
      boolean shared =
          record.getAlleles().stream()
              .allMatch(
                  a ->
                      a.getDisplayString().charAt(0)
                          == record.getReference().getDisplayString().charAt(0));
      return named.equals(shared ? rest : alternate) || named.equals(alternate);
    }
  }
}
