/** Precomputed scans of drugs and their targets, and how they are built. */
@NullMarked
package org.bindfold.atlas;

import org.jspecify.annotations.NullMarked;
