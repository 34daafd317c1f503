/** Drugs, and the ways a cell escapes them. */
@NullMarked
package org.bindfold.pharmacology;

import org.jspecify.annotations.NullMarked;
