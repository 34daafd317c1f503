/** BGZF, the blocked gzip of bgzip: its blocks, and stretches of them, unzipped on any thread. */
@NullMarked
package org.bindfold.io.bgzf;

import org.jspecify.annotations.NullMarked;
