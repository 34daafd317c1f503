/** Variant calls and the protein changes they make. */
@NullMarked
package org.bindfold.variant;

import org.jspecify.annotations.NullMarked;
