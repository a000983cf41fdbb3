package io.alluse.cli;

import io.alluse.fault.Fault;
import io.alluse.vault.Secret;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a secret comes from: a file, the standard input, or a person typing unseen; never the command line. */
final class SecretInput {

    private SecretInput() {}

    static Secret read(@Nullable Path file, String prompt) {
        try {
            return file == null || file.toString().equals("-") ? standardInput(prompt) : fromFile(file);
        } catch (NoSuchFileException e) {
            throw Fault.notFound("no file " + file + " to read the secret from");
        } catch (IOException e) {
            throw Fault.environment("the secret cannot be read: " + Fault.reason(e), e);
        }
    }

    private static Secret fromFile(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Secret.read(in);
        }
    }

    private static Secret standardInput(String prompt) throws IOException {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return terminal.isPresent() ? typed(terminal.get(), prompt) : Secret.read(System.in);
    }

    private static Secret typed(Console console, String prompt) {
        char @Nullable [] characters = console.readPassword("%s (not shown): ", prompt);
        return Secret.typed(characters == null ? new char[0] : characters);
    }
}
