package io.alluse.broker;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people hand in by mistake, known by its first bytes. */
enum NotCsv {
    EXCEL("PK\u0003\u0004", "[Content_Types]", "an Excel workbook; save it as CSV"),
    EXCEL_PARTS("PK\u0003\u0004", "_rels/", "an Excel workbook; save it as CSV"),
    ZIP("PK\u0003\u0004", "", "a zip archive; unpack it first"),
    ZIP_EMPTY("PK\u0005\u0006", "", "an empty zip archive"),
    GZIP("\u001f\u008b", "", "compressed by gzip; unpack it first"),
    BZIP2("BZh", "1AY&SY", "compressed by bzip2; unpack it first"),
    XZ("\u00fd7zXZ", "", "compressed by xz; unpack it first"),
    SEVEN_ZIP("7z\u00bc\u00af", "", "a 7z archive; unpack it first"),
    PDF("%PDF", "", "a PDF; ask the broker for the CSV export"),
    OLD_EXCEL("\u00d0\u00cf\u0011\u00e0", "", "an old Excel workbook; save it as CSV"),
    PNG("\u0089PNG", "", "a picture"),
    JPEG("\u00ff\u00d8\u00ff", "", "a picture"),
    HTML("<!doctype html", "", "a web page, perhaps the broker's login; export the statement again"),
    HTML_TOO("<html", "", "a web page, perhaps the broker's login; export the statement again"),
    XML("<?xml", "", "XML; ask the broker for the CSV export"),
    OFX("ofxheader", "", "an OFX file; ask the broker for the CSV export"),
    UTF_32("\u00ff\u00fe\u0000\u0000", "", "UTF-32 text; save it as UTF-8");

    /** More than any of the beginnings needs. */
    static final int PEEKED = 128;

    private final String begins;
    private final String holds;
    private final String text;

    NotCsv(String begins, String holds, String text) {
        this.begins = begins;
        this.holds = holds;
        this.text = text;
    }

    /** What it is and what to do. */
    String text() {
        return text;
    }

    /** The first that fits: the narrower stand above the wider. */
    static Optional<NotCsv> of(byte[] head) {
        String beginning = new String(head, StandardCharsets.ISO_8859_1);
        String plain = beginning.stripLeading().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(kind -> beginning.startsWith(kind.begins) || plain.startsWith(kind.begins))
                .filter(kind -> beginning.contains(kind.holds))
                .findFirst();
    }
}
