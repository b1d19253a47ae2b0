package ag.lang.algebra;

import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;

/** Formulas from their text. */
final class Terms {
    private Terms() {}

    static Term read(String source) {
        Statement statement =
                Parser.parse(new SourceText("test", "(" + source + ")")).getFirst();
        return TermReader.read(((Statement.Evaluate) statement).expression(), Meanings.LETTERS)
                .orElseThrow(() -> new IllegalArgumentException("no formula: " + source));
    }
}
