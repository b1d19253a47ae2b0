package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.TextLiteral;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between quotes: escapes, and expressions in braces. */
final class TextReader {
    private final Span span;
    private final List<TextLiteral.Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    TextReader(Span span) {
        this.span = span;
    }

    TextLiteral read() {
        scan(true);
        return new TextLiteral(parts, span);
    }

    String plain() {
        scan(false);
        return parts.isEmpty() ? "" : ((TextLiteral.Plain) parts.getFirst()).text();
    }

    private void scan(boolean insertions) {
        String text = span.text();
        int end = text.length() - 1;
        int i = 1;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\\') {
                plain.append(escape(text.charAt(i + 1), i));
                i += 2;
            } else if (c == '{' && insertions) {
                int close = closingBrace(text, i, end);
                finishPlain();
                Span inside = part(i + 1, close);
                if (inside.text().isBlank()) {
                    throw new AgException(
                            ErrorCode.BAD_INSERTION,
                            "these braces are empty",
                            part(i, close + 1),
                            "put an expression inside, or write \\{ for a brace itself");
                }
                if (inside.text().startsWith("{")) {
                    throw new AgException(
                            ErrorCode.BAD_INSERTION,
                            "braces insert a value, and here are two in a row",
                            part(i, i + 2),
                            "write \\{ for a brace itself");
                }
                parts.add(inserted(i + 1, close, text));
                i = close + 1;
            } else {
                plain.append(c);
                i++;
            }
        }
        finishPlain();
    }

    /** An expression, and behind a colon how many digits its number gets. */
    private TextLiteral.Inserted inserted(int from, int close, String text) {
        int colon = text.lastIndexOf(':', close);
        // A colon in a text or within brackets belongs to the expression.
        if (colon < from || text.substring(colon, close).matches("(?s).*[\"“”)\\]}=].*")) {
            return new TextLiteral.Inserted(Parser.expression(part(from, close)), null);
        }
        NumberFormat format = NumberFormat.of(text.substring(colon + 1, close));
        if (format == null) {
            throw new AgException(
                    ErrorCode.BAD_INSERTION,
                    "'" + text.substring(colon + 1, close) + "' is no format of a number",
                    part(colon, close),
                    "write :.3f for three decimals, :.2e for a power of ten, :.4g for four digits, or :8.3f for a"
                            + " width of 8");
        }
        if (text.substring(from, colon).isBlank()) {
            throw new AgException(
                    ErrorCode.BAD_INSERTION,
                    "a format stands here without a number",
                    part(from - 1, close + 1),
                    "put an expression before the colon, or write \\{ for a brace itself");
        }
        return new TextLiteral.Inserted(Parser.expression(part(from, colon)), format);
    }

    private void finishPlain() {
        if (!plain.isEmpty()) {
            parts.add(new TextLiteral.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private int closingBrace(String text, int open, int end) {
        int depth = 0;
        for (int i = open; i < end; i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new AgException(
                ErrorCode.BAD_INSERTION,
                "this brace is never closed",
                part(open, open + 1),
                "close it with }, or write \\{ for a brace itself");
    }

    private char escape(char c, int at) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '{', '}' -> c;
            default ->
                throw new AgException(
                        ErrorCode.BAD_ESCAPE,
                        "'\\" + c + "' means nothing",
                        part(at, at + 2),
                        "known are \\n, \\t, \\\", \\\\, \\{ and \\}");
        };
    }

    private Span part(int from, int to) {
        return new Span(span.source(), span.start() + from, span.start() + to);
    }
}
