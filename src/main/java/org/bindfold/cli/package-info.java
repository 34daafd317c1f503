/** The command line. */
@NullMarked
package org.bindfold.cli;

import org.jspecify.annotations.NullMarked;
