package org.bindfold.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The residues without which a protein kinase does not work, found by their motifs in the sequence
 * (Hanks and Hunter 1995, doi:10.1096/fasebj.9.8.7768349): the lysine of strand beta 3, the
 * glutamate of helix alpha C, which is the one nearest to that lysine, the catalytic loop's HRD and
 * asparagine, and DFG.
 *
 * <p>An active kinase holds the phenylalanine of DFG inside; type II inhibitors ask for it outside.
 * It is outside when its ring's tip stands more than 11 angstrom from the glutamate's CA; after
 * Modi and Dunbrack 2019 (doi:10.1073/pnas.1814279116), who measure it to the fourth residue behind
 * the glutamate.
 */
public final class KinaseMotifs {
  private static final double OUTSIDE_ANGSTROM = 11;
  private static final Pattern CATALYTIC_LOOP = Pattern.compile("([HY]RD).{4}(N).{6,16}?([DN]FG)");
  private static final Pattern BETA_3 = Pattern.compile("[AVIC][ILVMCAT]K");

  /** How far before the DFG motif, in residues, the lysine of beta 3 may stand. */
  private static final int LYSINE_FROM = 140;

  private static final int LYSINE_TO = 80;

  /** How far behind the lysine the glutamate may stand. */
  private static final int GLUTAMATE_FROM = 8;

  private static final int GLUTAMATE_TO = 24;

  private final List<Residue> catalytic;
  private final boolean dfgOut;

  private KinaseMotifs(List<Residue> catalytic, boolean dfgOut) {
    this.catalytic = List.copyOf(catalytic);
    this.dfgOut = dfgOut;
  }

  /** The motifs of the scored chain; empty when it is no kinase or a motif is not there. */
  public static Optional<KinaseMotifs> of(Complex complex) {
    List<Residue> residues =
        complex.scoredChain().residues().stream().filter(r -> r.aminoAcid().isPresent()).toList();
    String sequence =
        residues.stream()
            .map(r -> String.valueOf(r.aminoAcid().orElseThrow().letter()))
            .collect(Collectors.joining());
    Matcher loop = CATALYTIC_LOOP.matcher(sequence);
    if (!loop.find()) {
      return Optional.empty();
    }
    OptionalInt lysine = lysine(sequence, loop.start(3));
    Optional<Residue> glutamate =
        lysine.isPresent() ? glutamate(residues, sequence, lysine.getAsInt()) : Optional.empty();
    if (glutamate.isEmpty()) {
      return Optional.empty();
    }
    List<Residue> catalytic = new ArrayList<>();
    catalytic.add(residues.get(lysine.getAsInt()));
    catalytic.add(glutamate.get());
    for (int group = 1; group <= loop.groupCount(); group++) {
      catalytic.addAll(residues.subList(loop.start(group), loop.end(group)));
    }
    Optional<Point> ringTip = residues.get(loop.start(3) + 1).position("CZ");
    Optional<Point> helix = glutamate.get().position("CA");
    boolean outside =
        ringTip.isPresent()
            && helix.isPresent()
            && ringTip.get().distance(helix.get()) > OUTSIDE_ANGSTROM;
    return Optional.of(new KinaseMotifs(catalytic, outside));
  }

  /** The residues of the motifs. */
  public List<Residue> catalytic() {
    return catalytic;
  }

  /** Whether the phenylalanine of DFG stands outside. */
  public boolean dfgOut() {
    return dfgOut;
  }

  private static OptionalInt lysine(String sequence, int dfg) {
    Matcher strand =
        BETA_3
            .matcher(sequence)
            .region(Math.max(0, dfg - LYSINE_FROM), Math.max(0, dfg - LYSINE_TO));
    return strand.find() ? OptionalInt.of(strand.end() - 1) : OptionalInt.empty();
  }

  private static Optional<Residue> glutamate(List<Residue> residues, String sequence, int lysine) {
    Optional<Point> from = residues.get(lysine).position("CA");
    if (from.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.min(sequence.length() - 1, lysine + GLUTAMATE_TO);
    return IntStream.rangeClosed(lysine + GLUTAMATE_FROM, last)
        .filter(i -> sequence.charAt(i) == 'E')
        .mapToObj(residues::get)
        .filter(r -> r.position("CA").isPresent())
        .min(Comparator.comparingDouble(r -> r.position("CA").orElseThrow().distance(from.get())));
  }
}
