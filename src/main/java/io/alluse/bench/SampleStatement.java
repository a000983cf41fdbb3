package io.alluse.bench;

import io.alluse.broker.BrokerFormat;
import io.alluse.broker.BrokerFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One of the sample statements that travel with the program, and the accounts it names. */
final class SampleStatement {

    private static final String ALL = "classpath:sample-data/statements/*.csv";

    private final String name;
    private final BrokerFormat format;
    private final String text;
    private final Set<String> accounts;

    private SampleStatement(String name, BrokerFormat format, String text, Set<String> accounts) {
        this.name = name;
        this.format = format;
        this.text = text;
        this.accounts = accounts;
    }

    /** In the order of their names; the folder is for what they have to be written to once. */
    static List<SampleStatement> all(Path folder) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(ALL))
                    .map(file -> of(file, folder))
                    .sorted(Comparator.comparing(SampleStatement::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleStatement of(Resource sample, Path folder) {
        String name = String.valueOf(sample.getFilename());
        try {
            String text = sample.getContentAsString(StandardCharsets.UTF_8);
            BrokerFormat format = format(name);
            Path file = Files.writeString(folder.resolve(name), text);
            Set<String> accounts = ReadMutant.of(file, format.name()).activities().stream()
                    .map(activity -> activity.account())
                    .filter(account -> !account.isEmpty())
                    .collect(Collectors.toSet());
            Files.delete(file);
            return new SampleStatement(name, format, text, accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The formats they are told in are named alike. */
    private static BrokerFormat format(String sample) {
        String name = sample.replace("transaction-history", "history");
        return BrokerFormats.all().stream()
                .filter(format -> name.startsWith(format.name()))
                .max(Comparator.comparingInt(format -> format.name().length()))
                .orElseThrow();
    }

    String name() {
        return name;
    }

    BrokerFormat format() {
        return format;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Told of another account, where it names one. */
    byte[] bytesOf(String account) {
        String told = text;
        for (String theirs : accounts) {
            told = told.replace(theirs, account);
        }
        return told.getBytes(StandardCharsets.UTF_8);
    }
}
