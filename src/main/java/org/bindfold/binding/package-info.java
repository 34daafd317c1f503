/**
 * Binding changes of one protein and ligand: scored in a complex, scanned, or looked up in the
 * atlas.
 */
@NullMarked
package org.bindfold.binding;

import org.jspecify.annotations.NullMarked;
