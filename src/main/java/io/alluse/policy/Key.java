package io.alluse.policy;

/**
 * A key of a policy file: its path, the type of its value, what it means, whether only the policy itself may set it, and
 * the group that may say {@code none} instead of it (empty if there is no such group).
 */
record Key<T>(String path, Type<T> type, String meaning, Scope scope, String group) {

    /** Who may set a key. */
    enum Scope {
        POLICY_ONLY,
        OVERRIDABLE
    }

    /** Whether it stands for the keys below it, which it says there are none of. */
    boolean isGroup() {
        return type.equals(Words.NONE);
    }

    boolean overridable() {
        return scope == Scope.OVERRIDABLE;
    }

    /** The same for one tier, where the path holds a star. */
    Key<T> of(Tier tier) {
        return new Key<>(path.replace("*", tier.name()), type, meaning, scope, group.replace("*", tier.name()));
    }
}
