package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What holds for every verb there is, so that who knows one of them knows them all. */
class ConsistencyTest {

    /** What the program itself knows is short; credentials come line by line, for `head`. */
    private static final Set<String> WHOLE = Set.of("alluse job list", "alluse policy list", "alluse vault list");

    private static final Set<String> CODES = Set.of("CODE", "FORK", "ACCOUNT", "FROM", "TO");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<CommandSpec> verbs() {
        return verbs(Main.commandLine()).map(CommandLine::getCommandSpec);
    }

    private static Stream<CommandLine> verbs(CommandLine line) {
        List<CommandLine> below = line.getSubcommands().values().stream()
                .filter(one -> !one.getCommandName().equals("help")
                        && !one.getCommandSpec().usageMessage().hidden())
                .distinct()
                .toList();
        return below.isEmpty() ? Stream.of(line) : below.stream().flatMap(ConsistencyTest::verbs);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void its_help_has_examples_that_are_right(CommandSpec verb) {
        List<String> examples = examples(verb);
        assertThat(examples).as(verb.qualifiedName() + " has examples").isNotEmpty();
        assertThat(examples).anyMatch(example -> example.startsWith(verb.qualifiedName()));
        for (String example : examples) {
            assertThatCode(() -> Main.commandLine().parseArgs(words(example)))
                    .as(example)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> examples(CommandSpec verb) {
        return Stream.of(verb.usageMessage().description())
                .filter(line -> line.startsWith("  alluse "))
                .map(line -> line.strip().replaceAll("( {2,}| >{1,2} | < | \\| ).*", ""))
                .toList();
    }

    /** As a shell parts them. */
    private static String[] words(String example) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(example);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.stream().skip(1).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void its_options_are_told_alike(CommandSpec verb) {
        for (ArgSpec arg : verb.args()) {
            String text = String.join(" ", arg.description());
            if (arg instanceof OptionSpec option && (option.usageHelp() || option.versionHelp())) {
                continue;
            }
            assertThat(text).as(verb.qualifiedName() + " " + arg).isNotBlank().doesNotMatch("^[A-Z][a-z].*|.*\\.$");
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void a_list_can_be_had_as_json_and_in_part(CommandSpec verb) {
        if (verb.name().equals("list")) {
            assertThat(verb.findOption("--json")).as(verb.qualifiedName()).isNotNull();
            assertThat(verb.findOption("--limit") != null || WHOLE.contains(verb.qualifiedName()))
                    .as(verb.qualifiedName() + " takes --limit")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void codes_and_symbols_are_taken_in_any_case(CommandSpec verb) {
        for (ArgSpec arg : verb.args()) {
            List<Class<?>> converters = Arrays.stream(arg.converters())
                    .<Class<?>>map(Object::getClass)
                    .toList();
            if (CODES.contains(arg.paramLabel()) && arg.type() == String.class) {
                assertThat(converters).as(verb.qualifiedName() + " " + arg).contains(Code.class);
            }
            if (arg.paramLabel().equals("SYMBOL")) {
                assertThat(converters).as(verb.qualifiedName() + " " + arg).contains(Symbol.class);
            }
        }
    }

    /** The same letters for the same thing, and the same thing under one name. */
    @ParameterizedTest
    @MethodSource("verbs")
    void a_rehearsal_and_a_date_are_asked_for_alike(CommandSpec verb) {
        OptionSpec rehearsal = verb.findOption("--dry-run");
        if (rehearsal != null) {
            assertThat(rehearsal.names()).as(verb.qualifiedName()).contains("-n");
        }
        for (OptionSpec option : verb.options()) {
            if (List.of(option.names()).stream().anyMatch(name -> name.matches("--(date|from|to|as-of|effective)"))
                    && !CODES.contains(option.paramLabel())) {
                assertThat(option.paramLabel())
                        .as(verb.qualifiedName() + " " + option)
                        .isEqualTo("YYYY-MM-DD");
            }
        }
    }
}
