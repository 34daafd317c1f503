package org.bindfold.structure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a protein kinase holds the phenylalanine of its DFG motif inside, as an active kinase
 * does, or outside, as a type II inhibitor asks for. The motifs come from the sequence: HRD with
 * DFG behind it, the lysine of strand beta 3 before them, and the glutamate of helix alpha C, which
 * is the one nearest to that lysine. The phenylalanine is outside when its ring's tip stands more
 * than 11 angstrom from the glutamate's CA; after Modi and Dunbrack 2019
 * (doi:10.1073/pnas.1814279116), who measure it to the fourth residue behind the glutamate.
 */
public enum KinaseConformation {
  /** No kinase, or a motif or an atom of it is not there. */
  NOT_KNOWN,
  /** The phenylalanine is inside. */
  DFG_IN,
  /** The phenylalanine is outside. */
  DFG_OUT;

  private static final double OUTSIDE_ANGSTROM = 11;
  private static final Pattern CATALYTIC_LOOP = Pattern.compile("[HY]RD.{4}N.{6,16}?([DN]FG)");
  private static final Pattern BETA_3 = Pattern.compile("[AVIC][ILVMCAT]K");

  /** How far before the DFG motif, in residues, the lysine of beta 3 may stand. */
  private static final int LYSINE_FROM = 140;

  private static final int LYSINE_TO = 80;

  /** How far behind the lysine the glutamate may stand. */
  private static final int GLUTAMATE_FROM = 8;

  private static final int GLUTAMATE_TO = 24;

  /** The conformation of the scored chain. */
  public static KinaseConformation of(Complex complex) {
    List<Residue> residues =
        complex.scoredChain().residues().stream().filter(r -> r.aminoAcid().isPresent()).toList();
    String sequence =
        residues.stream()
            .map(r -> String.valueOf(r.aminoAcid().orElseThrow().letter()))
            .collect(Collectors.joining());
    Matcher loop = CATALYTIC_LOOP.matcher(sequence);
    if (!loop.find()) {
      return NOT_KNOWN;
    }
    int aspartate = loop.start(1);
    Optional<Point> ringTip = residues.get(aspartate + 1).position("CZ");
    Optional<Point> glutamate =
        lysine(sequence, aspartate).flatMap(k -> glutamate(residues, sequence, k));
    if (ringTip.isEmpty() || glutamate.isEmpty()) {
      return NOT_KNOWN;
    }
    return ringTip.get().distance(glutamate.get()) > OUTSIDE_ANGSTROM ? DFG_OUT : DFG_IN;
  }

  private static Optional<Integer> lysine(String sequence, int aspartate) {
    Matcher strand =
        BETA_3
            .matcher(sequence)
            .region(Math.max(0, aspartate - LYSINE_FROM), Math.max(0, aspartate - LYSINE_TO));
    return strand.find() ? Optional.of(strand.end() - 1) : Optional.empty();
  }

  private static Optional<Point> glutamate(List<Residue> residues, String sequence, int lysine) {
    Optional<Point> from = residues.get(lysine).position("CA");
    return from.flatMap(
        k ->
            IntStream.rangeClosed(
                    lysine + GLUTAMATE_FROM, Math.min(sequence.length() - 1, lysine + GLUTAMATE_TO))
                .filter(i -> sequence.charAt(i) == 'E')
                .mapToObj(i -> residues.get(i).position("CA"))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(k::distance)));
  }
}
