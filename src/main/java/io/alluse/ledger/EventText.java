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
 * node or clock, so that a disturbed run ends with the same hashes as an undisturbed one. One of these serves many events, one
 * after the other.
 */
final class EventText {

    private static final String FORMAT = "alluse-event/1";

    private final StringBuilder text = new StringBuilder(1024);
    private final MessageDigest sha256 = sha256();

    /** The text as UTF-8 where all of it is ASCII, as nearly always. */
    private byte[] ascii = new byte[1024];

    private LocalDate lastDate = LocalDate.EPOCH;
    private String lastDateText = lastDate.toString();

    EventHash hash(Posting posting) {
        return hash(posting, posting.detail().toString());
    }

    /** With the text of its detail, for those who need it again. */
    EventHash hash(Posting posting, String detail) {
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
                detail,
                posting.after().lastHash());
    }

    EventHash hash(
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
        text.setLength(0);
        text.append(FORMAT);
        line("\ncode=", code);
        text.append("\nno=").append(no);
        line("\ndate=", dateText(date.date()));
        line("\neffective=", dateText(effective));
        line("\nrule=", rule);
        line("\nref=", ref);
        line("\nkind=", kind);
        line("\npolicy=", policy.hex());
        line("\nbase=", baseChange.canonical());
        line("\nstate=", state == null ? "" : state.name());
        movements.forEach(this::move);
        line("\ndetail=", detail);
        line("\nprev=", previous.toString());
        return EventHash.of(digest());
    }

    private void line(String key, String value) {
        text.append(key).append(value);
    }

    private void move(Movement movement) {
        text.append("\nmove=")
                .append(movement.from().name())
                .append('>')
                .append(movement.to().name())
                .append('|')
                .append(movement.amount().canonical())
                .append('|')
                .append(dateText(movement.effective()))
                .append('|')
                .append(movement.transfer() == null ? "" : movement.transfer())
                .append('|')
                .append(movement.line() == null ? "" : movement.line());
    }

    /** The events of a chunk are nearly all of one date. */
    private String dateText(LocalDate date) {
        if (!date.equals(lastDate)) {
            lastDate = date;
            lastDateText = date.toString();
        }
        return lastDateText;
    }

    /** What an event adds to the digest of the run that posts it. */
    RunDigest runDigest(String code, int no, EventHash hash) {
        text.setLength(0);
        text.append(code).append('|').append(no).append('|').append(hash);
        return RunDigest.of(digest());
    }

    private byte[] digest() {
        int length = text.length();
        if (ascii.length < length) {
            ascii = new byte[length * 2];
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            ascii[i] = (byte) c;
        }
        sha256.update(ascii, 0, length);
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
