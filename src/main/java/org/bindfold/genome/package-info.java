/** Assemblies, chromosomes and gene models: from a position on the genome to the protein. */
@NullMarked
package org.bindfold.genome;

import org.jspecify.annotations.NullMarked;
