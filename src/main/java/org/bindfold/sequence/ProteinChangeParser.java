package org.bindfold.sequence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.sequence.ProteinChange.Effect;

/**
 * Reads a protein change as people write it: {@code T315I}, {@code Thr315Ile}, {@code
 * p.(Thr315Ile)}, {@code F31R/Q35E}, {@code p.[Phe32Arg;Gln36Glu]}, {@code R97*}, {@code
 * p.Arg97ProfsTer23}, {@code p.Lys23_Val25del}. Case does not matter, except that nothing else
 * tells {@code p.} from a residue.
 *
 * <p>After the HGVS recommendations for proteins (den Dunnen et al. 2016, doi:10.1002/humu.22981);
 * numbers are 1-based, in whatever numbering the caller means.
 */
public final class ProteinChangeParser {
  private static final int MAX_LENGTH = 500;
  private static final int MAX_SHOWN = 60;
  private static final int MAX_POSITION = 100_000;

  private static final String RESIDUE = "([A-Za-z]{3}|[A-Za-z])";
  private static final String STOP = "(?:Ter|Stop|\\*|X)";
  private static final String NUMBER = "(\\d{1,9})";

  private static final Pattern SUBSTITUTION = pattern(RESIDUE + NUMBER + RESIDUE);
  private static final Pattern NONSENSE = pattern(RESIDUE + NUMBER + STOP);
  private static final Pattern SAME = pattern("(?:" + RESIDUE + "|" + STOP + ")" + NUMBER + "=");
  private static final Pattern START = pattern("(?:Met|M)1\\?");
  private static final Pattern FRAMESHIFT =
      pattern(RESIDUE + NUMBER + RESIDUE + "?fs(?:" + STOP + "(\\d{1,9}|\\?)?)?");
  private static final Pattern STOP_LOST =
      pattern(STOP + NUMBER + RESIDUE + "(?:ext" + STOP + "?(\\d{1,9}|\\?)?)?");
  private static final Pattern INDEL =
      pattern(RESIDUE + NUMBER + "(?:_" + RESIDUE + NUMBER + ")?(delins|del|ins|dup)([A-Za-z*]*)");

  private ProteinChangeParser() {}

  /**
   * Reads one change, simple or compound.
   *
   * @throws IllegalArgumentException when it cannot be understood; the message says what was found
   *     and what was expected, and leaves file and line to the caller
   */
  public static ProteinChange parse(String text) {
    String shown = shown(text);
    if (text.length() > MAX_LENGTH) {
      throw fault(shown, "is " + text.length() + " characters long; expected a change like T315I");
    }
    String body = text.strip();
    if (body.isEmpty()) {
      throw new IllegalArgumentException("no change is given; expected one like T315I");
    }
    if (body.matches("(?i)[cgmnr]\\..*")) {
      throw fault(
          shown,
          "is a change of the nucleic acid ("
              + body.substring(0, 2)
              + "); expected the change of the protein, like p.Thr315Ile");
    }
    body = withoutPrefix(body);
    if (body.matches("\\[.*]")) {
      body = withoutParentheses(body.substring(1, body.length() - 1));
    }
    if (body.contains("[") || body.contains("]")) {
      throw fault(
          shown, "has brackets; expected one pair around all changes: p.[Phe32Arg;Gln36Glu]");
    }
    if (body.equals("=")) {
      return ProteinChange.other(Effect.SYNONYMOUS, "p.=");
    }
    if (body.equals("?")) {
      return ProteinChange.other(Effect.UNKNOWN, "p.?");
    }
    String[] members = body.split("[/;]", -1);
    return members.length == 1 ? single(members[0].strip(), shown) : compound(members, shown);
  }

  private static ProteinChange compound(String[] members, String shown) {
    List<Substitution> substitutions = new ArrayList<>();
    Set<Integer> positions = new HashSet<>();
    for (String member : members) {
      ProteinChange change = single(withoutPrefix(member.strip()), shown);
      if (change.effect() != Effect.MISSENSE) {
        throw fault(
            shown,
            "joins "
                + shown(member)
                + " to other changes; a compound change is substitutions only");
      }
      Substitution substitution = change.substitutions().get(0);
      if (!positions.add(substitution.position())) {
        throw fault(shown, "changes position " + substitution.position() + " twice");
      }
      substitutions.add(substitution);
    }
    return ProteinChange.missense(substitutions);
  }

  private static ProteinChange single(String text, String shown) {
    Matcher indel = INDEL.matcher(text);
    if (indel.matches()) {
      return indel(indel, shown);
    }
    Matcher frameshift = FRAMESHIFT.matcher(text);
    if (frameshift.matches()) {
      return frameshift(frameshift, shown);
    }
    if (START.matcher(text).matches()) {
      return ProteinChange.other(Effect.START_LOST, "p.Met1?");
    }
    Matcher same = SAME.matcher(text);
    if (same.matches()) {
      String residue =
          Optional.ofNullable(same.group(1)).map(name -> residue(name, shown).hgvs()).orElse("Ter");
      return unchanged(residue, position(same.group(2), shown));
    }
    Matcher lost = STOP_LOST.matcher(text);
    // X is only ever a stop, never a residue, so X1131Q can be nothing but a lost stop.
    if (lost.matches()) {
      String tail = Optional.ofNullable(lost.group(3)).orElse("?");
      return ProteinChange.other(
          Effect.STOP_LOST,
          "p.Ter"
              + position(lost.group(1), shown)
              + residue(lost.group(2), shown).hgvs()
              + "extTer"
              + tail);
    }
    Matcher nonsense = NONSENSE.matcher(text);
    if (nonsense.matches()) {
      return ProteinChange.other(
          Effect.STOP_GAINED,
          "p."
              + residue(nonsense.group(1), shown).hgvs()
              + position(nonsense.group(2), shown)
              + "Ter");
    }
    Matcher substitution = SUBSTITUTION.matcher(text);
    if (substitution.matches()) {
      return substitution(substitution, shown);
    }
    throw fault(
        shown,
        "is not a protein change; expected residue, number, residue, like T315I, Thr315Ile or "
            + "p.Thr315Ile");
  }

