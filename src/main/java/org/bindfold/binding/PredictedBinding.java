package org.bindfold.binding;

import java.util.List;
import org.bindfold.affinity.BindingChange;
import org.bindfold.affinity.Contact;

/**
 * The predicted binding change of a drug and its mutated target, wherever it comes from.
 *
 * @param ddg kcal/mol; positive is weaker binding
 * @param low lower end of the 80% interval
 * @param high upper end of the 80% interval
 * @param pResistant probability that the mutant grows under the drug, 0 to 1
 * @param origin scored now, or looked up
 * @param structure id of the complex: {@code 1IEP}
 * @param ligand residue name of the ligand in it: {@code STI}
 * @param standsIn whether the ligand is another molecule than the drug
 * @param residue the replaced residues as the structure names them: {@code A:315}
 * @param distance nearest heavy atoms of wild-type residue and ligand, angstrom
 * @param path the contact path to the ligand, by UniProt residue: {@code E255 > Y253}
 * @param lost contacts with the ligand that the wild type has and the mutant has not
 * @param gained contacts with the ligand that only the mutant has
 */
public record PredictedBinding(
    double ddg,
    double low,
    double high,
    double pResistant,
    Origin origin,
    String structure,
    String ligand,
    boolean standsIn,
    String residue,
    double distance,
    String path,
    List<Contact> lost,
    List<Contact> gained) {

  /** Where a binding change comes from. */
  public enum Origin {
    /** Scored in the bundled complex. */
    SCORED("scored"),
    /** Computed beforehand. */
    ATLAS("atlas");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** The word in every output. */
    @Override
    public String toString() {
      return label;
    }
  }

  public PredictedBinding {
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }

  /** The change of the dissociation constant, mutant over wild type. */
  public double foldChange() {
    return BindingChange.fold(ddg);
  }

  /** Lower end of its 80% interval. */
  public double foldLow() {
    return BindingChange.fold(low);
  }

  /** Upper end of its 80% interval. */
  public double foldHigh() {
    return BindingChange.fold(high);
  }

  /** What the change means for binding. */
  public BindingChange.Effect effect() {
    return BindingChange.effect(ddg);
  }
}
