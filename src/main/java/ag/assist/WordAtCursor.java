package ag.assist;

import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import java.util.List;

/**
 * The word that ends at the cursor.
 *
 * @param before what is typed before it
 * @param text the word as far as it is typed; empty between words
 * @param quoted whether it is part of a text between quotes
 */
public record WordAtCursor(String before, String text, boolean quoted) {
    /** The word at the end of a program, as far as it is typed. */
    public static WordAtCursor of(String typed) {
        List<Lexeme> lexemes = Lexeme.of(new SourceText("", typed));
        if (!lexemes.isEmpty() && isOpenText(lexemes.getLast())) {
            return split(typed, lexemes.getLast().span().start() + 1, true);
        }
        int start = typed.length();
        while (start > 0 && isPartOfName(typed.charAt(start - 1))) {
            start--;
        }
        return split(typed, start, false);
    }

    /** A text in two parts, the second of which is the word. */
    public static WordAtCursor split(String typed, int start, boolean quoted) {
        return new WordAtCursor(typed.substring(0, start), typed.substring(start), quoted);
    }

    private static boolean isOpenText(Lexeme last) {
        return last.kind() == Lexeme.Kind.TEXT
                && (last.text().length() == 1 || !last.text().endsWith("\""));
    }

    static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c) || (c >= '₀' && c <= '₉');
    }
}
