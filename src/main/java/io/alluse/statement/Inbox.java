package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.broker.StatementReading;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory into which statements are put: files that name their accounts, and a directory per account for files that do not. What
 * has been dealt with is moved to {@code archive/} or {@code rejected/}, a report beside it; by a move in one piece, so that of two who
 * look one has it.
 */
public final class Inbox {

    private static final String ARCHIVE = "archive";
    private static final String REJECTED = "rejected";
    private static final String REPORT = ".report.txt";
    private static final int BEGINNING = 8;

    private final Path directory;
    private final Duration settling;
    private final Clock clock;

    /** A file that has changed within the last so many seconds may still be being copied. */
    public Inbox(Path directory, Duration settling, Clock clock) {
        if (!Files.isDirectory(directory)) {
            throw Fault.notFound(directory + ": no such directory; give the path of an inbox");
        }
        this.directory = directory;
        this.settling = settling;
        this.clock = clock;
    }

    /** A file that waits, and what is to be done about it. */
    public sealed interface Waiting {

        Path file();

        /** To be imported; the account is that of its directory. */
        record Ready(Path file, @Nullable String account, LocalDate last) implements Waiting {}

        /** No statement that can be read. */
        record Unreadable(Path file, String reason) implements Waiting {}

        /** Its last line is of a later date. */
        record Early(Path file, LocalDate last) implements Waiting {}

        /** Somebody still writes it. */
        record Unsettled(Path file) implements Waiting {}
    }

    /** What lies in the inbox, those to be imported in the order of their last dates. */
    public List<Waiting> look(@Nullable String format, BusinessDay date) {
        List<Waiting> waiting = new ArrayList<>();
        for (Path file : files()) {
            waiting(file, format, date).ifPresent(waiting::add);
        }
        waiting.sort(Comparator.comparing(Inbox::order).thenComparing(Waiting::file));
        return waiting;
    }

    private static LocalDate order(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Ready ready -> ready.last();
            case Waiting.Early early -> early.last();
            case Waiting.Unreadable _, Waiting.Unsettled _ -> LocalDate.MIN;
        };
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>(in(directory, Inbox::isStatement));
        for (Path account : in(directory, Files::isDirectory)) {
            String name = account.getFileName().toString();
            if (!name.equals(ARCHIVE) && !name.equals(REJECTED) && !name.startsWith(".")) {
                files.addAll(in(account, Inbox::isStatement));
            }
        }
        return files;
    }

    private static List<Path> in(Path directory, Predicate<Path> wanted) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw Fault.environment(directory + ": cannot be read: " + Fault.reason(e), e);
        }
    }

    /** What copying programs call a file until it is whole is none. */
    private static boolean isStatement(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && !name.matches(".*\\.(part|tmp|crdownload|filepart)");
    }

    private Optional<Waiting> waiting(Path file, @Nullable String format, BusinessDay date) {
        try {
            if (!hasSettled(file)) {
                return Optional.of(new Waiting.Unsettled(file));
            }
            long size = Files.size(file);
            LocalDate last = lastDate(file, format);
            boolean settled = hasSettled(file) && Files.size(file) == size;
            return Optional.of(
                    !settled
                            ? new Waiting.Unsettled(file)
                            : last.isAfter(date.date())
                                    ? new Waiting.Early(file, last)
                                    : new Waiting.Ready(file, accountOf(file), last));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Fault.environment(file + ": cannot be read: " + Fault.reason(e), e);
        } catch (Fault e) {
            return e.exit() == Exit.NOT_FOUND
                    ? Optional.empty()
                    : Optional.of(new Waiting.Unreadable(file, Fault.reason(e)));
        }
    }

    private boolean hasSettled(Path file) throws IOException {
        Instant changed = Files.readAttributes(file, BasicFileAttributes.class)
                .lastModifiedTime()
                .toInstant();
        return changed.plus(settling).isBefore(clock.instant());
    }

    private @Nullable String accountOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null || parent.equals(directory.toAbsolutePath())
                ? null
                : parent.getFileName().toString();
    }

    /** Of its lines; a file without any is as old as can be. */
    private static LocalDate lastDate(Path file, @Nullable String format) {
        LastDate last = new LastDate();
        StatementReading.read(file, format, last);
        return last.date;
    }

    private static final class LastDate implements LineSink {

        private LocalDate date = LocalDate.EPOCH;

        @Override
        public void took(Activity activity, long lines) {
            date = activity.posted().isAfter(date) ? activity.posted() : date;
        }

        @Override
        public void ignored(long line, long lines, String kind) {}

        @Override
        public void rejected(LineProblem problem, long lines) {}

        @Override
        public void stated(Stated stated) {}

        @Override
        public void warned(LineProblem problem) {}
    }

    /** Where it lies now. */
    public Path archive(Path file, String report) {
        return move(file, ARCHIVE, report);
    }

    public Path reject(Path file, String report) {
        return move(file, REJECTED, report);
    }

    /** The report first: whoever finds the file finds it explained. */
    private Path move(Path file, String to, String report) {
        Path target = directory.resolve(to).resolve(directory.relativize(file));
        try {
            Files.createDirectories(target.getParent());
            Path free = Files.exists(target) ? other(file, target) : target;
            Path unfinished = free.resolveSibling("." + free.getFileName() + REPORT);
            Files.writeString(unfinished, report, StandardCharsets.UTF_8);
            Files.move(
                    unfinished,
                    free.resolveSibling(free.getFileName() + REPORT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.move(file, free, StandardCopyOption.ATOMIC_MOVE);
            return free;
        } catch (NoSuchFileException e) {
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be moved to " + to, e);
        }
    }

    /** Another file of that name was there before. */
    private static Path other(Path file, Path taken) {
        String name = taken.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String end = dot < 0 ? "" : name.substring(dot);
        return taken.resolveSibling(stem + "-" + FileDigest.of(file).substring(0, BEGINNING) + end);
    }
}
