package org.bindfold.pharmacology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The clones of one tumour under a drug, or under several at once. Each clone grows or shrinks
 * exponentially; a drug adds to its death in proportion to the drug's effect on it, and drugs given
 * together act independently: what one spares the next may hit, so a cell must escape them all.
 */
public final class ClonalSelection {
  /** Relapse later than this is not told from none. */
  private static final double LAST_DAY = 36_500;

  private static final int BISECTIONS = 200;

  private final List<Clone> clones;
  private final Growth growth;

  private ClonalSelection(List<Clone> clones, Growth growth) {
    this.clones = List.copyOf(clones);
    this.growth = growth;
  }

  /**
   * How cells divide and die.
   *
   * @param birth divisions a day
   * @param death deaths a day without drug
   * @param kill further deaths a day at a drug's full effect
   */
  public record Growth(double birth, double death, double kill) {
    /**
     * Assumed: a division in ten days and a death in twenty double the tumour in two weeks, and a
     * drug's full effect turns that into the same fall. No measurement was taken over.
     */
    public static final Growth ASSUMED = new Growth(0.1, 0.05, 0.1);

    public Growth {
      if (!(birth > death && death >= 0 && kill >= 0 && birth <= 100 && kill <= 100)) {
        throw new IllegalArgumentException("growth " + birth + ", " + death + ", " + kill);
      }
    }

    /** Net growth a day at a share of the full effect. */
    public double net(double effect) {
      return birth - death - kill * effect;
    }
  }

  /**
   * A clone.
   *
   * @param name its change; {@code wild type} for the cells without one
   * @param share of the tumour before treatment
   * @param effects share of its full effect that each drug of the regimen has on the clone
   */
  public record Clone(String name, double share, List<Double> effects) {
    public Clone {
      effects = List.copyOf(effects);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("share of " + name + ": " + share);
      }
    }

    /** The effect of all drugs together: one less what each of them spares. */
    public double combinedEffect() {
      double spared = 1;
      for (double effect : effects) {
        spared *= 1 - effect;
      }
      return 1 - spared;
    }
  }

  /** The course of these clones. */
  public static ClonalSelection of(List<Clone> clones, Growth growth) {
    return new ClonalSelection(clones, growth);
  }

  /** The clones. */
  public List<Clone> clones() {
    return clones;
  }

  /** Net growth of a clone a day. */
  public double growth(Clone clone) {
    return growth.net(clone.combinedEffect());
  }

  /**
   * The ways in which one mutation lets a clone grow: for each drug whose escape is enough, the
   * effect that the others still have together. Two drugs under each of which the clone alone
   * grows, though not under both, make two ways; one drug of them makes one, against the other.
   */
  public List<Double> effectsAfterOneEscape(Clone clone) {
    List<Double> left = new ArrayList<>();
    for (int escaped = 0; escaped < clone.effects().size(); escaped++) {
      List<Double> others = new ArrayList<>(clone.effects());
      others.remove(escaped);
      double effect = new Clone(clone.name(), clone.share(), others).combinedEffect();
      if (growth.net(effect) > 0) {
        left.add(effect);
      }
    }
    return left;
  }

  /** A clone's size on a day, over the whole tumour's before treatment. */
  public double size(Clone clone, double day) {
    return clone.share() * Math.exp(growth(clone) * day);
  }

  /** The tumour's size on a day, over that before treatment. */
  public double size(double day) {
    double sum = 0;
    for (Clone clone : clones) {
      sum += size(clone, day);
    }
    return sum;
  }

  /** A clone's share of the tumour on a day. */
  public double share(Clone clone, double day) {
    // Taken from the fastest clone, so that nothing overflows.
    double fastest = clones.stream().mapToDouble(this::growth).max().orElse(0);
    double sum = 0;
    for (Clone other : clones) {
      sum += other.share() * Math.exp((growth(other) - fastest) * day);
    }
    return sum == 0 ? 0 : clone.share() * Math.exp((growth(clone) - fastest) * day) / sum;
  }

  /**
   * The day on which the tumour is as large again as before treatment: 0 when it never shrinks,
   * empty when every clone does, or it takes more than a hundred years. A sum of exponentials is
   * convex, so there is one such day.
   */
  public OptionalDouble relapseDay() {
    double slope = 0;
    for (Clone clone : clones) {
      slope += clone.share() * growth(clone);
    }
    if (slope >= 0) {
      return OptionalDouble.of(0);
    }
    if (clones.stream().noneMatch(c -> c.share() > 0 && growth(c) > 0)) {
      return OptionalDouble.empty();
    }
    double before = size(0);
    double late = 1;
    while (size(late) < before) {
      late *= 2;
      if (late > LAST_DAY) {
        return OptionalDouble.empty();
      }
    }
    // Between the turning point, which lies before it, and late.
    double early = turningPoint(late);
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (early + late) / 2;
      if (size(middle) < before) {
        early = middle;
      } else {
        late = middle;
      }
    }
    return OptionalDouble.of(late);
  }

  /** The day of the smallest tumour, before a day. */
  private double turningPoint(double before) {
    double low = 0;
    double high = before;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      double slope = 0;
      for (Clone clone : clones) {
        slope += size(clone, middle) * growth(clone);
      }
      if (slope < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
