/** Protein and coding sequences, protein changes (HGVS p.) and residue numbers. */
@NullMarked
package org.bindfold.sequence;

import org.jspecify.annotations.NullMarked;
