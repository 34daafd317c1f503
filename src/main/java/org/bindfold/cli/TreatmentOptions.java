package org.bindfold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.pharmacology.SiteAccess.Site;
import org.bindfold.resistance.Treatment;
import picocli.CommandLine.Option;

/** Options on the site, the expression and the regimen, for every command that needs them. */
final class TreatmentOptions {
  private static final Pattern INHIBITED =
      Pattern.compile("([A-Za-z0-9-]{2,15})(=(0?\\.\\d{1,9}|1(\\.0{1,9})?))?");

  @Option(
      names = "--site",
      paramLabel = "NAME",
      defaultValue = "plasma",
      description = "Where the tumour is: plasma or cns; ${DEFAULT-VALUE} by default.")
  private Site site = Site.PLASMA;

  @Option(
      names = "--drug-catalog",
      paramLabel = "FILE",
      description = "Drugs to add to the bundled ones, JSON.")
  private Optional<String> drugCatalog = Optional.empty();

  @Option(
      names = "--expression",
      paramLabel = "FILE",
      description = "Expression: gene and fold, or gene, tumour_tpm and normal_tpm.")
  private Optional<String> expression = Optional.empty();

  @Option(
      names = "--pump-inhibitor",
      split = ",",
      paramLabel = "GENE[=SHARE]",
      description = "A pump that the regimen inhibits, and the share of its export; 1 by default.")
  private List<String> inhibited = new ArrayList<>();

  Treatment treatment() {
    return new Treatment(site, drugCatalog, expression, inhibitedPumps());
  }

  private Map<String, Double> inhibitedPumps() {
    Map<String, Double> shares = new TreeMap<>();
    for (String text : inhibited) {
      Matcher matcher = INHIBITED.matcher(text);
      Values.require(
          matcher.matches(), "--pump-inhibitor", text, "a gene, or GENE=SHARE over 0 to 1");
      String gene = matcher.group(1).toUpperCase(Locale.ROOT);
      double share = matcher.group(3) == null ? 1.0 : Double.parseDouble(matcher.group(3));
      Double before = shares.put(gene, share);
      Values.require(
          before == null || before == share,
          "--pump-inhibitor",
          text,
          "one share of " + gene + ", which was given " + before + " before");
    }
    return shares;
  }
}
