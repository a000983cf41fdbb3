package io.alluse.cli;

import io.alluse.cli.VaultCommand.Opened;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.text.Json;
import io.alluse.vault.Vault.Checked;
import io.alluse.vault.Vault.Rotated;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code vault rotate}. */
@Command(
        name = "rotate",
        description = {
            "Wraps all data keys by the current vault key, the old one being given as ALLUSE_VAULT_OLD_KEY_FILE.",
            "Works in batches; after an interruption run it again. Exit 3 if some data keys cannot be opened.",
            "",
            "Examples:",
            "  alluse vault rotate",
            "  alluse vault rotate --deks --reason \"yearly\"",
            ""
        })
final class VaultRotate implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private VaultCommand parent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ChangeOptions change;

    @Option(names = "--deks", description = "make new data keys and seal everything again")
    private boolean deks;

    @Option(
            names = "--made-before",
            paramLabel = "INSTANT",
            description = "with --deks: only data keys older than this (default: now), to go on after an interruption")
    @Nullable
    private Instant madeBefore;

    @Override
    public Integer call() {
        if (madeBefore != null && !deks) {
            throw Fault.usage("--made-before goes with --deks; re-wrapping goes on by itself");
        }
        Opened opened = parent.open(change.global());
        Rotated rotated = deks ? renew(opened) : opened.vault().rotate(change.reason(), this::failure);
        report(rotated);
        return rotated.failed() == 0 ? Exit.OK.code() : Exit.SET_ASIDE.code();
    }

    private Rotated renew(Opened opened) {
        Instant before = madeBefore == null ? opened.access().clock().instant() : madeBefore;
        parent.err().println("to go on after an interruption: alluse vault rotate --deks --made-before " + before);
        return opened.vault().renewDataKeys(before, change.reason(), this::failure);
    }

    private void failure(Checked checked) {
        parent.err().println(VaultCheck.line(checked));
    }

    private void report(Rotated rotated) {
        if (change.global().json()) {
            parent.out()
                    .println(Json.object().put("rotated", rotated.accounts()).put("failed", rotated.failed()));
        } else {
            parent.out()
                    .println("%d data keys %s, %d cannot be opened"
                            .formatted(rotated.accounts(), deks ? "renewed" : "re-wrapped", rotated.failed()));
        }
    }
}
