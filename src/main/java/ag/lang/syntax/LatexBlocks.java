package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Rewrites what stands between {@code \begin} and {@code \end}: cases and matrices. */
record LatexBlocks(LatexPieces pieces, LatexTokens latex) {
    private static final Set<String> CONDITION = Set.of("if", "for", "when", "where", "für", "falls", "wenn");
    private static final Set<String> OTHERWISE = Set.of("otherwise", "else", "sonst");

    /** {@code \begin{cases} x & x > 0 \\ 0 & otherwise \end{cases}}. */
    int cases(int i, int to, Token token) {
        int end = i + 1;
        while (end < to && !pieces.source().get(end).getText().equals("\\end")) {
            end++;
        }
        if (!pieces.is(i + 1, "{") || end == to) {
            return latex.strange(i, token);
        }
        String kind = pieces.text(i + 1, pieces.closing(i + 1, to));
        if (kind.endsWith("matrix")) {
            return matrix(i, end, to, kind);
        }
        boolean listed = i > 0 && pieces.is(i - 1, "\\{");
        if (kind.equals("array") && !listed) {
            return matrix(i, end, to, kind);
        }
        pieces.add(token, "{", AgParser.LBRACE);
        int k = content(i, to, kind);
        int condition = -1;
        int textEnd = -1;
        while (k < end) {
            Token each = pieces.source().get(k);
            if (each.getText().equals("&")) {
                condition = condition(k + 1, end);
                if (condition < 0) {
                    pieces.add(each, "if", AgParser.IF);
                }
                k++;
            } else if (condition > k
                    && (pieces.is(k, "\\text") || pieces.is(k, "\\mbox") || pieces.is(k, "\\textrm"))) {
                // The word of a condition is often put into upright letters.
                textEnd = pieces.closing(k + 1, end);
                k += 2;
            } else if (k == textEnd) {
                k++;
            } else if (k == condition) {
                boolean otherwise = OTHERWISE.contains(each.getText());
                pieces.add(each, otherwise ? "otherwise" : "if", otherwise ? AgParser.NAME : AgParser.IF);
                k++;
                if (otherwise && (pieces.is(k, ",") || pieces.is(k, "."))) {
                    k++;
                }
            } else if (each.getType() == AgParser.LINE_END || (pieces.is(k, ",") && endsPart(k + 1))) {
                k++;
            } else {
                k = latex.one(k, end);
            }
        }
        pieces.add(pieces.source().get(end), "}", AgParser.RBRACE);
        return Math.min(pieces.closing(end + 1, to) + 1, to);
    }

    /** {@code \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}}: rows in square brackets; a single column is a vector. */
    private int matrix(int i, int end, int to, String kind) {
        int from = content(i, to, kind);
        boolean called =
                !pieces.out().isEmpty() && pieces.out().getLast().getText().equals("det");
        boolean bars = kind.equals("vmatrix");
        if (bars) {
            pieces.add(pieces.source().get(i), "det", AgParser.NAME);
        }
        if (bars || called) {
            pieces.thin(pieces.source().get(i), "(", AgParser.LPAREN);
        }
        boolean column = pieces.source().subList(from, end).stream()
                .noneMatch(token -> token.getText().equals("&"));
        if (!pieces.out().isEmpty()
                && !bars
                && !called
                && TokenRoles.endsOperand(pieces.out().getLast())) {
            // Square brackets behind a value would take an element of it.
            pieces.thin(pieces.source().get(i), "*", AgParser.TIMES);
        }
        pieces.bracket(pieces.source().get(i), "[");
        if (!column) {
            pieces.bracket(pieces.source().get(i), "[");
        }
        int k = from;
        while (k < end) {
            Token each = pieces.source().get(k);
            if (each.getText().equals("&") || (column && each.getText().equals("\\\\"))) {
                pieces.add(each, ",", AgParser.COMMA);
                k++;
            } else if (each.getText().equals("\\\\")) {
                pieces.bracket(each, "]");
                pieces.add(each, ",", AgParser.COMMA);
                pieces.bracket(each, "[");
                k++;
            } else {
                k = each.getType() == AgParser.LINE_END ? k + 1 : latex.one(k, end);
            }
        }
        pieces.bracket(pieces.source().get(end), "]");
        if (!column) {
            pieces.bracket(pieces.source().get(end), "]");
        }
        if (bars || called) {
            pieces.thin(pieces.source().get(end), ")", AgParser.RPAREN);
        }
        return Math.min(pieces.closing(end + 1, to) + 1, to);
    }

    private boolean endsPart(int k) {
        return pieces.is(k, "&") || pieces.is(k, "\\\\") || pieces.is(k, "\\end");
    }

    /** Where the block's content begins: an array says before how its columns are aligned. */
    private int content(int i, int to, String kind) {
        int from = pieces.closing(i + 1, to) + 1;
        return kind.equals("array") && pieces.is(from, "{") ? pieces.closing(from, to) + 1 : from;
    }

    /** Where the word stands that a condition begins with; -1 where there is none. */
    private int condition(int from, int end) {
        for (int k = from; k < Math.min(from + 3, end); k++) {
            String text = pieces.source().get(k).getText();
            if (CONDITION.contains(text) || OTHERWISE.contains(text)) {
                return k;
            }
        }
        return -1;
    }
}
