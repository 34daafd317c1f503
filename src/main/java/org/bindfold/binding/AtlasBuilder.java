package org.bindfold.binding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Calibration;
import org.bindfold.affinity.MutationScorer;
import org.bindfold.io.InputException;
import org.bindfold.io.InputFile;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.sequence.BundledSequences;
import org.bindfold.sequence.GeneticCode;
import org.bindfold.sequence.ProteinSequence;
import org.bindfold.sequence.Substitution;
import org.bindfold.structure.ChainNumbering;
import org.bindfold.structure.Complex;
import org.bindfold.structure.ComplexReader;
import org.bindfold.structure.Residue;

/**
 * Computes an {@link AtlasTable}: all 19 substitutions of residues within 15 angstrom of the
 * ligand, and of the others those that one changed base of some codon makes. The bytes depend on
 * the structure and the model alone.
 */
public final class AtlasBuilder {
  private static final double NEAR_ANGSTROM = 15;
  private static final long MAX_BYTES = 512L << 20;

  private final AtlasPair pair;
  private final String sha256;
  private final Calibration calibration;
  private final MutationScorer scorer;
  private final Optional<ChainNumbering> numbering;

  /**
   * Reads the complex of a pair.
   *
   * @param folder of the structures
   * @throws InputException when a file is missing or its chain is not the protein
   */
  public AtlasBuilder(AtlasPair pair, Path folder) {
    this.pair = pair;
    ComplexReader.Source source = pair.source(folder);
    this.sha256 = sha256(source.structure());
    this.calibration = Calibration.bundled();
    Complex complex = ComplexReader.read(source);
    this.scorer = new MutationScorer(complex, calibration);
    this.numbering =
        pair.accession()
            .map(
                accession ->
                    ChainNumbering.of(complex, BundledSequences.of(accession).orElseThrow())
                        .orElseThrow(
                            () ->
                                InputException.file(
                                    source.structure(),
                                    "its chain "
                                        + complex.chain()
                                        + " is not "
                                        + accession
                                        + "; expected entry "
                                        + pair.structure()
                                        + ".")));
  }

  private static String sha256(String file) {
    try (InputFile input = InputFile.open(file, MAX_BYTES)) {
      input.readAllBytes();
      return input.sha256();
    }
  }

  /** The table as gzipped tab-separated text. */
  public byte[] build() {
    StringBuilder text = new StringBuilder();
    text.append("# structure\t").append(pair.structure()).append('\n');
    text.append("# structure_sha256\t").append(sha256).append('\n');
    text.append("# made_by\tbindfold atlas build\n");
    text.append("# model_version\t").append(calibration.version()).append('\n');
    text.append(String.join("\t", AtlasTable.COLUMNS)).append('\n');
    List<Residue> residues = scorer.complex().scoredChain().residues();
    // Each residue on one thread: the scorer keeps its surroundings for the next substitution.
    residues.parallelStream().map(this::rows).toList().forEach(text::append);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String rows(Residue residue) {
    Optional<AminoAcid> wildType = wildType(residue);
    OptionalInt position = position(residue);
    if (wildType.isEmpty() || position.isEmpty() || !residue.hasBackbone()) {
      return "";
    }
    boolean near = near(residue);
    StringBuilder rows = new StringBuilder();
    for (AminoAcid mutant : AminoAcid.values()) {
      if (mutant != wildType.get() && (near || GeneticCode.oneBaseApart(wildType.get(), mutant))) {
        BindingChange change =
            scorer.score(List.of(new MutationScorer.Site(residue, wildType.get(), mutant)));
        Substitution substitution = new Substitution(wildType.get(), position.getAsInt(), mutant);
        rows.append(row(substitution, change)).append('\n');
      }
    }
    return rows.toString();
  }

  private boolean near(Residue residue) {
    return residue.atoms().stream()
        .anyMatch(
            a ->
                scorer.complex().ligand().atoms().stream()
                    .anyMatch(b -> a.position().distance(b.position()) <= NEAR_ANGSTROM));
  }

  /** What the reference has there, which the structure may not: another species, a mutant. */
  private Optional<AminoAcid> wildType(Residue residue) {
    if (numbering.isEmpty()) {
      return residue.aminoAcid();
    }
    ProteinSequence reference = numbering.get().reference();
    OptionalInt position = position(residue);
    return position.isPresent()
        ? AminoAcid.ofLetter(reference.residues().charAt(position.getAsInt() - 1))
        : Optional.empty();
  }

  private OptionalInt position(Residue residue) {
    return numbering.isPresent()
        ? numbering.get().position(residue)
        : OptionalInt.of(residue.id().number());
  }

  private String row(Substitution substitution, BindingChange change) {
    List<String> cells = new ArrayList<>();
    cells.add(AtlasTable.name(substitution));
    cells.add(decimal(change.ddg(), 2));
    cells.add(decimal(change.low(), 2));
    cells.add(decimal(change.high(), 2));
    cells.add(decimal(change.pResistant(), 3));
    cells.add(decimal(change.distance(), 1));
    cells.add(change.sites().get(0).id().toString());
    cells.add(path(change));
    cells.add(AtlasTable.contacts(change.lost()));
    cells.add(AtlasTable.contacts(change.gained()));
    cells.add(String.join("; ", change.notes()));
    return String.join("\t", cells);
  }

  private String path(BindingChange change) {
    return change.path().stream()
        .map(
            r ->
                wildType(r).map(a -> String.valueOf(a.letter())).orElse("X")
                    + (position(r).isPresent()
                        ? String.valueOf(position(r).getAsInt())
                        : r.id().label()))
        .collect(Collectors.joining(" > "));
  }

  static String decimal(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-0\\.0*") ? text.substring(1) : text;
  }
}
