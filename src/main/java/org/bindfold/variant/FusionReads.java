package org.bindfold.variant;

import java.util.OptionalInt;

/**
 * The reads that show a fusion; empty where the caller gives no number.
 *
 * @param junction reads that are split by the junction
 * @param spanning pairs of reads with one on either side of it
 */
public record FusionReads(OptionalInt junction, OptionalInt spanning) {
  /** Of a caller that counts none, since it works on structural variants. */
  static final FusionReads NONE = new FusionReads(OptionalInt.empty(), OptionalInt.empty());
}
