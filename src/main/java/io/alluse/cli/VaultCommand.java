package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.text.Json;
import io.alluse.vault.Keys;
import io.alluse.vault.SealedFor;
import io.alluse.vault.Vault;
import io.alluse.vault.Vault.Listed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Credentials of brokerage accounts: set, checked, listed and re-keyed, never shown. */
@Command(
        name = "vault",
        description = "Keeps the credentials of brokerage accounts, sealed; nothing here ever shows one.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {VaultSet.class, VaultCheck.class, VaultRotate.class},
        footer = {
            "",
            "The key is in the file that ALLUSE_VAULT_KEY_FILE names, or in ALLUSE_VAULT_KEY; keys used before are in"
                    + " ALLUSE_VAULT_OLD_KEY_FILE or ALLUSE_VAULT_OLD_KEY.",
            "A secret comes from a file or the standard input, never from the command line."
        })
final class VaultCommand implements Runnable {

    /** What a verb works with. */
    record Opened(Vault vault, VaultAccess access) {}

    private final Function<GlobalOptions, VaultAccess> access;
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    VaultCommand() {
        this(VaultCommand::access, System.getenv());
    }

    VaultCommand(Function<GlobalOptions, VaultAccess> access, Map<String, String> environment) {
        this.access = access;
        this.environment = environment;
    }

    private static VaultAccess access(GlobalOptions options) {
        Map<String, String> environment = System.getenv();
        DatabaseSettings settings =
                DatabaseSettings.of(options.home(environment), options.db(environment), environment);
        return VaultAccess.of(
                Database.open(options.existing(settings, environment)).program(), Verb.systemClock());
    }

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The keys first: a missing one is told before a database is started. */
    Opened open(GlobalOptions options) {
        Keys keys = Keys.from(environment);
        VaultAccess opened = access.apply(options);
        AuditContext context = AuditContext.of(words(), options.operator(), opened.clock());
        Audit audit = Audit.of(opened.database(), context);
        return new Opened(Vault.of(opened.database(), keys, audit, opened.clock()), opened);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("alluse"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        return words;
    }

    @Command(
            description = {
                "Makes a new vault key in a file that only its owner can read; overwrites nothing.",
                "",
                "Examples:",
                "  alluse vault keygen --out /etc/alluse/vault.key",
                ""
            })
    int keygen(
            @Mixin GlobalOptions options,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "a file that is not there yet")
                    Path file) {
        String id = Keys.generate(file);
        if (options.json()) {
            out().println(Json.object().put("keyId", id).put("file", file.toString()));
        } else if (options.quiet()) {
            out().println(id);
        } else {
            out().println("key " + id + " is in " + file
                    + "; keep a copy away from the backups of the database: what it" + " seals is lost without it");
            out().println("next: export ALLUSE_VAULT_KEY_FILE=" + file);
        }
        return Exit.OK.code();
    }

    @Command(
            description = {
                "Shows names and dates of credentials, by account; --json: one object per line.",
                "",
                "Examples:",
                "  alluse vault list",
                "  alluse vault list --json",
                ""
            })
    int list(@Mixin GlobalOptions options) {
        open(options).vault().list(credential -> out().println(options.json() ? json(credential) : line(credential)));
        return Exit.OK.code();
    }

    private static Json json(Listed credential) {
        return Json.object()
                .put("account", credential.identity())
                .put("name", credential.name())
                .put("setAt", credential.setAt())
                .put("keyId", credential.kekId());
    }

    private static String line(Listed credential) {
        return "%s  %s  set %s  key %s"
                .formatted(credential.identity(), credential.name(), credential.setAt(), credential.kekId());
    }

    @Command(
            description = {
                "Removes a credential, or all of an account, for good.",
                "",
                "Examples:",
                "  alluse vault remove A-000042-GEN --name api-key --yes --reason \"replaced\"",
                "  alluse vault remove A-000042-GEN --all --yes",
                ""
            })
    int remove(
            @Mixin ChangeOptions change,
            @Parameters(paramLabel = "ACCOUNT", converter = Code.class, description = "code of the account")
                    String code,
            @Option(names = "--name", paramLabel = "NAME", description = "one credential") @Nullable String name,
            @Option(names = "--all", description = "all, with the data key; also where the key is lost") boolean all,
            @Option(names = "--yes", description = "required: there is no way back") boolean yes) {
        if ((name == null) != all || !yes) {
            throw Fault.usage("vault remove takes either --name NAME or --all, and --yes, since there is no way back");
        }
        Opened opened = open(change.global());
        SealedFor account = opened.access().account().apply(code);
        if (name == null) {
            opened.vault().removeAll(account, change.reason());
        } else {
            opened.vault().remove(account, name, change.reason());
        }
        if (change.global().json()) {
            out().println(Json.object().put("account", account.identity()).put("removed", name == null ? "all" : name));
        } else if (!change.global().quiet()) {
            out().println("removed " + (name == null ? "all credentials" : name) + " of " + account);
        }
        return Exit.OK.code();
    }
}
