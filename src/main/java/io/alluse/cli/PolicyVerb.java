package io.alluse.cli;

import io.alluse.policy.PolicyBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every verb needs. */
abstract class PolicyVerb implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private GlobalOptions options;

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            description = "take the policies of DIR/policies instead of those shipped")
    @Nullable
    private Path jobs;

    PolicyBook book() {
        return jobs == null ? PolicyBook.shipped() : PolicyBook.of(jobs);
    }

    GlobalOptions options() {
        return options;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
