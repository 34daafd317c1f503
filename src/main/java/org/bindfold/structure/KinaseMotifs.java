package org.bindfold.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The residues without which a protein kinase does not work, found by their motifs in the sequence
 * (Hanks and Hunter 1995, PMID 7768349): the lysine of strand beta 3, the glutamate of helix alpha
 * C, which is the one nearest to that lysine, the catalytic loop's HRD and asparagine, and DFG; and
 * the hydrophobic spines that hold the two lobes and ATP together
 * (doi:10.1016/j.bbapap.2009.10.017) as far as those motifs place them: the valine behind the
 * glycine-rich loop, the alanine two before the lysine and the residue two behind the asparagine,
 * between which adenine lies, and the residue four behind the glutamate.
 *
 * <p>An active kinase holds the phenylalanine of DFG inside; type II inhibitors ask for it outside.
 * It is outside when its ring's tip stands more than 11 angstrom from the glutamate's CA; after
 * Modi and Dunbrack 2019 (doi:10.1073/pnas.1814279116), who measure it to the fourth residue behind
 * the glutamate.
 */
public final class KinaseMotifs {
  private static final double OUTSIDE_ANGSTROM = 11;

  /**
   * A kinase made inactive for its crystals has asparagine for the aspartate; so has a natural
   * pseudokinase, which is then taken for a kinase.
   */
  private static final Pattern CATALYTIC_LOOP =
      Pattern.compile("([HY]R[DN]).{4}(N).{6,16}?([DN]FG)");

  private static final int ASPARAGINE = 2;
  private static final int DFG = 3;
  private static final Pattern GLYCINE_RICH_LOOP = Pattern.compile("G.G.{2}G.V");
  private static final Pattern BETA_3 = Pattern.compile("[AVIC][ILVMCAT]K");

  /** How far before the DFG motif, in residues, the lysine of beta 3 may stand. */
  private static final int LYSINE_FROM = 140;

  private static final int LYSINE_TO = 80;

  /** How far behind the lysine the glutamate may stand. */
  private static final int GLUTAMATE_FROM = 8;

  private static final int GLUTAMATE_TO = 24;

  /** How far before the lysine the glycine-rich loop may begin: 22 residues in ABL1. */
  private static final int GLYCINE_RICH_LOOP_FROM = 40;

  /** From the lysine to the alanine of the spine. */
  private static final int SPINE_FROM_LYSINE = -2;

  /** From the asparagine of the catalytic loop to the spine. */
  private static final int SPINE_FROM_ASPARAGINE = 2;

  /** From the glutamate to the spine: one turn of the helix. */
  private static final int SPINE_FROM_GLUTAMATE = 4;

  private final List<Residue> essential;
  private final boolean dfgOut;

  private KinaseMotifs(List<Residue> essential, boolean dfgOut) {
    this.essential = List.copyOf(essential);
    this.dfgOut = dfgOut;
  }

  /**
   * The motifs of the scored chain, looked for in its whole sequence; residues that the model lacks
   * are left out. Empty when it is no kinase, or lysine or glutamate is not there.
   */
  public static Optional<KinaseMotifs> of(Complex complex) {
    Complex.Chain chain = complex.scoredChain();
    String sequence = chain.sequence();
    Map<Integer, Residue> observed = new HashMap<>();
    for (int i = 0; i < chain.residues().size(); i++) {
      observed.put(chain.sequenceIndex().get(i), chain.residues().get(i));
    }
    Matcher loop = CATALYTIC_LOOP.matcher(sequence);
    if (!loop.find()) {
      return Optional.empty();
    }
    OptionalInt lysine = lysine(sequence, loop.start(DFG));
    OptionalInt glutamate =
        lysine.isPresent() ? glutamate(observed, sequence, lysine.getAsInt()) : OptionalInt.empty();
    if (glutamate.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> essential = new ArrayList<>();
    essential.add(lysine.getAsInt());
    essential.add(glutamate.getAsInt());
    for (int group = 1; group <= loop.groupCount(); group++) {
      IntStream.range(loop.start(group), loop.end(group)).forEach(essential::add);
    }
    essential.add(lysine.getAsInt() + SPINE_FROM_LYSINE);
    essential.add(loop.start(ASPARAGINE) + SPINE_FROM_ASPARAGINE);
    essential.add(glutamate.getAsInt() + SPINE_FROM_GLUTAMATE);
    int loopFrom = Math.max(0, lysine.getAsInt() - GLYCINE_RICH_LOOP_FROM);
    Matcher glycines = GLYCINE_RICH_LOOP.matcher(sequence).region(loopFrom, lysine.getAsInt());
    if (glycines.find()) {
      essential.add(glycines.end() - 1);
    }
    Optional<Point> ringTip = position(observed, loop.start(DFG) + 1, "CZ");
    Optional<Point> helix = position(observed, glutamate.getAsInt(), "CA");
    boolean outside =
        ringTip.isPresent()
            && helix.isPresent()
            && ringTip.get().distance(helix.get()) > OUTSIDE_ANGSTROM;
    return Optional.of(
        new KinaseMotifs(
            essential.stream().map(observed::get).filter(Objects::nonNull).toList(), outside));
  }

  /** The residues of the motifs and of the spines. */
  public List<Residue> essential() {
    return essential;
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

  /** The glutamate nearest to the lysine among those that helix alpha C can hold. */
  private static OptionalInt glutamate(
      Map<Integer, Residue> observed, String sequence, int lysine) {
    Optional<Point> from = position(observed, lysine, "CA");
    if (from.isEmpty()) {
      return OptionalInt.empty();
    }
    int last = Math.min(sequence.length() - 1, lysine + GLUTAMATE_TO);
    return IntStream.rangeClosed(lysine + GLUTAMATE_FROM, last)
        .filter(i -> sequence.charAt(i) == 'E')
        .filter(i -> position(observed, i, "CA").isPresent())
        .boxed()
        .min(
            Comparator.comparingDouble(
                i -> position(observed, i, "CA").orElseThrow().distance(from.get())))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<Point> position(Map<Integer, Residue> observed, int index, String atom) {
    return Optional.ofNullable(observed.get(index)).flatMap(r -> r.position(atom));
  }
}
