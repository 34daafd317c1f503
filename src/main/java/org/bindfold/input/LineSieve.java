package org.bindfold.input;

/**
 * Looks at lines before their reader does, and passes over those that the reader need not see. One
 * sieve looks at the lines of one piece of the content, on one thread.
 */
@FunctionalInterface
public interface LineSieve {
  /**
   * Looks at one line.
   *
   * @param bytes holds the line
   * @param start index of its first byte
   * @param end index behind its last byte; the line end is not part of it
   * @return how many records the reader would only have counted; negative when it must see the line
   */
  int records(byte[] bytes, int start, int end);
}
