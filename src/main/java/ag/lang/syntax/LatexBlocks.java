package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import org.antlr.v4.runtime.Token;

/** Rewrites what stands between {@code \begin} and {@code \end}: cases and matrices. */
record LatexBlocks(LatexPieces pieces, LatexTokens latex) {
    /** {@code \begin{cases} x & x > 0 \\ 0 & otherwise \end{cases}}. */
    int cases(int i, int to, Token token) {
        int end = i + 1;
        while (end < to && !pieces.source().get(end).getText().equals("\\end")) {
            end++;
        }
        if (!pieces.is(i + 1, "{") || end == to) {
            return latex.strange(i, token);
        }
        if (pieces.text(i + 1, pieces.closing(i + 1, to)).endsWith("matrix")) {
            return matrix(i, end, to);
        }
        pieces.add(token, "{", AgParser.LBRACE);
        int k = pieces.closing(i + 1, to) + 1;
        while (k < end) {
            Token each = pieces.source().get(k);
            if (each.getText().equals("&")) {
                boolean said = saysCondition(k + 1, end);
                if (!said) {
                    pieces.add(each, "if", AgParser.IF);
                }
                k++;
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
    private int matrix(int i, int end, int to) {
        int from = pieces.closing(i + 1, to) + 1;
        boolean column = pieces.source().subList(from, end).stream()
                .noneMatch(token -> token.getText().equals("&"));
        if (!pieces.out().isEmpty() && TokenRoles.endsOperand(pieces.out().getLast())) {
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
        return Math.min(pieces.closing(end + 1, to) + 1, to);
    }

    private boolean endsPart(int k) {
        return pieces.is(k, "&") || pieces.is(k, "\\\\") || pieces.is(k, "\\end");
    }

    private boolean saysCondition(int from, int end) {
        for (int k = from; k < Math.min(from + 3, end); k++) {
            String text = pieces.source().get(k).getText();
            if (text.equals("if") || text.equals("otherwise") || text.equals("else")) {
                return true;
            }
        }
        return false;
    }
}
