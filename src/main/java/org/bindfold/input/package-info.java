/**
 * Input files as they arrive: opened within bounds, hashed, and refused with a message that can be
 * acted on.
 */
@NullMarked
package org.bindfold.input;

import org.jspecify.annotations.NullMarked;
