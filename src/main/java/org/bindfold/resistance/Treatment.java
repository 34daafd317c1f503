package org.bindfold.resistance;

import java.util.Map;
import java.util.Optional;
import org.bindfold.io.InputException;
import org.bindfold.pharmacology.SiteAccess.Site;

/**
 * What is known beside the tumour's DNA: where the tumour is, its expression, and what else is
 * given.
 *
 * @param site where the tumour is
 * @param drugCatalog a file with drugs to add to the bundled ones
 * @param expression a file with the expression of genes
 * @param inhibitedPumps share of a pump's export that the regimen stops, over 0 to 1, by HGNC
 *     symbol
 */
public record Treatment(
    Site site,
    Optional<String> drugCatalog,
    Optional<String> expression,
    Map<String, Double> inhibitedPumps) {

  /** Nothing known: a tumour in reach of plasma, the bundled drugs, no pump inhibitor. */
  public static final Treatment USUAL =
      new Treatment(Site.PLASMA, Optional.empty(), Optional.empty(), Map.of());

  public Treatment {
    inhibitedPumps = Map.copyOf(inhibitedPumps);
    inhibitedPumps.forEach(
        (gene, share) -> {
          if (!(share > 0 && share <= 1)) {
            throw InputException.request(
                "share of " + gene + " that is inhibited: " + share + "; expected over 0 to 1.");
          }
        });
  }
}