  private static ProteinChange substitution(Matcher matcher, String shown) {
    AminoAcid wildType = residue(matcher.group(1), shown);
    int position = position(matcher.group(2), shown);
    AminoAcid mutant = residue(matcher.group(3), shown);
    return wildType == mutant
        ? unchanged(wildType.hgvs(), position)
        : ProteinChange.missense(List.of(new Substitution(wildType, position, mutant)));
  }

  private static ProteinChange frameshift(Matcher matcher, String shown) {
    StringBuilder hgvs = new StringBuilder("p.");
    hgvs.append(residue(matcher.group(1), shown).hgvs()).append(position(matcher.group(2), shown));
    Optional.ofNullable(matcher.group(3))
        .ifPresent(name -> hgvs.append(residue(name, shown).hgvs()));
    hgvs.append("fs");
    Optional.ofNullable(matcher.group(4)).ifPresent(count -> hgvs.append("Ter").append(count));
    return ProteinChange.other(Effect.FRAMESHIFT, hgvs.toString());
  }

  private static ProteinChange indel(Matcher matcher, String shown) {
    int start = position(matcher.group(2), shown);
    StringBuilder hgvs = new StringBuilder("p.").append(residue(matcher.group(1), shown).hgvs());
    hgvs.append(start);
    boolean range = matcher.group(3) != null;
    int end = start;
    if (range) {
      end = position(matcher.group(4), shown);
      hgvs.append('_').append(residue(matcher.group(3), shown).hgvs()).append(end);
    }
    if (range && end <= start) {
      throw fault(shown, "ends at " + end + ", not after its start at " + start);
    }
    String kind = matcher.group(5).toLowerCase(Locale.ROOT);
    if (kind.equals("ins") && end != start + 1) {
      throw fault(
          shown, "inserts, but not between two neighbours; expected like Lys23_Leu24insArg");
    }
    List<String> inserted = names(matcher.group(6), shown);
    boolean inserts = kind.equals("ins") || kind.equals("delins");
    if (inserts && inserted.isEmpty()) {
      throw fault(
          shown, "does not say which residues are inserted; expected like Cys28delinsTrpVal");
    }
    // What is deleted or duplicated is known from the range; HGVS leaves its names out.
    hgvs.append(kind).append(inserts ? String.join("", inserted) : "");
    Effect effect = inserted.contains("Ter") ? Effect.STOP_GAINED : Effect.INFRAME_INDEL;
    return ProteinChange.other(effect, hgvs.toString());
  }

  /** Splits {@code ArgSerTer}, or else {@code RS*}, into three-letter names. */
  private static List<String> names(String text, String shown) {
    Optional<List<String>> long3 = threeLetterNames(text);
    if (long3.isPresent()) {
      return long3.get();
    }
    List<String> names = new ArrayList<>();
    for (char letter : text.toCharArray()) {
      boolean stop = letter == '*' || letter == 'X' || letter == 'x';
      names.add(stop ? "Ter" : residue(String.valueOf(letter), shown).hgvs());
    }
    return names;
  }

  private static Optional<List<String>> threeLetterNames(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '*') {
        names.add("Ter");
        at++;
        continue;
      }
      String name = text.substring(at, Math.min(at + 3, text.length()));
      Optional<AminoAcid> residue = AminoAcid.ofName(name);
      if (residue.isEmpty() && !name.equalsIgnoreCase("Ter")) {
        return Optional.empty();
      }
      names.add(residue.map(AminoAcid::hgvs).orElse("Ter"));
      at += 3;
    }
    return Optional.of(names);
  }

  private static ProteinChange unchanged(String residue, int position) {
    return ProteinChange.other(Effect.SYNONYMOUS, "p." + residue + position + "=");
  }

  private static AminoAcid residue(String name, String shown) {
    Optional<AminoAcid> residue =
        name.length() == 1
            ? AminoAcid.ofLetter(name.toUpperCase(Locale.ROOT).charAt(0))
            : AminoAcid.ofName(name);
    return residue.orElseThrow(
        () -> fault(shown, "names " + name + ", which is not one of the twenty amino acids"));
  }

  private static int position(String digits, String shown) {
    int position = Integer.parseInt(digits);
    if (digits.startsWith("0") || position > MAX_POSITION) {
      throw fault(
          shown, "has position " + digits + "; residues are numbered from 1 to " + MAX_POSITION);
    }
    return position;
  }

  private static String withoutPrefix(String text) {
    String body = text.matches("(?i)p\\..*") ? text.substring(2) : text;
    return withoutParentheses(body.strip());
  }

  private static String withoutParentheses(String text) {
    return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private static IllegalArgumentException fault(String shown, String what) {
    return new IllegalArgumentException("\"" + shown + "\" " + what);
  }

  /** Messages go to a terminal and into reports: no control characters, nothing endless. */
  private static String shown(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}", "?");
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN - 3) + "..." : line;
  }
}
