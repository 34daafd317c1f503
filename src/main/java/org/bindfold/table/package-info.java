/** How numbers become cells and pictures: text tables, the heat map, the scatter plot. */
@NullMarked
package org.bindfold.table;

import org.jspecify.annotations.NullMarked;
