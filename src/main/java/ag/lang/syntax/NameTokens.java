package ag.lang.syntax;

import ag.lang.source.BlankCharacters;
import ag.lang.syntax.grammar.AgParser;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What the grammar cuts out as a name, looked at letter by letter. */
final class NameTokens {
    private NameTokens() {}

    /** The token of a name as it is meant: a styled letter as the plain one, and what is no name as a strange sign. */
    static Token of(Token token) {
        String text = token.getText();
        if (isPlain(text)) {
            return token;
        }
        String plain = StyledLetters.plain(text);
        if (!plain.equals(text)) {
            CommonToken name = new CommonToken(token);
            name.setText(plain);
            return name;
        }
        return isName(text) ? token : strange(token);
    }

    /** Whether all is ASCII, where the grammar has looked closely. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** A letter or _, then letters, marks, digits and subscripts; the grammar only looks for these roughly. */
    private static boolean isName(String text) {
        if (text.equals("∞")) {
            return true;
        }
        int first = text.codePointAt(0);
        return (Character.isLetter(first) || first == '_')
                && text.codePoints().noneMatch(BlankCharacters::contains)
                && text.codePoints()
                        .skip(1)
                        .allMatch(c ->
                                Character.isLetterOrDigit(c) || c == '_' || isMark(c) || (c >= 0x2080 && c <= 0x2089));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static Token strange(Token token) {
        CommonToken sign = new CommonToken(token);
        sign.setType(AgParser.STRANGE);
        return sign;
    }
}
