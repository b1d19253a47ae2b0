package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The tokens of a program whose statements are not cut yet, seen from one of them. */
record TokensAround(List<Token> tokens) {
    int type(int i) {
        return i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
    }

    /** The first token from here on that is no line end. */
    int nextWord(int i) {
        int next = i;
        while (tokens.get(next).getType() == AgParser.LINE_END) {
            next++;
        }
        return next;
    }

    /** Whether {@code x =} follows, as behind {@code at}. */
    boolean isPoint(int i) {
        return type(i + 1) == AgParser.NAME && type(i + 2) == AgParser.EQUALS;
    }

    /** Whether a space stands before the token of this index. */
    boolean isSpaced(int i) {
        return i > 0 && tokens.get(i - 1).getStopIndex() + 1 < tokens.get(i).getStartIndex();
    }

    /** Whether an {@code else} follows within the same brackets, before anything that ends a condition. */
    boolean leadsToElse(int from) {
        int depth = 0;
        for (int j = from; j < tokens.size(); j++) {
            depth += TokenRoles.nesting(tokens.get(j));
            if (depth < 0) {
                return false;
            }
            if (depth == 0) {
                switch (tokens.get(j).getType()) {
                    case AgParser.ELSE -> {
                        return true;
                    }
                    case AgParser.THEN, AgParser.FOR, AgParser.LBRACE, AgParser.RBRACE, Token.EOF -> {
                        return false;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }

    /** Whether it is a value with its condition behind it, as {@code x^2 if x < 0}. */
    boolean isCase(int from) {
        int first = nextWord(from);
        int depth = 0;
        for (int j = first; j < tokens.size(); j++) {
            depth += TokenRoles.nesting(tokens.get(j));
            if (depth > 0) {
                // What stands within brackets, as in sum(k for k in v), is no case.
                continue;
            }
            switch (tokens.get(j).getType()) {
                case AgParser.IF, AgParser.FOR -> {
                    return j > first && (TokenRoles.endsOperand(tokens.get(j - 1)) || type(j - 1) == AgParser.COMMA);
                }
                case AgParser.LINE_END, AgParser.LBRACE, AgParser.RBRACE, AgParser.EQUALS, Token.EOF -> {
                    return false;
                }
                default -> {
                    if (tokens.get(j).getText().equals(";")) {
                        return false;
                    }
                }
            }
        }
        return false;
    }
}
