package io.alluse.statement;

import io.alluse.money.Money;
import java.time.LocalDate;

/** The cash with which a statement begins, and the day it begins on. */
record StartingBalance(LocalDate on, Money cash) {}
