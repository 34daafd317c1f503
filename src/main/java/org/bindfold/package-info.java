/** The library's front door: an analysis request in, a resistance report out. */
@NullMarked
package org.bindfold;

import org.jspecify.annotations.NullMarked;
