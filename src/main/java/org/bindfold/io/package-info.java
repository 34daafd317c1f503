/**
 * Files in and out: inputs opened within bounds, hashed, and refused with a message that can be
 * acted on; outputs written whole or not at all; and the one place that makes threads.
 */
@NullMarked
package org.bindfold.io;

import org.jspecify.annotations.NullMarked;
