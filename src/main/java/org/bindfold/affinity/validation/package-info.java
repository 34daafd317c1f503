/** How good predictions are: metrics, bootstrap intervals, tables of measured values. */
@NullMarked
package org.bindfold.affinity.validation;

import org.jspecify.annotations.NullMarked;
