package org.bindfold.report;

import java.util.List;
import java.util.Optional;

/**
 * What changed between two reports. Drugs, variants, results and fusions are told apart by their
 * own fields; numbers are compared as values, so 1.5 and 1.50 are the same, and shown with the
 * digits that each report has.
 *
 * @param older the report that is compared with
 * @param newer the report that is compared
 * @param changes in the order of a report's sections; none where nothing of what is compared
 *     changed
 */
public record ReportDifference(Side older, Side newer, List<Change> changes) {
  public ReportDifference {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two reports.
   *
   * @param olderFile what the older one is called, such as its path
   * @param newerFile what the newer one is called
   */
  public static ReportDifference between(
      String olderFile, ResistanceReport older, String newerFile, ResistanceReport newer) {
    return new ReportDifference(
        Side.of(olderFile, older),
        Side.of(newerFile, newer),
        new ReportComparison(older, newer).changes());
  }

  /** Whether a class changed. */
  public boolean classChanged() {
    return changes.stream().anyMatch(Change::classChanged);
  }

  /**
   * One of the two reports.
   *
   * @param file what it is called, such as its path
   * @param label the report's name
   * @param program what wrote it, with its version
   */
  public record Side(String file, String label, String program) {
    static Side of(String file, ResistanceReport report) {
      return new Side(file, report.label(), program(report));
    }

    static String program(ResistanceReport report) {
      return report.tool().name() + " " + report.tool().version();
    }
  }

  /** What a change is of, in the order of the rows. */
  public enum Subject {
    /** The report as a whole: label, sample, assembly. */
    REPORT("report", "Reports"),
    /** The program, the form of the report, the data. */
    VERSION("version", "Versions"),
    /** The whole sample under a drug. */
    SAMPLE("sample", "Outcome by drug"),
    /** A variant that only one of the reports has. */
    VARIANT("variant", "Variants"),
    /** A variant under a drug. */
    RESULT("result", "Variants and drugs"),
    /** A drug among those of its target. */
    ALTERNATIVE("alternative", "What still works"),
    /** Copies of a gene. */
    COPY_NUMBER("copy_number", "Copy number"),
    /** A fusion of two genes. */
    FUSION("fusion", "Fusions");

    private final String label;
    private final String heading;

    Subject(String label, String heading) {
      this.label = label;
      this.heading = heading;
    }

    /** The word in tables. */
    @Override
    public String toString() {
      return label;
    }

    /** What stands above its changes. */
    String heading() {
      return heading;
    }
  }

  /**
   * What changed of a subject.
   *
   * @param column the word in tables: {@code fold_change}
   * @param words the same for people: {@code fold change}
   * @param absent what people read where a report has no value: a gene without a call has copies
   *     that are not known, not none
   */
  public record Field(String column, String words, String absent) {
    private static final String NOT_KNOWN = "not known";
    private static final String NOT_LISTED = "not listed";

    static final Field LABEL = new Field("label", "label", NOT_KNOWN);
    static final Field SAMPLE = new Field("sample", "sample", NOT_KNOWN);
    static final Field ASSEMBLY = new Field("assembly", "assembly", NOT_KNOWN);
    static final Field PROGRAM = new Field("program", "program", NOT_KNOWN);
    static final Field SCHEMA = new Field("schema", "report schema", NOT_KNOWN);
    static final Field OUTCOME = new Field("outcome", "class", NOT_LISTED);
    static final Field FOLD_CHANGE = new Field("fold_change", "fold change", NOT_KNOWN);
    static final Field DECIDED_BY = new Field("decided_by", "decided by", "no variant");
    static final Field DDG = new Field("ddg_kcal_mol", "ddG, kcal/mol", NOT_KNOWN);
    static final Field EVIDENCE = new Field("evidence", "measured by others", NOT_LISTED);
    static final Field VARIANT = new Field("variant", "variant", NOT_LISTED);
    static final Field RANK = new Field("rank", "rank", NOT_LISTED);
    static final Field COPIES = new Field("copies", "copies", NOT_KNOWN);
    static final Field FUSION = new Field("fusion", "fusion", NOT_LISTED);
    static final Field FRAME = new Field("frame", "reading frame", NOT_KNOWN);
    static final Field KINASE_DOMAIN = new Field("kinase_domain", "kinase domain", NOT_KNOWN);

    /** The version of a data file. */
    static Field ofData(String name) {
      return new Field(name, name, NOT_LISTED);
    }
  }

  /**
   * One change.
   *
   * @param subject what it is of
   * @param drug catalogued name
   * @param gene HGNC symbol; of a fusion both
   * @param change of the protein, short form; of a fusion the exons that meet
   * @param field what changed
   * @param older its value in the older report; empty where that has none
   * @param newer its value in the newer report; empty where that has none
   * @param classChanged whether a class changed: from one to another, or the drug or variant is in
   *     one report only and is intermediate or resistant there
   */
  public record Change(
      Subject subject,
      Optional<String> drug,
      Optional<String> gene,
      Optional<String> change,
      Field field,
      Optional<String> older,
      Optional<String> newer,
      boolean classChanged) {}
}
