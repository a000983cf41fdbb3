package io.alluse.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a command as one line. No command takes a secret as a word; what someone put there all the same is left out. */
final class CommandText {

    private static final Pattern VALUE = Pattern.compile(
            "((?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|credential)[\\w.-]*\\s*[=:]\\s*)[^&;\\s]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(://)[^/@\\s]+@");
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+*?&-]+");

    private CommandText() {}

    static String of(List<String> words) {
        return words.stream().map(CommandText::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        String kept = VALUE.matcher(word).replaceAll("$1***");
        String shown = USER_INFO.matcher(kept).replaceAll("$1***@");
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}
