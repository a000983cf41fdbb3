package io.alluse.lineage;

import io.alluse.account.AccountId;

/** A fork family: the children of one fork. */
public record FamilyRef(AccountId parent, int forkNo) {}
