package org.bindfold.cli;

/** How a command with one result writes it. */
enum TableFormat {
  /** Tab-separated text. */
  TSV,
  /** The same cells as JSON. */
  JSON
}
