package ag.lang.syntax;

import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Greek;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of LaTeX, and those that are put in their place.
 *
 * @param source as they were written
 * @param out what has been put in their place so far
 */
record LatexPieces(List<Token> source, List<Token> out) {
    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Token token : source.subList(from, to)) {
            String each = token.getText();
            text.append(
                    switch (each) {
                        case "{", "}" -> "";
                        case "\\partial" -> "∂";
                        default ->
                            !each.startsWith("\\")
                                    ? each
                                    : LatexSigns.isLook(each.substring(1)) ? "" : Greek.letter(each.substring(1));
                    });
        }
        return text.toString();
    }

    /** Where the argument of a command ends: behind its closing brace, or behind its one token. */
    int argumentEnd(int from, int to) {
        if (from >= to) {
            return to;
        }
        return is(from, "{") ? Math.min(closing(from, to) + 1, to) : from + 1;
    }

    /** The place of the bracket that closes the one at this place. */
    int closing(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            switch (source.get(i).getText()) {
                case "{", "(" -> depth++;
                case "}", ")" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return to - 1;
    }

    boolean is(int i, String text) {
        return i < source.size() && source.get(i).getText().equals(text);
    }

    void add(Token at, String text, int type) {
        out.add(new LatexTokens.Rewritten(at, text, type));
    }

    void bracket(Token at, String bracket) {
        add(
                at,
                bracket,
                new AgLexer(CharStreams.fromString(bracket)).nextToken().getType());
    }

    /** The bracket that closes what a command stands for: it has the place of the command's last brace. */
    void last(Token command, int end) {
        Token brace = source.get(end - 1);
        if (brace.getText().equals("}")) {
            add(brace, ")", AgParser.RPAREN);
        } else {
            thin(command, ")", AgParser.RPAREN);
        }
    }

    static Token between(Token token, String text, int start, int stop) {
        LatexTokens.Rewritten part = new LatexTokens.Rewritten(token, text, token.getType());
        part.setStartIndex(start);
        part.setStopIndex(stop);
        return part;
    }

    /** A token without a place of its own. */
    void thin(Token at, String text, int type) {
        Token place = out.isEmpty() ? at : out.getLast();
        LatexTokens.Rewritten token = new LatexTokens.Rewritten(at, text, type);
        token.setStartIndex(place.getStopIndex() + 1);
        token.setStopIndex(place.getStopIndex());
        out.add(token);
    }
}
