package org.bindfold.pharmacology;

import java.util.Optional;

/**
 * What brings the drug into the cell and takes it away again, beside a passive leak: a carrier
 * (uptake), a pump (efflux), an enzyme that breaks the drug down (metabolism). At steady state
 * inside over outside is (1 + i) / (1 + e + r), where i, e and r are import, export and removal
 * over the leak, each in proportion to the level of its gene. An inhibitor of the pump that is part
 * of the regimen stops a share of the export.
 */
public final class Accumulation {
  private Accumulation() {}

  /**
   * The mechanism for a gene's level.
   *
   * @param gene an importer, an exporter or one that removes the drug
   * @param level empty when not known
   */
  public static Mechanism of(Drug.Transport gene, Optional<WorkingLevel> level) {
    return of(gene, level, 0);
  }

  /**
   * The mechanism for a pump's level under an inhibitor.
   *
   * @param level empty when not known
   * @param inhibited share of the pump's export that the regimen stops, 0 to 1
   */
  public static Mechanism ofPump(
      Drug.Transport pump, Optional<WorkingLevel> level, double inhibited) {
    return of(pump, level, inhibited);
  }

  private static Mechanism of(Drug.Transport gene, Optional<WorkingLevel> level, double inhibited) {
    MechanismKind kind = kind(gene.role());
    if (level.isEmpty()) {
      return Mechanism.notAssessed(kind, gene.gene(), new Cause.LevelNotKnown(gene.gene()));
    }
    double change = level.get().ratio() * (1 - inhibited) - 1;
    boolean enters = gene.role() == Drug.Role.IMPORTER;
    return new Mechanism(
        kind,
        gene.gene(),
        enters ? Mechanism.Part.ENTRY : Mechanism.Part.EXIT,
        true,
        inhibited > 0
            ? new Cause.InhibitedPump(level.get(), inhibited)
            : new Cause.ProductLevel(level.get()),
        (cell, draw) -> {
          double added = draw.transport(gene.rate()) * change;
          return enters ? cell.withEntry(cell.entry() + added) : cell.withExit(cell.exit() + added);
        });
  }

  private static MechanismKind kind(Drug.Role role) {
    return switch (role) {
      case IMPORTER -> MechanismKind.UPTAKE;
      case EXPORTER -> MechanismKind.EFFLUX;
      case REMOVAL -> MechanismKind.METABOLISM;
      case TRAPPING, RELEASE ->
          throw new IllegalArgumentException(role.label() + " holds the drug, see Trapping");
    };
  }
}
