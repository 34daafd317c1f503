package org.bindfold.io;

/**
 * Looks at lines before their reader does, and passes over those that the reader need not see. One
 * sieve looks at the lines of one chunk of the content, on one thread.
 */
public interface LineSieve {
  /**
   * Looks at the line that begins at an index. Where it ends is not known yet, so that a sieve need
   * not read a byte twice.
   *
   * @param bytes holds the line
   * @param start index of its first byte
   * @param limit index behind the last byte there is; the line may go on behind it
   * @return how many records the reader would only have counted; negative when it must see the line
   */
  int records(byte[] bytes, int start, int limit);

  /**
   * Index up to which the line looked at last is known to hold neither a line end nor a NUL byte.
   */
  int looked();
}
