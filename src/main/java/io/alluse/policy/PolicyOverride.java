package io.alluse.policy;

/** A key of the policy and the value it shall have instead, written as in a policy file: {@code tax.short}, {@code 25}. */
public record PolicyOverride(String key, String value) {}
