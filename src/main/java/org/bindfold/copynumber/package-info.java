/** Copies of each gene, read from segment files. */
@NullMarked
package org.bindfold.copynumber;

import org.jspecify.annotations.NullMarked;
