package io.alluse.alert;

import io.alluse.account.AccountId;

/**
 * Something that a job has found and a person should know.
 *
 * @param subject an account or a main account
 * @param key tells it from others of its kind about this subject; empty where there can be only one
 * @param next the command to give
 */
public record Raised(AlertKind kind, AccountId subject, String key, String text, String next) {

    public Raised(AlertKind kind, AccountId subject, String text, String next) {
        this(kind, subject, "", text, next);
    }
}
