package io.alluse.cli;

import io.alluse.allocation.PeriodJob;
import io.alluse.audit.Audit;
import io.alluse.consolidation.AssessmentJob;
import io.alluse.fault.Fault;
import io.alluse.fork.ForkJob;
import io.alluse.funding.FundingJob;
import io.alluse.hierarchy.HierarchyCheckJob;
import io.alluse.ledger.Period;
import io.alluse.merge.MergeJob;
import io.alluse.ordering.OrderIntentsJob;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.sweep.SweepJob;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxAndBufferJob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The account jobs by name. */
enum SweepJobs {
    FUNDING(FundingJob.RULE, FundingJob.PURPOSE),
    TAX_AND_BUFFER(TaxAndBuffer.RULE, TaxAndBufferJob.PURPOSE),
    WEEKLY_REINVESTMENT(Period.WEEK.rule(), PeriodJob.WEEKLY_PURPOSE),
    QUARTERLY_ALLOCATION(Period.QUARTER.rule(), PeriodJob.QUARTERLY_PURPOSE),
    ORDER_INTENTS(OrderIntentsJob.NAME, OrderIntentsJob.PURPOSE),
    FORK_SWEEP(ForkJob.RULE, ForkJob.PURPOSE),
    MERGE_SWEEP(MergeJob.RULE, MergeJob.PURPOSE),
    CONSOLIDATION_ASSESSMENT(AssessmentJob.NAME, AssessmentJob.PURPOSE),
    HIERARCHY_CHECK(HierarchyCheckJob.NAME, HierarchyCheckJob.PURPOSE);

    private final String job;
    private final String purpose;

    SweepJobs(String job, String purpose) {
        this.job = job;
        this.purpose = purpose;
    }

    String job() {
        return job;
    }

    String purpose() {
        return purpose;
    }

    /** Who runs it is in the audit, which works on the transactions of this session. */
    SweepJob<?> on(Session session, PolicyBook book, Audit audit) {
        return switch (this) {
            case FUNDING -> new FundingJob(session);
            case TAX_AND_BUFFER -> new TaxAndBufferJob(session, book);
            case WEEKLY_REINVESTMENT -> new PeriodJob(Period.WEEK, session, book);
            case QUARTERLY_ALLOCATION -> new PeriodJob(Period.QUARTER, session, book);
            case ORDER_INTENTS -> new OrderIntentsJob(session);
            case FORK_SWEEP -> new ForkJob(session, audit);
            case MERGE_SWEEP -> new MergeJob(session, book, audit);
            case CONSOLIDATION_ASSESSMENT -> new AssessmentJob(session, audit);
            case HIERARCHY_CHECK -> new HierarchyCheckJob(session);
        };
    }

    static Optional<SweepJobs> named(String name) {
        return Arrays.stream(values()).filter(known -> known.job.equals(name)).findFirst();
    }

    /** One of those that settle and allocate what accounts have earned, as an option names it. */
    static SweepJobs ofResults(String job) {
        List<SweepJobs> known = List.of(TAX_AND_BUFFER, WEEKLY_REINVESTMENT, QUARTERLY_ALLOCATION);
        return known.stream()
                .filter(one -> one.job.equals(job))
                .findFirst()
                .orElseThrow(() -> Fault.usage("--job " + job + ": expected one of "
                        + known.stream().map(SweepJobs::job).collect(Collectors.joining(", "))));
    }

    static List<String> names() {
        return Arrays.stream(values()).map(SweepJobs::job).toList();
    }
}
