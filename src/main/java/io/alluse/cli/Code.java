package io.alluse.cli;

import io.alluse.account.Accounts;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads the code of an account as a person types it, in whatever case; what is no code stays as it is. */
final class Code implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return Accounts.mainNumber(code).isPresent() ? code : text;
    }
}
