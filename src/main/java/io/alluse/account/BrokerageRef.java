package io.alluse.account;

/** A brokerage account as everyone names it: by the account, or the main account, that it serves. */
public record BrokerageRef(AccountId id, String code) {}
