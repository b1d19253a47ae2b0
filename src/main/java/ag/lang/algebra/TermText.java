package ag.lang.algebra;

import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.Optional;

/** Reads formulas back from their text, as {@link TextWriter} writes it. */
public final class TermText {
    private TermText() {}

    /** The formula that a text is; empty where it is none. */
    public static Optional<Term> read(String formula) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("formula", formula));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate bare
                    ? TermReader.read(bare.expression(), Meanings.LETTERS)
                    : Optional.empty();
        } catch (AgException _) {
            return Optional.empty();
        }
    }
}
