package io.alluse.cli;

import io.alluse.documents.GeneratedPart;
import io.alluse.fault.Exit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class CommandLineDocumentTest {

    private static final String DOCUMENT = "docs/command-line.md";
    private static final Set<String> GLOBAL =
            new TreeSet<>(CommandSpec.forAnnotatedObject(new GlobalOptions()).options().stream()
                    .map(OptionSpec::longestName)
                    .toList());

    @Test
    void every_command_with_its_arguments_and_options_is_in_the_document() {
        GeneratedPart.of(DOCUMENT, "commands")
                .mustBe(
                        verbs(Main.commandLine())
                                .map(CommandLineDocumentTest::described)
                                .collect(Collectors.joining("\n\n")),
                        CommandLineDocumentTest.class);
    }

    @Test
    void every_option_that_all_commands_take_is_in_the_document() {
        GeneratedPart.of(DOCUMENT, "global-options")
                .mustBe(
                        table(CommandSpec.forAnnotatedObject(new GlobalOptions()).options().stream()),
                        CommandLineDocumentTest.class);
    }

    @Test
    void every_exit_code_is_in_the_document() {
        GeneratedPart.of(DOCUMENT, "exit-codes")
                .mustBe(
                        Arrays.stream(Exit.values())
                                .map(exit -> "| " + exit.code() + " | " + exit.meaning() + " |")
                                .collect(Collectors.joining("\n", "| code | meaning |\n|---|---|\n", "")),
                        CommandLineDocumentTest.class);
    }

    private static Stream<CommandLine> verbs(CommandLine line) {
        List<CommandLine> below = line.getSubcommands().values().stream()
                .distinct()
                .filter(command -> !command.getCommandName().equals("help"))
                .toList();
        return below.isEmpty() ? Stream.of(line) : below.stream().flatMap(CommandLineDocumentTest::verbs);
    }

    private static String described(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String arguments = spec.positionalParameters().stream()
                .map(parameter -> " " + argument(parameter))
                .collect(Collectors.joining());
        Stream<OptionSpec> own = spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option -> !GLOBAL.contains(option.longestName()));
        String options = table(own);
        return "### " + spec.qualifiedName() + arguments + "\n\n" + sentence(spec)
                + (options.isEmpty() ? "" : "\n\n" + options);
    }

    private static String argument(PositionalParamSpec parameter) {
        String label = parameter.paramLabel();
        return parameter.arity().min() == 0 ? "[" + label + "]" : label;
    }

    private static String sentence(CommandSpec spec) {
        return Arrays.stream(spec.usageMessage().description())
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String table(Stream<OptionSpec> options) {
        String rows = options.sorted((a, b) -> a.longestName().compareTo(b.longestName()))
                .map(option -> "| `" + String.join("`, `", option.names()) + label(option) + "` | " + meaning(option)
                        + (option.required() ? "; required" : "") + " |")
                .collect(Collectors.joining("\n"));
        return rows.isEmpty() ? "" : "| option | meaning |\n|---|---|\n" + rows;
    }

    private static String label(ArgSpec option) {
        return option.arity().max() == 0 ? "" : " " + option.paramLabel();
    }

    private static String meaning(ArgSpec option) {
        String meaning =
                String.join(" ", option.description()).replace("$$", "$").replace("|", "\\|");
        return meaning.replace("${COMPLETION-CANDIDATES}", candidates(option));
    }

    private static String candidates(ArgSpec option) {
        return option.completionCandidates() == null ? "" : String.join(", ", option.completionCandidates());
    }
}
