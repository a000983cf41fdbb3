package io.alluse.cli;

import io.alluse.fault.Exit;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets the shell complete nouns, verbs, options and their words. */
@Command(
        name = "completion",
        description = {
            "Prints a script by which a shell completes nouns, verbs, options, jobs and states.",
            "",
            "Examples:",
            "  alluse completion bash > ~/.local/share/bash-completion/completions/alluse",
            "  alluse completion zsh > ~/.alluse-completion",
            ""
        },
        footer = {
            "",
            "For one session of bash: . <(alluse completion bash). For zsh: a line `. ~/.alluse-completion` in"
                    + " ~/.zshrc."
        })
final class CompletionCommand extends Verb {

    /** One script serves both. */
    enum Shell {
        BASH,
        ZSH
    }

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private Shell shell;

    @Override
    public Integer call() {
        out().print(AutoComplete.bash("alluse", spec().root().commandLine()));
        out().flush();
        return Exit.OK.code();
    }
}
