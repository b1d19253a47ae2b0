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
                parts.add(new TextLiteral.Inserted(Parser.expression(inside)));
                i = close + 1;
            } else {
                plain.append(c);
                i++;
            }
        }
        finishPlain();
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
