package org.bindfold.pharmacology;

import java.util.Optional;

/**
 * The tumour sits where less of the drug gets: behind the blood-brain barrier the unbound
 * concentration is that of plasma times the drug's brain-to-plasma ratio.
 */
public final class SiteAccess {
  /** The mechanism's gene: none. */
  public static final String NO_GENE = "-";

  private SiteAccess() {}

  /** Where the tumour is. */
  public enum Site {
    /** In reach of the blood. */
    PLASMA("plasma"),
    /** In the brain or its fluid. */
    CNS("cns");

    private final String label;

    Site(String label) {
      this.label = label;
    }

    /** The site of a name, in any case. */
    public static Optional<Site> ofName(String name) {
      for (Site site : values()) {
        if (site.label.equalsIgnoreCase(name)) {
          return Optional.of(site);
        }
      }
      return Optional.empty();
    }
  }

  /** The mechanism; empty for plasma, where nothing is in the way. */
  public static Optional<Mechanism> of(Drug drug, Site site) {
    if (site == Site.PLASMA) {
      return Optional.empty();
    }
    if (drug.brainUnboundRatio().isEmpty()) {
      return Optional.of(
          Mechanism.notAssessed(MechanismKind.SITE, NO_GENE, new Cause.BrainShareNotKnown(drug)));
    }
    double ratio = drug.brainUnboundRatio().get().value();
    return Optional.of(
        new Mechanism(
            MechanismKind.SITE,
            NO_GENE,
            Mechanism.Part.REACH,
            true,
            new Cause.BrainShare(ratio),
            (cell, draw) -> cell.withReach(cell.reach() * ratio)));
  }
}
