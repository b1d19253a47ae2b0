package ag.result.print;

import ag.lang.source.BlankCharacters;
import java.util.stream.Collectors;

/** Makes characters visible that would steer a terminal instead of showing on it, or that do not show at all. */
public final class Visible {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visible() {}

    /**
     * Tabs become four spaces. Other control characters, those that turn the direction of writing, line ends of Unicode, halves of
     * characters and what has no width and no look are written as their code, such as {@code \u001b}; beyond the first 65536 as the
     * two codes that JSON writes. Joiners stay where they join.
     */
    public static String of(String text) {
        StringBuilder visible = null;
        int before = ' ';
        int length;
        for (int i = 0; i < text.length(); i += length, before = text.codePointBefore(i)) {
            int c = text.codePointAt(i);
            length = Character.charCount(c);
            boolean hidden = isHidden(c, before);
            if (hidden && visible == null) {
                visible = new StringBuilder(text.substring(0, i));
            }
            if (visible == null) {
                continue;
            }
            if (hidden) {
                visible.append(c == '\t' ? "    " : code(Character.toChars(c)));
            } else {
                visible.appendCodePoint(c);
            }
        }
        return visible == null ? text : visible.toString();
    }

    /** The same line by line: line ends stay, and there is none after the last. */
    public static String lines(String text) {
        return text.lines().map(Visible::of).collect(Collectors.joining("\n"));
    }

    private static String code(char[] units) {
        StringBuilder code = new StringBuilder();
        for (char unit : units) {
            code.append("\\u").append(Integer.toHexString(0x10000 + unit), 1, 5);
        }
        return code.toString();
    }

    private static boolean isHidden(int c, int before) {
        if (c >= ' ' && c <= '~') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> isJoiner(c) ? !joins(before) : !isNumberSign(c);
            default -> isBlankLetter(c);
        };
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
    }

    /** Whether a joiner changes the look of what stands before it: emoji, and letters of scripts that are written joined. */
    private static boolean joins(int before) {
        return switch (Character.getType(before)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.OTHER_LETTER -> !isBlankLetter(before) && !Character.isIdeographic(before);
            default -> before > '~' && Character.isEmoji(before);
        };
    }

    /** Format characters that do show: the signs that Arabic, Syriac and Kaithi write around a number. */
    private static boolean isNumberSign(int c) {
        return (c >= 0x0600 && c <= 0x0605)
                || c == 0x06DD
                || c == 0x070F
                || c == 0x0890
                || c == 0x0891
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    private static boolean isBlankLetter(int c) {
        return Character.isLetter(c) && BlankCharacters.contains(c);
    }
}
