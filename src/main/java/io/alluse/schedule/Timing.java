package io.alluse.schedule;

import io.alluse.calendar.TradingCalendar;
import java.time.ZoneId;

/** From what the due times of a job follow: which business dates there are, and what time belongs to each. */
public record Timing(
        Cron cron, ZoneId zone, TradingCalendar calendar, BusinessDates dates, Runs runs, EarlyClose earlyClose) {}
