package io.alluse.lifecycle;

import io.alluse.audit.Act;
import java.time.LocalDate;

/** A person's change of policy: of a main account or an account, in force from a date. */
public record ConfigureOrder(String code, PolicyWishes wishes, LocalDate effective, Act act) {}
