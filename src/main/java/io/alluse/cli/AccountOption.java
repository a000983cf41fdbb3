package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A list of what belongs to one account, or to one main account. */
final class AccountOption {

    @Option(
            names = "--account",
            paramLabel = "CODE",
            converter = Code.class,
            description = "only of this account or main account")
    @Nullable
    private String code;

    @Nullable
    AccountId id(Session session) {
        return Codes.id(session, code);
    }
}
