package org.bindfold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindfold.io.InputException;
import org.bindfold.io.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The library says which setting mends a request, the command line which option gives it. */
class RemediesTest {
  private static final String MAF_HEADER =
      "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n";
  private static final String PURPLE_PURITY = "purity\tnormFactor\tscore\n0.6\t1\t0.5\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void everyRemedyHasItsOptionsInOneCommand(Remedy remedy) {
    List<String> options = Remedies.options(remedy);

    assertThat(options).isNotEmpty();
    assertThat(commands())
        .anyMatch(c -> options.stream().allMatch(option -> c.findOption(option) != null));
  }

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void everyCommandThatIsNamedIsOne(Remedy remedy) {
    String said =
        Remedies.message(InputException.request("no.").mendedBy(remedy), command("analyze"));
    Matcher named = Pattern.compile("'bindfold (\\w+)'").matcher(said);
    while (named.find()) {
      assertThat(commands()).extracting(CommandSpec::name).contains(named.group(1));
    }
  }

  @Test
  void aMessageWithoutRemedyStaysAsItIs() {
    assertThat(Remedies.message(InputException.file("a.vcf", "is empty."), command("analyze")))
        .isEqualTo("a.vcf: is empty.");
  }

  @Test
  void aValueThatIsKnownIsGiven() {
    InputException other =
        InputException.file("a.vcf", "is on GRCh37.").mendedBy(Remedy.ASSEMBLY, "GRCh37");

    assertThat(Remedies.message(other, command("analyze")))
        .isEqualTo("a.vcf: is on GRCh37. (option --assembly GRCh37)");
  }

  @Test
  void ofSeveralOptionsThoseOfTheCommandAreNamed() {
    InputException ligand =
        InputException.file("a.pdb", "which?").mendedBy(Remedy.LIGAND, Remedy.LIGAND_FILE);

    assertThat(Remedies.message(ligand, command("score")))
        .isEqualTo("a.pdb: which? (options --ligand CODE, --ligand-file FILE)");
    assertThat(Remedies.message(ligand, command("validate")))
        .isEqualTo("a.pdb: which? (option --ligand DRUG=CODE)");
    assertThat(Remedies.message(ligand, command("drugs"))).isEqualTo("a.pdb: which?");
  }

  @Test
  void analyzeNamesTheOption() throws Exception {
    String row = "ABL1\tMissense_Mutation\tS1\tp.T315I\n";
    String two = write("two.maf", MAF_HEADER + row + row.replace("S1", "S2"));

    assertThat(err("analyze", two)).endsWith("choose one: S1, S2. (option --sample NAME)\n");
    assertThat(err("analyze", two, "--sample", "S3"))
        .endsWith("Tumor_Sample_Barcode. (option --sample NAME)\n");
    assertThat(err("analyze", "mutations/cml-relapse.vcf", "--assembly", "GRCh37"))
        .endsWith("give GRCh38, or none. (option --assembly GRCh38)\n");
    assertThat(err("analyze", "mutations/cml-relapse.vcf", "--drug", "imatinob"))
        .endsWith("? (option --drug NAME; 'bindfold drugs' lists them all)\n");
    assertThat(err("analyze", write("a.tsv", PURPLE_PURITY)))
        .endsWith(" of the sample. (options --purity X, --ploidy X)\n");
  }

  @Test
  void checkNamesTheOptionOfAnalyzeWhereItHasNone() throws Exception {
    StringWriter out = new StringWriter();
    int code =
        Main.execute(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            "check",
            write("a.tsv", PURPLE_PURITY));

    assertThat(code).isEqualTo(ExitCode.UNUSABLE.code());
    assertThat(out.toString())
        .containsPattern(
            "  unusable  .* \\(options of 'bindfold analyze': --purity X, --ploidy X\\)");
  }

  private static Collection<CommandSpec> commands() {
    return new CommandLine(new Main())
        .getSubcommands().values().stream().map(CommandLine::getCommandSpec).toList();
  }

  private static CommandSpec command(String name) {
    return new CommandLine(new Main()).getSubcommands().get(name).getCommandSpec();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String err(String... args) {
    StringWriter err = new StringWriter();
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "-o";
    all[args.length + 1] = folder.resolve("out").toString();
    Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all);
    return err.toString().replace("\r\n", "\n");
  }
}
