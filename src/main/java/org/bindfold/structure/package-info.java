/** Protein-ligand complexes: reading, ligand chemistry, side chains, rotamers, pockets. */
@NullMarked
package org.bindfold.structure;

import org.jspecify.annotations.NullMarked;
