package org.bindfold.resistance;

import org.bindfold.pharmacology.Mechanism;

/**
 * One mechanism's part of a fold change.
 *
 * @param mechanism what it is, and whether it was assessed
 * @param factor its share; multiplied with the others it makes the whole
 */
public record MechanismShare(Mechanism mechanism, double factor) {}
