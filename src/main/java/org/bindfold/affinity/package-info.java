/** How a mutation changes the binding free energy of a drug. */
@NullMarked
package org.bindfold.affinity;

import org.jspecify.annotations.NullMarked;
