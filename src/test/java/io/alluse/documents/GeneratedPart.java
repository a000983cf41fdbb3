package io.alluse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a document that is made from the program itself, between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}: compared
 * with what the program says now, or written anew with {@code -Dregenerate=true}.
 */
public final class GeneratedPart {

    private final Path document;
    private final String begin;
    private final String end;
    private final String name;

    private GeneratedPart(Path document, String name) {
        this.document = document;
        this.name = name;
        this.begin = "<!-- begin " + name + " -->\n";
        this.end = "<!-- end " + name + " -->";
    }

    public static GeneratedPart of(String document, String name) {
        return new GeneratedPart(Path.of(document), name);
    }

    /** The test is named in the message: it is what writes the part. */
    public void mustBe(String text, Class<?> test) {
        String whole = "\n" + text.strip() + "\n\n";
        if (Boolean.getBoolean("regenerate")) {
            write(whole);
        }
        assertThat(read())
                .as(
                        "%s, part %s, is not what the program says; write it by: ./mvnw test -Dtest=%s -Dregenerate=true",
                        document, name, test.getSimpleName())
                .isEqualTo(whole);
    }

    private String read() {
        String text = text();
        return text.substring(start(text), text.indexOf(end));
    }

    private void write(String part) {
        String text = text();
        String changed = text.substring(0, start(text)) + part + text.substring(text.indexOf(end));
        try {
            Files.writeString(document, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int start(String text) {
        assertThat(text).as("%s has its markers", document).contains(begin, end);
        return text.indexOf(begin) + begin.length();
    }

    private String text() {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
