package io.alluse.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comment of a package says. */
final class PackageText {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private PackageText() {}

    static String of(String module) {
        try {
            Path file = Path.of("src/main/java/io/alluse", module, "package-info.java");
            Matcher comment = COMMENT.matcher(Files.readString(file));
            return comment.find()
                    ? comment.group(1).replaceAll("\\s*\\n \\* ?", " ").strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
