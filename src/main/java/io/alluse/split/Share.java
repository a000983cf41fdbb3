package io.alluse.split;

import io.alluse.money.Money;

/** What an account has and what it is to have. */
public record Share(String code, Money now, Money target) {

    public Money change() {
        return target.minus(now);
    }
}
