package io.alluse.yaml;

/**
 * A key of a file: its path, the type of its value, what it means, whether only the file itself may set it, and
 * the group that may say {@code none} instead of it (empty if there is no such group).
 */
public record Key<T>(String path, Type<T> type, String meaning, Scope scope, String group) {

    /** Who may set a key. */
    public enum Scope {
        FIXED,
        OVERRIDABLE
    }

    /** Whether it stands for the keys below it, which it says there are none of. */
    public boolean isGroup() {
        return type.equals(Texts.NONE);
    }

    public boolean overridable() {
        return scope == Scope.OVERRIDABLE;
    }

    /** The same for one of several, where the path holds a star. */
    public Key<T> of(Enum<?> one) {
        return new Key<>(path.replace("*", one.name()), type, meaning, scope, group.replace("*", one.name()));
    }
}
