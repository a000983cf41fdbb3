package io.alluse.story;

import io.alluse.ledger.LedgerAccount;
import io.alluse.lifecycle.PolicyWishes;
import io.alluse.lifecycle.StateVerb;
import io.alluse.money.Money;
import io.alluse.story.Lines.Line;
import io.alluse.story.Step.Outcome;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a story, strictly: what is not understood is a problem with file and line. How to write one: CONTRIBUTING.md. */
final class StoryReader {

    private static final String DATE = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final String ACCOUNT = "([A-Z][A-Za-z]* (?:GEN|REV|COM)\\S*)";
    private static final String SUBJECT = "([A-Z][A-Za-z]*(?: (?:GEN|REV|COM)\\S*)?)";
    private static final Pattern MAIN = Pattern.compile("main ([A-Z][A-Za-z]*) ([\\d.]+) ([a-z]+)(.*)");
    private static final Pattern PRICE = Pattern.compile(DATE + " ([A-Z.]+) ([\\d.]+)");
    private static final Pattern STATEMENT =
            Pattern.compile("statement of " + SUBJECT + " imported " + DATE + "(?:: (.+))?");
    private static final Pattern ROW = Pattern.compile(DATE + " (.+)");
    private static final Pattern OVERRIDE = Pattern.compile("override " + SUBJECT + " from " + DATE);
    private static final Pattern CHANGE = Pattern.compile("(suspend|resume|close|recover) " + SUBJECT + " on " + DATE);
    private static final Pattern CONFIRM = Pattern.compile("confirm " + SUBJECT + " on " + DATE);
    private static final Pattern RUN = Pattern.compile("run ([a-z-]+) of " + DATE + "(?: refused: (.+))?");
    private static final Pattern OUTCOME = Pattern.compile("(?:" + ACCOUNT + "|(others)) (.+)");
    private static final Pattern ENDING = Pattern.compile(
            "posted|(?:nothing|set aside|review|not eligible): .+|waits: .+|waits, short by [\\d.]+: .+");
    private static final Pattern OF_OTHERS = Pattern.compile("posted|nothing|not eligible|waits|review|set aside");
    private static final Pattern MOVEMENT = Pattern.compile("([A-Z_]+) > ([A-Z_]+) (-?[\\d.]+)");
    private static final Pattern BALANCES = Pattern.compile("balances of " + ACCOUNT);
    private static final Pattern BALANCE = Pattern.compile("([A-Z_]+) (-?[\\d.]+)");
    private static final Pattern STATE = Pattern.compile(ACCOUNT + " ([A-Z]+) base ([\\d.]+)");
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);

    private final Lines lines;

    private StoryReader(String file, String text) {
        this.lines = new Lines(file, text);
    }

    static List<Step> read(String file, String text) {
        return new StoryReader(file, text).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.depth() != 0) {
                throw lines.problem(line.no(), "indented under nothing: " + line.text());
            }
            Step step = step(line);
            Line below = lines.below(0).stream().findFirst().orElse(null);
            if (below != null) {
                throw lines.problem(below.no(), "nothing goes below `" + line.text() + "`");
            }
            steps.add(step);
        }
        return steps;
    }

    private Step step(Line line) {
        return switch (line.text().split(" ", 2)[0]) {
            case "main" -> main(line);
            case "prices" -> new Step.Prices(line.no(), prices());
            case "statement" -> statement(line);
            case "override" -> override(line);
            case "suspend", "resume", "close", "recover" -> change(line);
            case "confirm" -> confirm(line);
            case "run" -> run(line);
            case "balances" -> balances(line);
            case "accounts" -> new Step.Accounts(line.no(), accounts());
            default ->
                throw lines.problem(
                        line.no(),
                        "expected main, prices, statement, override, suspend, resume, close, recover, confirm, run, balances or"
                                + " accounts, found `" + line.text() + "`");
        };
    }

    /** {@code main One 500000 standard [opened DATE] [per-main] [unmapped] [split 20/30/50] [overlays a+b]}. */
    private Step main(Line line) {
        Matcher main = matched(
                MAIN,
                line,
                "main One 500000 standard [opened 2026-01-12] [per-main] [unmapped]"
                        + " [split 20/30/50] [overlays growth-focused+conservative]");
        MainWords words = new MainWords();
        String[] more = main.group(4).strip().split(" ");
        for (int i = 0; i < more.length; i++) {
            String value = i + 1 < more.length ? more[i + 1] : "";
            switch (more[i]) {
                case "" -> {}
                case "per-main" -> words.perMain = true;
                case "unmapped" -> words.mapped = false;
                case "opened" -> words.opened = date(line, value);
                case "split" -> words.split = value;
                case "overlays" -> words.overlays = value;
                default -> throw lines.problem(line.no(), "unknown word `" + more[i] + "`");
            }
            i += Stream.of("opened", "split", "overlays").anyMatch(more[i]::equals) ? 1 : 0;
        }
        return new Step.Open(line.no(), words.opened, List.of(words.row(main.group(1), main.group(2), main.group(3))));
    }

    private static final class MainWords {

        private boolean perMain;
        private boolean mapped = true;
        private LocalDate opened = OPENED;
        private String split = "";
        private String overlays = "";

        String row(String name, String capital, String policy) {
            String ofEach =
                    mapped && !perMain ? "%1$s:GEN,%1$s:REV,%1$s:COM".formatted(name.toUpperCase(Locale.ROOT)) : ",,";
            return String.join(
                    ",",
                    name,
                    capital,
                    policy,
                    perMain ? "per-main" : "",
                    split,
                    overlays,
                    opened.toString(),
                    mapped && perMain ? name.toUpperCase(Locale.ROOT) : "",
                    ofEach);
        }
    }

    private List<String> prices() {
        List<String> rows = new ArrayList<>();
        for (Line line : lines.below(0)) {
            Matcher price = matched(PRICE, line, "2026-01-09 TSLA 410.00");
            rows.add(price.group(2) + "," + date(line, price.group(1)) + "," + price.group(3));
        }
        return rows;
    }

    private Step statement(Line line) {
        Matcher statement = matched(STATEMENT, line, "statement of One GEN imported 2026-01-09[: 2 posted, 1 ignored]");
        List<String> rows = new ArrayList<>();
        for (Line below : lines.below(0)) {
            Matcher row = matched(ROW, below, "a date and what happened");
            rows.add(StatementRow.of(date(below, row.group(1)), row.group(2))
                    .orElseThrow(() -> lines.problem(
                            below.no(), "expected like " + StatementRow.EXAMPLES + "; found `" + row.group(2) + "`")));
        }
        return new Step.Statement(
                line.no(), statement.group(1), date(line, statement.group(2)), rows, statement.group(3));
    }

    /** Below it {@code buffer=8}, {@code overlay growth-focused}, {@code split 25/25/50}. */
    private Step override(Line line) {
        Matcher override = matched(OVERRIDE, line, "override One GEN from 2026-02-02");
        List<String> overlays = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String split = null;
        for (Line below : lines.below(0)) {
            String[] words = below.text().split(" ", 2);
            switch (words[0]) {
                case "overlay" -> overlays.add(words[1]);
                case "split" -> split = words[1];
                default -> values.add(below.text());
            }
        }
        return new Step.Configure(
                line.no(),
                override.group(1),
                date(line, override.group(2)),
                new PolicyWishes(overlays, split, List.of(), values));
    }

    private Step change(Line line) {
        Matcher change = matched(CHANGE, line, "suspend One GEN on 2026-01-14");
        StateVerb verb = StateVerb.valueOf(change.group(1).toUpperCase(Locale.ROOT));
        return new Step.Change(line.no(), verb, change.group(2), date(line, change.group(3)));
    }

    private Step confirm(Line line) {
        Matcher confirm = matched(CONFIRM, line, "confirm One GEN-1-GEN on 2026-01-14");
        return new Step.Confirm(line.no(), confirm.group(1), date(line, confirm.group(2)));
    }

    private Step run(Line line) {
        Matcher run = matched(RUN, line, "run weekly-reinvestment of 2026-01-09[ refused: why]");
        List<Outcome> outcomes = new ArrayList<>();
        List<Line> below = lines.below(0);
        for (int i = 0; i < below.size(); i++) {
            Outcome outcome = outcome(below.get(i));
            for (; i + 1 < below.size() && below.get(i + 1).depth() == 2; i++) {
                detail(below.get(i + 1), outcome);
            }
            outcomes.add(outcome);
        }
        return new Step.Run(line.no(), run.group(1), date(line, run.group(2)), outcomes, run.group(3));
    }

    private Outcome outcome(Line line) {
        String expected =
                "One GEN posted, nothing: WHY, waits: WHY, waits, short by 12.00: WHY, review: WHY, set aside: WHY"
                        + " or not eligible: STATE; or others OUTCOME";
        Matcher outcome = matched(OUTCOME, line, expected);
        boolean others = outcome.group(2) != null;
        if (line.depth() != 1
                || !(others ? OF_OTHERS : ENDING).matcher(outcome.group(3)).matches()) {
            throw lines.problem(line.no(), "expected " + expected + "; found `" + line.text() + "`");
        }
        return new Outcome(
                others ? "others" : outcome.group(1), outcome.group(3), new ArrayList<>(), new ArrayList<>());
    }

    private void detail(Line line, Outcome outcome) {
        if (line.text().startsWith("says ")) {
            outcome.says().add(line.text().substring("says ".length()));
        } else {
            Matcher movement = matched(MOVEMENT, line, "CASH > BUFFER 70.00, or says and a line of the explanation");
            outcome.movements()
                    .add(chart(line, movement.group(1)) + " > " + chart(line, movement.group(2)) + " "
                            + money(line, movement.group(3)));
        }
    }

    private Step balances(Line line) {
        Matcher balances = matched(BALANCES, line, "balances of One GEN");
        List<String> expected = new ArrayList<>();
        for (Line below : lines.below(0)) {
            Matcher balance = matched(BALANCE, below, "CASH 94930.00");
            expected.add(chart(below, balance.group(1)) + " " + money(below, balance.group(2)));
        }
        return new Step.Balances(line.no(), balances.group(1), expected);
    }

    private List<String> accounts() {
        List<String> expected = new ArrayList<>();
        for (Line below : lines.below(0)) {
            Matcher state = matched(STATE, below, "One GEN ACTIVE base 100000.00");
            expected.add(state.group(1) + " " + state.group(2) + " base " + money(below, state.group(3)));
        }
        return expected;
    }

    private LedgerAccount chart(Line line, String name) {
        return Stream.of(LedgerAccount.values())
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> lines.problem(line.no(), "no ledger account " + name));
    }

    private Money money(Line line, String amount) {
        if (!amount.matches("-?\\d+\\.\\d\\d")) {
            throw lines.problem(line.no(), "expected an amount with cents, found `" + amount + "`");
        }
        return Money.of(amount);
    }

    private LocalDate date(Line line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw lines.problem(line.no(), "no date: `" + text + "`");
        }
    }

    private Matcher matched(Pattern pattern, Line line, @Nullable String example) {
        Matcher matcher = pattern.matcher(line.text());
        if (!matcher.matches()) {
            throw lines.problem(line.no(), "expected " + example + "; found `" + line.text() + "`");
        }
        return matcher;
    }
}
