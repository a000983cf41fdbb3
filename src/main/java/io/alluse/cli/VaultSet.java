package io.alluse.cli;

import io.alluse.cli.VaultCommand.Opened;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.text.Json;
import io.alluse.vault.SealedFor;
import io.alluse.vault.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Unmatched;

/** {@code vault set}. */
@Command(
        name = "set",
        description = {
            "Stores a credential of an account, or replaces it.",
            "",
            "Examples:",
            "  alluse vault set A-000042-GEN --name api-key --file key.txt",
            ""
        })
final class VaultSet implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private VaultCommand parent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ChangeOptions change;

    @Parameters(paramLabel = "ACCOUNT", converter = Code.class, description = "code of the account")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "such as api-key")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "where the secret is (default: standard input, unseen when typed)")
    @Nullable
    private Path file;

    @Unmatched
    private List<String> unknown = new ArrayList<>();

    @Override
    public Integer call() {
        refuseUnknown();
        Opened opened = parent.open(change.global());
        SealedFor account = opened.access().account().apply(code);
        try (Secret secret = SecretInput.read(file, name + " of " + account)) {
            opened.vault().seal(account, name, secret, change.reason());
        }
        if (change.global().json()) {
            parent.out()
                    .println(Json.object().put("account", account.identity()).put("set", name));
        } else if (!change.global().quiet()) {
            parent.out().println("sealed " + name + " of " + account + "; see: alluse vault check " + account);
        }
        return Exit.OK.code();
    }

    /** Elsewhere an unknown word is repeated with a suggestion; here it may be the secret. */
    private void refuseUnknown() {
        if (!unknown.isEmpty()) {
            throw Fault.usage(
                    "vault set does not know " + unknown.size() + " of the words given (not shown: they may be"
                            + " the secret, which is then in the history of your shell); pass a secret by --file or standard"
                            + " input");
        }
    }
}
