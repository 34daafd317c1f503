package org.bindfold.structure;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what {@link ComplexText} reads. */
final class ComplexTextWriter {
  private final StringBuilder text = new StringBuilder();

  private ComplexTextWriter() {}

  static byte[] write(Complex complex) {
    ComplexTextWriter writer = new ComplexTextWriter();
    writer.complex(complex);
    return writer.text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void complex(Complex complex) {
    line(ComplexText.HEADER);
    line("complex", complex.name(), complex.chain(), complex.organism().orElse(""));
    line("chains", complex.chains().size());
    complex.chains().forEach(this::chain);
    ligand(complex.ligand());
    line("cofactors", complex.cofactors().size());
    complex.cofactors().forEach(this::ligand);
    line("metals", complex.metals().size());
    complex.metals().forEach(this::atom);
    line("notes", complex.notes().size());
    complex.notes().forEach(this::line);
    line("end");
  }

  private void chain(Complex.Chain chain) {
    line("chain", chain.id(), chain.sequence(), chain.residues().size());
    for (int i = 0; i < chain.residues().size(); i++) {
      Residue residue = chain.residues().get(i);
      line(
          "residue",
          chain.sequenceIndex().get(i),
          residue.id().number(),
          residue.id().insertionCode().map(String::valueOf).orElse(""),
          residue.name(),
          residue.aminoAcid().map(Enum::name).orElse(""),
          yesOrNo(residue.modified()),
          residue.atoms().size());
      residue.atoms().forEach(this::atom);
    }
  }

  private void ligand(Ligand ligand) {
    line("ligand", ligand.name(), ligand.charge(), ligand.chemistry(), ligand.atoms().size());
    ligand.atoms().forEach(this::atom);
    line("rings", ligand.rings().size());
    for (List<Integer> ring : ligand.rings()) {
      text.append(ring.size()).append('\t');
      line(ring.toArray());
    }
  }

  private void atom(TypedAtom atom) {
    line(
        atom.name(),
        atom.element(),
        whole(atom.position().x()),
        whole(atom.position().y()),
        whole(atom.position().z()),
        atom.type().name(),
        yesOrNo(atom.aromatic()),
        atom.charge());
  }

  private static int whole(double angstrom) {
    int whole = (int) Math.rint(angstrom * ComplexText.PER_ANGSTROM);
    if (Double.compare(whole / ComplexText.PER_ANGSTROM, angstrom) != 0) {
      throw new IllegalArgumentException(angstrom + " has more than four decimals");
    }
    return whole;
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }

  private void line(Object... fields) {
    for (int i = 0; i < fields.length; i++) {
      String field = fields[i].toString();
      if (field.contains("\t") || field.contains("\n")) {
        throw new IllegalArgumentException("a field holds a tab or a line end: " + field);
      }
      text.append(field).append(i < fields.length - 1 ? '\t' : '\n');
    }
  }
}
