package org.bindfold.io;

/**
 * A setting of the request that mends what an {@link InputException} says. Its message names none
 * of them by the word that a command line, a form or a method has for it; whoever shows the message
 * adds that.
 */
public enum Remedy {
  /** The assembly of the positions. */
  ASSEMBLY,
  /** The sample of a file with several. */
  SAMPLE,
  /** Files of copy numbers. */
  COPY_NUMBERS,
  /** The share of tumour cells. */
  PURITY,
  /** The mean copies of the tumour's genome. */
  PLOIDY,
  /** The drugs to report. */
  DRUGS,
  /** The pumps that the regimen inhibits. */
  INHIBITED_PUMPS,
  /** An annotation of genes, and the genome that it is of. */
  GENE_MODELS,
  /** The residue name of the ligand in its structure. */
  LIGAND,
  /** The ligand in a file of its own. */
  LIGAND_FILE,
  /** How residues are numbered. */
  NUMBERING,
  /** The calibration that scores are made with. */
  CALIBRATION
}
