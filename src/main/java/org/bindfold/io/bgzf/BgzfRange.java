package org.bindfold.io.bgzf;

/**
 * A stretch of the unzipped content of a BGZF file, between two virtual offsets (SAM specification,
 * section 4.1.1): the upper 48 bits are where a block begins in the file, the lower 16 where a byte
 * stands in the unzipped block.
 *
 * @param start virtual offset of the first byte
 * @param end virtual offset behind the last byte
 */
public record BgzfRange(long start, long end) {
  private static final int BITS_IN_BLOCK = 16;
  private static final int MASK_IN_BLOCK = (1 << BITS_IN_BLOCK) - 1;

  /** Where in the file the block of a virtual offset begins. */
  static long block(long offset) {
    return offset >>> BITS_IN_BLOCK;
  }

  /** Where in its unzipped block a virtual offset points. */
  static int inBlock(long offset) {
    return (int) offset & MASK_IN_BLOCK;
  }
}
