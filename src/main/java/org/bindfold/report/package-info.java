/** The resistance report and its writers. */
@NullMarked
package org.bindfold.report;

import org.jspecify.annotations.NullMarked;
