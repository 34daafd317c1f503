/** What the variants and gene levels of a sample mean for its drugs, unrounded. */
@NullMarked
package org.bindfold.resistance;

import org.jspecify.annotations.NullMarked;
