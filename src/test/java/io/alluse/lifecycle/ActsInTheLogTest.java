package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.cli.CapitalizedDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who looks for an account in the log finds what was done to it. */
class ActsInTheLogTest {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger(ActsInTheLogTest.class.getPackageName());

    private final Lines lines = new Lines();

    /** A line looks up what it is marked with when it is first asked, so it is written down at once. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> heard = new ArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            heard.add(line.getMDCPropertyMap().get("account") + " " + line.getFormattedMessage());
        }
    }

    /** After the job: its framework sets the log up anew. */
    private void listen() {
        lines.start();
        OURS.setLevel(Level.INFO);
        OURS.addAppender(lines);
    }

    @AfterEach
    void stop() {
        OURS.detachAppender(lines);
        OURS.setLevel(null);
    }

    @Test
    void a_line_per_account_names_it() {
        try (Acts acts = Acts.on(CapitalizedDatabase.of("name,capital,mapping\nOne,500000,per-main\n"))) {
            listen();
            BrokerageReference reference = new BrokerageReference("M1");
            acts.mapping().map("A-000001", reference, Brokerage.CONFIRMED, Acts.ACT, true);
            acts.mapping().map("A-000001", reference, Brokerage.CONFIRMED, Acts.ACT, false);
            acts.states().preview(StateVerb.SUSPEND, "A-000001-REV", Acts.ACT);
            acts.states().carryOut(StateVerb.SUSPEND, "A-000001-REV", Acts.ACT);
            PolicyWishes wishes = new PolicyWishes(List.of(), null, List.of(), List.of("buffer=7"));
            ConfigureOrder order =
                    new ConfigureOrder("A-000001-COM", wishes, CapitalizedDatabase.OPENING_DAY.date(), Acts.ACT);
            ConfigurePreview shown = acts.configuration().preview(order);
            acts.configuration().apply(order, shown.before());
            assertThat(lines.heard)
                    .containsExactly(
                            "A-000001-GEN brokerage account confirmed as M1",
                            "A-000001-REV brokerage account confirmed as M1",
                            "A-000001-COM brokerage account confirmed as M1",
                            "A-000001-REV suspended: ACTIVE to SUSPENDED",
                            "A-000001-COM configured from 2026-01-05 on: policy "
                                    + shown.after().brief());
        }
    }
}
