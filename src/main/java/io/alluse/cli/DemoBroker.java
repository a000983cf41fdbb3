package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands out what a broker would on a day: the file of an account with all its lines up to then. */
final class DemoBroker {

    static final int MAINS = 3;

    /** The accounts of the sample, by what the plan calls them at their brokers. */
    static final List<String> ACCOUNTS = List.of(
            "standard-gen",
            "standard-rev",
            "standard-com",
            "screenplay-gen",
            "screenplay-rev",
            "screenplay-com",
            "constitution-gen",
            "constitution-rev",
            "constitution-com");

    /** The accounts that the fork opens. */
    static final List<String> FORKED = List.of("standard-gen-1-gen", "standard-gen-1-com");

    private static final Pattern DAY = Pattern.compile("\"(\\d{1,2}/\\d{1,2}/\\d{4})\",.*");
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);

    private final Path folder;

    DemoBroker(Path folder) {
        this.folder = folder;
    }

    static String reference(String account) {
        return "DEMO:" + account;
    }

    /** The capital plan of the sample. */
    Path plan() {
        return written("capital-plan.csv", sample("capital-plan"));
    }

    /** None where nothing has happened since the day before the first. */
    Optional<Path> statement(String account, LocalDate sinceExclusive, LocalDate upTo) {
        List<String> lines = sample(account);
        boolean news = lines.stream()
                .skip(1)
                .map(DemoBroker::day)
                .anyMatch(day -> day.isAfter(sinceExclusive) && !day.isAfter(upTo));
        if (!news) {
            return Optional.empty();
        }
        List<String> known = lines.stream()
                .filter(line -> line.equals(lines.getFirst()) || !day(line).isAfter(upTo))
                .toList();
        return Optional.of(written(account + "-" + upTo + ".csv", known));
    }

    private static LocalDate day(String line) {
        Matcher matcher = DAY.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("a line of the samples begins without a date: " + line);
        }
        return LocalDate.parse(matcher.group(1), AMERICAN);
    }

    private static List<String> sample(String name) {
        try (InputStream sample = Objects.requireNonNull(
                DemoBroker.class.getResourceAsStream("/sample-data/quarter/" + name + ".csv"),
                "the samples travel with the program")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("sample " + name + " cannot be read", e);
        }
    }

    private Path written(String name, List<String> lines) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw Fault.environment("cannot write " + file + ": " + Fault.reason(e), e);
        }
    }
}
