/** Pairwise contact energies over flat arrays of atoms. No input or output, no biology. */
@NullMarked
package org.bindfold.energy;

import org.jspecify.annotations.NullMarked;
