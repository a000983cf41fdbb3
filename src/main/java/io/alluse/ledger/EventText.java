package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of an event, which its hash covers: what it means and the hash before it, never surrogate ids, run, attempt,
 * node or clock, so that a disturbed run ends with the same hashes as an undisturbed one.
 */
final class EventText {

    private static final String FORMAT = "alluse-event/1";

    private EventText() {}

    static EventHash hash(Posting posting) {
        return hash(
                posting.after().code(),
                posting.no(),
                posting.date(),
                posting.effective(),
                posting.rule(),
                posting.ref(),
                posting.kind().name(),
                posting.policy(),
                posting.baseChange(),
                posting.state(),
                posting.movements(),
                posting.detail().toString(),
                posting.after().lastHash());
    }

    static EventHash hash(
            String code,
            int no,
            BusinessDay date,
            LocalDate effective,
            String rule,
            String ref,
            String kind,
            PolicyHash policy,
            Money baseChange,
            @Nullable AccountState state,
            List<Movement> movements,
            String detail,
            EventHash previous) {
        StringBuilder text = new StringBuilder(512).append(FORMAT);
        line(text, "code", code);
        line(text, "no", Integer.toString(no));
        line(text, "date", date.toString());
        line(text, "effective", effective.toString());
        line(text, "rule", rule);
        line(text, "ref", ref);
        line(text, "kind", kind);
        line(text, "policy", policy.toString());
        line(text, "base", baseChange.canonical());
        line(text, "state", state == null ? "" : state.name());
        movements.forEach(movement -> line(text, "move", movementText(movement)));
        line(text, "detail", detail);
        line(text, "prev", previous.toString());
        return EventHash.of(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append('\n').append(key).append('=').append(value);
    }

    private static String movementText(Movement movement) {
        return movement.from().name()
                + '>'
                + movement.to().name()
                + '|'
                + movement.amount().canonical()
                + '|'
                + movement.effective()
                + '|'
                + (movement.transfer() == null ? "" : movement.transfer())
                + '|'
                + (movement.line() == null ? "" : movement.line());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
