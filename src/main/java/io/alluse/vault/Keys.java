package io.alluse.vault;

import io.alluse.fault.Fault;
import io.alluse.vault.DoesNotOpen.Why;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vault keys at hand: one that seals, and old ones that still open until everything is re-wrapped. */
public final class Keys {

    public static final String KEY = "ALLUSE_VAULT_KEY";
    public static final String KEY_FILE = "ALLUSE_VAULT_KEY_FILE";
    public static final String OLD_KEY = "ALLUSE_VAULT_OLD_KEY";
    public static final String OLD_KEY_FILE = "ALLUSE_VAULT_OLD_KEY_FILE";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern PATH_SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private final Kek current;
    private final Map<String, Kek> known = new LinkedHashMap<>();

    private Keys(Kek current, List<Kek> old) {
        this.current = current;
        old.forEach(kek -> known.put(kek.id(), kek));
        known.put(current.id(), current);
    }

    /** One key from {@value #KEY_FILE} or {@value #KEY}; old ones from {@value #OLD_KEY_FILE} and {@value #OLD_KEY}. */
    public static Keys from(Map<String, String> environment) {
        Optional<String> file = given(environment, KEY_FILE);
        Optional<String> value = given(environment, KEY);
        if (file.isPresent() && value.isPresent()) {
            throw Fault.usage("both " + KEY_FILE + " and " + KEY + " are set; set one of them");
        }
        Kek current = file.map(path -> KeyFile.read(Path.of(path)))
                .or(() -> value.map(text -> parse(text, KEY)))
                .orElseThrow(() -> Fault.environment("no vault key; set " + KEY_FILE + " to a file made by"
                        + " `alluse vault keygen --out FILE`, or " + KEY + " to its content"));
        return new Keys(current, old(environment));
    }

    private static List<Kek> old(Map<String, String> environment) {
        Stream<Kek> files = given(environment, OLD_KEY_FILE).stream()
                .flatMap(PATH_SEPARATOR::splitAsStream)
                .map(path -> KeyFile.read(Path.of(path)));
        Stream<Kek> values = given(environment, OLD_KEY).stream()
                .flatMap(COMMA::splitAsStream)
                .map(text -> parse(text, OLD_KEY));
        return Stream.concat(files, values).toList();
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    private static Kek parse(String text, String name) {
        return KeyFile.parse(text.getBytes(StandardCharsets.UTF_8), "the value of " + name);
    }

    /** Writes a new key into a file that must not exist yet, and returns its id. */
    public static String generate(Path file) {
        return KeyFile.create(file).id();
    }

    /** The id of the key that seals, safe to show. */
    public String currentId() {
        return current.id();
    }

    Kek current() {
        return current;
    }

    Kek known(String id) throws DoesNotOpen {
        @Nullable Kek kek = known.get(id);
        if (kek == null) {
            throw new DoesNotOpen(Why.KEY_NOT_GIVEN);
        }
        return kek;
    }

    @Override
    public String toString() {
        return "keys " + known.keySet();
    }
}
