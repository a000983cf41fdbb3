package io.alluse.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, and the text of JSON values; money goes in as a string so that no reader rounds it. */
public final class Json {

    private final Map<String, @Nullable Object> members;

    private Json(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Members in the order they are put. */
    public static Json object() {
        return new Json(new LinkedHashMap<>());
    }

    /** Members sorted by key: the form that hashes cover. */
    public static Json canonical() {
        return new Json(new TreeMap<>());
    }

    /** Adds a string, number, boolean, {@code null}, {@link Json}, map or collection; anything else by its {@code toString}. */
    public Json put(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    /** Text that is JSON already, such as the detail of an event, to be put somewhere as it is. */
    public static Object raw(String json) {
        return new Raw(json);
    }

    private record Raw(String json) {}

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The text of any value that {@link #put} takes. */
    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    @Override
    public String toString() {
        return text(this);
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Json json -> writeObject(out, json.members);
            case Raw raw -> out.append(raw.json());
            case Map<?, ?> map -> writeObject(out, map);
            case Collection<?> list -> writeArray(out, list);
            case BigDecimal number -> out.append(number.toPlainString());
            case Number number -> out.append(number);
            case Boolean bool -> out.append(bool);
            default -> writeString(out, value.toString());
        }
    }

    private static void writeObject(StringBuilder out, Map<?, ?> members) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(separator);
            writeString(out, String.valueOf(member.getKey()));
            out.append(':');
            write(out, member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(StringBuilder out, Collection<?> values) {
        out.append('[');
        String separator = "";
        for (Object value : values) {
            out.append(separator);
            write(out, value);
            separator = ",";
        }
        out.append(']');
    }

    /** Most text needs no escape and goes out in one piece. */
    private static void writeString(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = escape(text.charAt(i));
            if (escape != null) {
                out.append(text, written, i).append(escape);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private static @Nullable String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < 0x20 || c == '\u2028' || c == '\u2029' ? String.format("\\u%04x", (int) c) : null;
        };
    }
}
