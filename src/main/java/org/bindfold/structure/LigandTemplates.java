package org.bindfold.structure;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindfold.io.ResourceTable;

/**
 * SMILES of known ligands by residue name, from {@code ligands.tsv}; their hydrogens do not matter.
 */
final class LigandTemplates {
  private static final Map<String, String> SMILES =
      ResourceTable.read("/org/bindfold/structure/ligands.tsv").rows().stream()
          .collect(Collectors.toUnmodifiableMap(r -> r.get("code"), r -> r.get("smiles")));

  private LigandTemplates() {}

  static Optional<String> smiles(String code) {
    return Optional.ofNullable(SMILES.get(code));
  }
}
