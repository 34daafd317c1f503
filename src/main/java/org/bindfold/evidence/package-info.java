/** Measured values that a report shows beside its predictions; nothing that predicts reads them. */
@NullMarked
package org.bindfold.evidence;

import org.jspecify.annotations.NullMarked;
