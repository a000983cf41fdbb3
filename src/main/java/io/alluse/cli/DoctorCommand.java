package io.alluse.cli;

import io.alluse.doctor.Doctor;
import io.alluse.doctor.Health;
import io.alluse.doctor.Health.Verdict;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import io.alluse.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether everything is as it has to be for jobs to run. */
@Command(
        name = "doctor",
        description = {
            "Looks at the JDK, the disk, the database with its schema, roles and settings, the clock, policies and schedules, runs",
            "that are stuck, a sample of the ledger, backups; says how to mend what is wrong. It starts and changes nothing.",
            "",
            "Examples:",
            "  alluse doctor",
            "  alluse doctor --json",
            "  alluse doctor --sample 500",
            ""
        },
        footer = {"", "Exit 0 where nothing is bad, with or without warnings; 7 otherwise."})
final class DoctorCommand extends Verb {

    private static final int MOST_SAMPLED = 10_000;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "32",
            description = "check the chains of so many accounts (default: 32)")
    private int sample;

    @Option(
            names = "--notify",
            paramLabel = "FILE",
            description = "who is told of failures (default: notifications.yaml in the home)")
    @Nullable
    private Path channels;

    @Override
    public Integer call() {
        if (sample < 1 || sample > MOST_SAMPLED) {
            throw Fault.usage("--sample " + sample + ": expected 1 to " + MOST_SAMPLED);
        }
        List<Health> found = Doctor.examine(
                new Doctor.Patient(databaseSettings(), home(), book(), schedules(), channels, sample), clock());
        answer(found);
        boolean bad = found.stream().anyMatch(one -> one.verdict() == Verdict.BAD);
        return (bad ? Exit.ENVIRONMENT : Exit.OK).code();
    }

    private Doctor.Schedules schedules() {
        return new Doctor.Schedules() {
            @Override
            public List<Problem> problems() {
                return ScheduleCheckCommand.problems(options().jobs());
            }

            @Override
            public int count() {
                return definitions().all().size();
            }
        };
    }

    private void answer(List<Health> found) {
        if (options().json()) {
            out().println(Json.object()
                    .put("checks", found.stream().map(DoctorCommand::json).toList()));
            return;
        }
        if (options().quiet()) {
            found.stream()
                    .filter(one -> one.verdict() != Verdict.OK)
                    .forEach(one -> out().println(one.verdict().word() + " " + one.check()));
            return;
        }
        TextTable table = TextTable.of("", "CHECK", "WHAT");
        for (Health one : found) {
            table.row(one.verdict().word(), one.check(), one.text());
            if (!one.mend().isEmpty()) {
                table.row("", "", "-> " + one.mend());
            }
        }
        out().print(table);
        out().flush();
    }

    private static Json json(Health one) {
        return Json.object()
                .put("check", one.check())
                .put("verdict", one.verdict().word())
                .put("text", one.text())
                .put("mend", one.mend());
    }
}
