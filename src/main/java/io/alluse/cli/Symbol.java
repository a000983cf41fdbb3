package io.alluse.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** Reads a symbol, or an option such as {@code aapl 2024-03-15 150 c}, in whatever case. */
final class Symbol implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
