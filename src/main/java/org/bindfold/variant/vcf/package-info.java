/** The machinery that reads VCF; its door is {@link org.bindfold.variant.vcf.VcfFormat}. */
@NullMarked
package org.bindfold.variant.vcf;

import org.jspecify.annotations.NullMarked;
