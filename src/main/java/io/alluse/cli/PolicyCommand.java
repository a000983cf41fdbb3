package io.alluse.cli;

import picocli.CommandLine.Command;

/** The rule books: which there are, what they say, whether a file is one, where two differ. */
@Command(
        name = "policy",
        description = {
            "Lists, shows, checks and compares policies, the rule books of accounts.",
            "",
            "Examples:",
            "  alluse policy list",
            "  alluse policy show standard --overlay conservative",
            "  alluse policy check my-policy.yaml",
            "  alluse policy diff standard constitution",
            ""
        },
        footer = {"", "Every key of a policy is explained in docs/policies.md."},
        subcommands = {
            PolicyListCommand.class,
            PolicyShowCommand.class,
            PolicyCheckCommand.class,
            PolicyDiffCommand.class
        })
final class PolicyCommand extends Noun {}
