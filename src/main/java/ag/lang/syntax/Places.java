package ag.lang.syntax;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns the parser's positions, which count code points, into spans, which count UTF-16 units. */
final class Places {
    private final SourceText source;
    private final int base;
    private final int end;
    /** For each code point its offset; null where the two counts agree, as in almost every program. */
    private final int @Nullable [] offsets;

    /** Positions count from the start of the given part of the text. */
    Places(Span part) {
        this.source = part.source();
        this.base = part.start();
        this.end = part.end();
        String text = part.text();
        this.offsets = text.codePointCount(0, text.length()) == text.length() ? null : offsets(text);
    }

    Span span(Token token) {
        int start = offset(token.getStartIndex());
        return new Span(source, start, Math.max(start, offset(token.getStopIndex() + 1)));
    }

    Span span(ParserRuleContext context) {
        Token stop = context.getStop() == null ? context.getStart() : context.getStop();
        return span(context.getStart()).to(span(stop));
    }

    private int offset(int codePoint) {
        return offsets == null
                ? Math.min(base + codePoint, end)
                : base + offsets[Math.min(codePoint, offsets.length - 1)];
    }

    private static int[] offsets(String text) {
        int count = text.codePointCount(0, text.length());
        int[] offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = text.length();
        return offsets;
    }
}
