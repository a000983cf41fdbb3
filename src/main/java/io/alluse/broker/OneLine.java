package io.alluse.broker;

/** Texts of brokers as one line that no database and no terminal stumbles over. */
final class OneLine {

    private static final int LONGEST = 500;

    private OneLine() {}

    /** Most texts are fine as they are. */
    static String of(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (int i = 0; i < cut.length(); i++) {
            char c = cut.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                return cleaned(cut);
            }
        }
        return cut;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t' || c == '\u00A0') {
                clean.append(' ');
            } else {
                clean.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }
}
