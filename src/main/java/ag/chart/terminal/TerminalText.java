package ag.chart.terminal;

import ag.spelling.AsciiLetters;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names made fit for a terminal: without control characters, spelt in ASCII where need be, cut to a number of cells. */
record TerminalText(boolean unicode) {
    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) '∂', "d"),
            Map.entry((int) '·', "*"),
            Map.entry((int) '×', "*"),
            Map.entry((int) '÷', "/"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '√', "sqrt"),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≠', "!="),
            Map.entry((int) '≈', "~"),
            Map.entry((int) '′', "'"),
            Map.entry((int) '…', "..."),
            Map.entry((int) 'µ', "mu"),
            Map.entry((int) '→', "->"));

    /** The text as it may be shown: one line, and what could move the cursor taken out. */
    String clean(String text) {
        String line = text.codePoints()
                .filter(letter -> Character.getType(letter) != Character.FORMAT)
                .mapToObj(letter -> isShown(letter) ? Character.toString(letter) : " ")
                .collect(Collectors.joining());
        return unicode ? line : ascii(line);
    }

    /** The cleaned text, or its beginning and an ellipsis where it takes more cells than there are. */
    String fit(String text, int cells) {
        String clean = clean(text);
        if (width(clean) <= cells) {
            return clean;
        }
        String ellipsis = unicode ? "…" : "..";
        StringBuilder kept = new StringBuilder();
        int room = cells - ellipsis.length();
        for (int letter : clean.codePoints().toArray()) {
            room -= width(letter);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept.toString().stripTrailing() + ellipsis.substring(0, Math.max(0, Math.min(cells, ellipsis.length())));
    }

    /** How many cells a text takes. */
    static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    /** 2 for East Asian letters and emoji, 0 for what combines with the letter before it, else 1. */
    static int width(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(letter) ? 2 : 1;
        };
    }

    private static boolean isWide(int letter) {
        return Character.isEmojiPresentation(letter)
                || isBetween(letter, 0x3000, 0x303E) // East Asian punctuation
                || isBetween(letter, 0xFF01, 0xFF60) // full-width forms
                || switch (UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default -> false;
                };
    }

    private static boolean isBetween(int letter, int first, int last) {
        return first <= letter && letter <= last;
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Greek letters by their names, w₁ as w1, é as e; what has no spelling is a question mark. */
    private static String ascii(String text) {
        return text.codePoints()
                .filter(letter -> width(letter) > 0)
                .mapToObj(TerminalText::spell)
                .collect(Collectors.joining());
    }

    private static String spell(int letter) {
        if (UnicodeScript.of(letter) == UnicodeScript.GREEK && Character.isLetter(letter)) {
            String name = Character.getName(letter).replaceFirst(" SYMBOL| WITH .*", "");
            return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        }
        String plain = AsciiLetters.of(letter);
        return plain.isEmpty() ? SPELLED.getOrDefault(letter, "?") : plain;
    }
}
