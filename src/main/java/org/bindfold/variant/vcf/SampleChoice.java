package org.bindfold.variant.vcf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bindfold.io.InputException;
import org.bindfold.io.PrintableText;
import org.bindfold.io.Remedy;

/**
 * The sample whose column of a VCF is read.
 *
 * @param name empty when the file has no samples
 * @param note how it was chosen, when nobody said
 */
record SampleChoice(Optional<String> name, Optional<String> note) {
  private static final Set<String> TUMOUR_WORDS = Set.of("tumor", "tumour");
  private static final Set<String> NORMAL_WORDS = Set.of("normal", "germline");

  /**
   * Chooses the sample that was asked for, the only one, or the tumour of an evident pair: named so
   * by the header, or by the words tumour and normal in the two names, or the second of two where a
   * caller of somatic variants wrote the file, since such callers put the normal first.
   *
   * @throws InputException of kind request when the name is not in the file, or none is given and
   *     it is not evident
   */
  static SampleChoice of(String file, VcfHeader header, Optional<String> asked) {
    List<String> samples = header.samples();
    if (asked.isPresent()) {
      if (!samples.contains(asked.get())) {
        String what =
            samples.isEmpty() ? "it has none" : "its samples are " + PrintableText.list(samples);
        throw InputException.request(
                file + " has no sample '" + PrintableText.shown(asked.get()) + "'; " + what + ".")
            .mendedBy(Remedy.SAMPLE);
      }
      return new SampleChoice(asked, Optional.empty());
    }
    if (samples.size() < 2) {
      return new SampleChoice(samples.stream().findFirst(), Optional.empty());
    }
    Optional<String> tumour =
        header
            .tumourSample()
            .filter(samples::contains)
            .or(() -> otherThan(samples, header.normalSample()))
            .or(() -> tumourOfPair(samples));
    if (tumour.isEmpty() && header.somatic() && samples.size() == 2) {
      return new SampleChoice(
          Optional.of(samples.get(1)),
          Optional.of(
              "sample "
                  + PrintableText.shown(samples.get(1))
                  + " read: the second of a pair is taken for the tumour"));
    }
    if (tumour.isEmpty()) {
      throw InputException.request(
              file
                  + " has "
                  + samples.size()
                  + " samples and it is not evident which is the tumour; choose one: "
                  + PrintableText.list(samples)
                  + ".")
          .mendedBy(Remedy.SAMPLE);
    }
    return new SampleChoice(
        tumour, tumour.map(name -> "sample " + PrintableText.shown(name) + " read, as the tumour"));
  }

  private static Optional<String> otherThan(List<String> samples, Optional<String> normal) {
    return samples.size() == 2 && normal.isPresent() && samples.contains(normal.get())
        ? samples.stream().filter(name -> !name.equals(normal.get())).findFirst()
        : Optional.empty();
  }

  private static Optional<String> tumourOfPair(List<String> samples) {
    List<String> tumours = samples.stream().filter(s -> hasWord(s, TUMOUR_WORDS)).toList();
    List<String> normals = samples.stream().filter(s -> hasWord(s, NORMAL_WORDS)).toList();
    boolean pair =
        samples.size() == 2
            && tumours.size() == 1
            && normals.size() == 1
            && !tumours.equals(normals);
    return pair ? Optional.of(tumours.get(0)) : Optional.empty();
  }

  private static boolean hasWord(String name, Set<String> words) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
