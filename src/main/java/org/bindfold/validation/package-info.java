/** Scores and fits against measurements, left-out predictions, and their intervals. */
@NullMarked
package org.bindfold.validation;

import org.jspecify.annotations.NullMarked;
