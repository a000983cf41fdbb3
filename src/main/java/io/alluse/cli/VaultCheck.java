package io.alluse.cli;

import io.alluse.cli.VaultCommand.Opened;
import io.alluse.fault.Exit;
import io.alluse.text.Json;
import io.alluse.vault.Vault.Checked;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code vault check}. */
@Command(
        name = "check",
        description = {
            "Opens every credential, or those of one account, and says which cannot be opened and why; never shows one.",
            "Exit 1 if any cannot be opened. --quiet: only those; --json: one object per line.",
            "",
            "Examples:",
            "  alluse vault check",
            "  alluse vault check A-000042-GEN",
            ""
        })
final class VaultCheck implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private VaultCommand parent;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private GlobalOptions options;

    @Parameters(
            arity = "0..1",
            paramLabel = "ACCOUNT",
            converter = Code.class,
            description = "code of one account (default: all)")
    @Nullable
    private String code;

    private int accounts;
    private int failed;

    @Override
    public Integer call() {
        Opened opened = parent.open(options);
        if (code == null) {
            opened.vault().check(opened.access().identities(), this::report);
        } else {
            report(opened.vault().check(opened.access().account().apply(code)));
        }
        if (!options.quiet() && !options.json()) {
            parent.out().println("%d accounts checked, %d cannot be opened".formatted(accounts, failed));
        }
        return failed == 0 ? Exit.OK.code() : Exit.FAILED.code();
    }

    private void report(Checked checked) {
        accounts++;
        failed += checked.trouble().isPresent() ? 1 : 0;
        if (options.json()) {
            parent.out().println(json(checked));
        } else if (checked.trouble().isPresent() || !options.quiet()) {
            parent.out().println(line(checked));
        }
    }

    private static Json json(Checked checked) {
        return Json.object()
                .put("account", checked.account().identity())
                .put("opened", checked.opened())
                .put("trouble", checked.trouble().orElse(null));
    }

    /** What a line of a check or a rotation says of an account. */
    static String line(Checked checked) {
        return checked.account()
                + checked.trouble()
                        .map(trouble -> " cannot be opened: " + trouble)
                        .orElse(" ok, " + checked.opened() + (checked.opened() == 1 ? " credential" : " credentials"));
    }
}
