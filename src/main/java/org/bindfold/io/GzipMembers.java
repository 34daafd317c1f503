package org.bindfold.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Unzips a gzip of one member or several (RFC 1952) with commons-compress. Behind a member only
 * another one, NUL padding or the end may stand.
 *
 * <p>The library is given one member at a time: over several it takes NUL padding for garbage. Its
 * complaints are plain {@link IOException}s, and become what {@link InputFile#unreadable} tells
 * apart: an {@link EOFException} where the file is cut short, a {@link ZipException} where it is
 * damaged.
 */
final class GzipMembers extends InputStream {
  private final GzipSource source;
  private InputStream member;
  private boolean ended;

  /**
   * Reads the first header.
   *
   * @param in closed with this object
   * @throws ZipException when it is no gzip header
   * @throws EOFException when it is cut short
   */
  GzipMembers(BufferedInputStream in) throws IOException {
    this.source = new GzipSource(in);
    this.member = member("its header is not one of gzip");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = -1;
    while (read < 0 && !ended) {
      read = unzip(bytes, offset, length);
      ended = read < 0 && !nextMember();
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    member.close();
  }

  private int unzip(byte[] bytes, int offset, int length) throws IOException {
    try {
      return member.read(bytes, offset, length);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw told(e, reason(String.valueOf(e.getMessage())));
    }
  }

  /** What the library says of a member; of the JDK's inflater it does not pass on the words. */
  private static String reason(String message) {
    if (message.contains("CRC32")) {
      return "the checksum of a member does not fit its content";
    }
    return message.contains("size mismatch")
        ? "the length of a member does not fit its content"
        : "its compressed data cannot be unzipped";
  }

  /** Goes to the next member; false at the end of the file. */
  private boolean nextMember() throws IOException {
    String fault = "something other than gzip stands behind a member";
    boolean padded = source.passNuls();
    if (source.isAtEnd()) {
      return false;
    }
    if (padded) {
      throw new ZipException(fault);
    }
    member = member(fault);
    return true;
  }

  private InputStream member(String fault) throws IOException {
    try {
      source.beginHeader();
      InputStream begun = new GzipCompressorInputStream(source);
      source.endHeader();
      return begun;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException e) {
      throw told(e, fault);
    }
  }

  /** A header cut within its first two bytes is a plain exception of the library, too. */
  private IOException told(IOException e, String reason) {
    boolean cut = e instanceof EOFException || source.isAtEnd();
    IOException told = cut ? new EOFException("a member is cut short") : new ZipException(reason);
    told.initCause(e);
    return told;
  }
}
