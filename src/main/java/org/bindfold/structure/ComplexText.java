package org.bindfold.structure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindfold.energy.AtomType;
import org.bindfold.sequence.AminoAcid;

/**
 * A complex that was read before and written out field by field: tab-separated lines, a word or a
 * count before each part, an empty field for what is absent. Reading it needs neither BioJava nor
 * CDK, nor anything else that is slow to start.
 */
final class ComplexText {
  static final String HEADER =
      "# A complex as read from the files that catalog.tsv names, which also has its source. Layout:"
          + " ComplexText. Version: 1. Made by: src/data/complexes.sh.";

  /**
   * Coordinates are whole numbers of these, as structure files give at most four decimals. Dividing
   * gives the same double as reading the decimals, and is quicker in a cold JVM.
   */
  static final double PER_ANGSTROM = 10_000;

  private final byte[] text;
  private int at;

  private ComplexText(byte[] text) {
    this.text = text;
  }

  /**
   * The complex, the same in every bit as the one that was written.
   *
   * @param resource for messages
   * @throws IllegalStateException when the text is no complex, or not a whole one
   */
  static Complex read(String resource, byte[] text) {
    try {
      ComplexText reader = new ComplexText(text);
      Complex complex = reader.complex();
      if (reader.at != text.length) {
        throw new IllegalArgumentException("something follows the end");
      }
      return complex;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(resource + " is damaged: " + e.getMessage(), e);
    }
  }

  private Complex complex() {
    word(HEADER);
    word("complex");
    String name = field();
    String scored = field();
    String organism = field();
    List<Complex.Chain> chains = new ArrayList<>();
    for (int n = count("chains"); n > 0; n--) {
      chains.add(chain());
    }
    Ligand ligand = ligand();
    List<Ligand> cofactors = new ArrayList<>();
    for (int n = count("cofactors"); n > 0; n--) {
      cofactors.add(ligand());
    }
    List<TypedAtom> metals = atoms(count("metals"));
    List<String> notes = new ArrayList<>();
    for (int n = count("notes"); n > 0; n--) {
      notes.add(field());
    }
    word("end");
    return new Complex(
        name,
        chains,
        scored,
        ligand,
        cofactors,
        metals,
        organism.isEmpty() ? Optional.empty() : Optional.of(organism),
        notes);
  }

  private Complex.Chain chain() {
    word("chain");
    String id = field();
    String sequence = field();
    List<Residue> residues = new ArrayList<>();
    List<Integer> sequenceIndex = new ArrayList<>();
    for (int n = integer(); n > 0; n--) {
      word("residue");
      sequenceIndex.add(integer());
      residues.add(residue(id));
    }
    return new Complex.Chain(id, residues, sequence, sequenceIndex);
  }

  private Residue residue(String chain) {
    int number = integer();
    String code = field();
    ResidueId id =
        new ResidueId(
            chain, number, code.isEmpty() ? Optional.empty() : Optional.of(code.charAt(0)));
    String name = field();
    String aminoAcid = field();
    return new Residue(
        id,
        name,
        aminoAcid.isEmpty() ? Optional.empty() : Optional.of(AminoAcid.valueOf(aminoAcid)),
        bool(),
        atoms(integer()));
  }

  private Ligand ligand() {
    word("ligand");
    String name = field();
    int charge = integer();
    Ligand.ChemistrySource chemistry = Ligand.ChemistrySource.valueOf(field());
    List<TypedAtom> atoms = atoms(integer());
    List<List<Integer>> rings = new ArrayList<>();
    for (int n = count("rings"); n > 0; n--) {
      List<Integer> ring = new ArrayList<>();
      for (int members = integer(); members > 0; members--) {
        ring.add(integer());
      }
      rings.add(ring);
    }
    return new Ligand(name, atoms, rings, charge, chemistry);
  }

  private List<TypedAtom> atoms(int count) {
    List<TypedAtom> atoms = new ArrayList<>();
    for (int n = count; n > 0; n--) {
      atoms.add(
          new TypedAtom(
              field(),
              field(),
              new Point(angstrom(), angstrom(), angstrom()),
              AtomType.valueOf(field()),
              bool(),
              integer()));
    }
    return atoms;
  }

  private int count(String of) {
    word(of);
    return integer();
  }

  private void word(String expected) {
    String found = field();
    if (!found.equals(expected)) {
      throw new IllegalArgumentException("'" + expected + "' is missing");
    }
  }

  private boolean bool() {
    String word = field();
    if (!word.equals("yes") && !word.equals("no")) {
      throw new IllegalArgumentException("'" + word + "' is neither yes nor no");
    }
    return word.equals("yes");
  }

  private int integer() {
    return Integer.parseInt(field());
  }

  private double angstrom() {
    return integer() / PER_ANGSTROM;
  }

  /** What stands before the next tab or line end. */
  private String field() {
    int start = at;
    while (at < text.length) {
      byte b = text[at++];
      if (b == '\t' || b == '\n') {
        return new String(text, start, at - 1 - start, StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("it is cut short");
  }
}
