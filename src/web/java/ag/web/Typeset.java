package ag.web;

import ag.lang.algebra.MathMlWriter;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.TermReader;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.result.Plain;
import ag.result.Result;
import java.util.List;
import java.util.Optional;

/** A value that is a formula as MathML, read from the language's own text. */
final class Typeset {
    private Typeset() {}

    /** A {@code <math>} element; empty where the result is no formula, or one that has no such form. */
    static Optional<String> of(Result result) {
        return result instanceof Result.Value value && value.value() instanceof Plain.Described described
                ? math(described.text())
                : Optional.empty();
    }

    private static Optional<String> math(String formula) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("formula", formula));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate bare
                    ? TermReader.read(bare.expression(), Meanings.LETTERS).map(term -> MathMlWriter.text(term, false))
                    : Optional.empty();
        } catch (AgException _) {
            return Optional.empty();
        }
    }
}
