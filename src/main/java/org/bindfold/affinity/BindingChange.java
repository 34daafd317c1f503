package org.bindfold.affinity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindfold.sequence.AminoAcid;
import org.bindfold.structure.Residue;

/**
 * How a mutation changes the binding free energy of the ligand of a complex.
 *
 * @param ddg kcal/mol; positive is weaker binding
 * @param low lower end of the 80% interval
 * @param high upper end of the 80% interval
 * @param terms what {@code ddg} is made of, before calibration
 * @param sites the residues replaced, as the structure has them
 * @param distance nearest heavy atoms of the replaced residues and the ligand, angstrom
 * @param pResistant probability that the mutant grows under the drug ({@link FunctionModel}), 0 to
 *     1
 * @param function what the mutation means for the protein's own work, one per site
 * @param lost contacts with the ligand that the wild type has and the mutant has not
 * @param gained contacts with the ligand that only the mutant has
 * @param path residues from the first site to the ligand along the strongest contacts
 * @param notes what a reader must know: carried mutations, rebuilt residues, broken disulfides
 */
public record BindingChange(
    double ddg,
    double low,
    double high,
    BindingTerms terms,
    List<Residue> sites,
    double distance,
    double pResistant,
    List<FunctionTerms> function,
    List<Contact> lost,
    List<Contact> gained,
    List<Residue> path,
    List<String> notes) {

  /** Gas constant times 298.15 K, kcal/mol (CODATA 2018: R = 8.314462618 J/(mol K)). */
  public static final double RT_KCAL_PER_MOL = 8.314462618 / 4184 * 298.15;

  /** A tenfold change of the dissociation constant, kcal/mol. */
  public static final double TENFOLD_KCAL_PER_MOL = 1.36;

  public BindingChange {
    sites = List.copyOf(sites);
    function = List.copyOf(function);
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
    path = List.copyOf(path);
    notes = List.copyOf(notes);
  }

  /** What the change means for binding. */
  public enum Effect {
    /** Binds ten times worse, or more. */
    WEAKER("weaker"),
    /** Within ten times. */
    SIMILAR("similar"),
    /** Binds ten times better, or more. */
    STRONGER("stronger");

    private final String label;

    Effect(String label) {
      this.label = label;
    }

    /** The word in every output. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** The effect by {@link #TENFOLD_KCAL_PER_MOL}. */
  public Effect effect() {
    return effect(ddg);
  }

  /** The effect of a binding change in kcal/mol. */
  public static Effect effect(double ddg) {
    if (ddg > TENFOLD_KCAL_PER_MOL) {
      return Effect.WEAKER;
    }
    return ddg < -TENFOLD_KCAL_PER_MOL ? Effect.STRONGER : Effect.SIMILAR;
  }

  /** The residues replaced, as the structure names them: {@code A:315}. */
  public List<String> siteNames() {
    return sites.stream().map(r -> r.id().toString()).toList();
  }

  /** The contact path to the ligand, in the structure's own numbers: {@code E255 > Y253}. */
  public String pathInStructure() {
    return path(Residue::aminoAcid, r -> r.id().label());
  }

  /** The contact path to the ligand, its residues named by what they are and their numbers. */
  public String path(
      Function<Residue, Optional<AminoAcid>> aminoAcid, Function<Residue, String> number) {
    return path.stream()
        .map(
            r ->
                aminoAcid.apply(r).map(a -> String.valueOf(a.letter())).orElse("X")
                    + number.apply(r))
        .collect(Collectors.joining(" > "));
  }

  /** The change of the dissociation constant, mutant over wild type, for a ddG in kcal/mol. */
  public static double fold(double ddg) {
    return Math.exp(ddg / RT_KCAL_PER_MOL);
  }
}
