package ag.web;

import ag.lang.algebra.MathMlWriter;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.TermReader;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.result.FormulaResult;
import ag.result.Plain;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formulas of a result as MathML, read from the language's own text. */
final class Typeset {
    private static final String EQUALS = "<mo>=</mo>";

    private Typeset() {}

    /** A {@code <math>} element; empty where the result is no formula, or one that has no such form. */
    static Optional<String> of(Result result) {
        return switch (result) {
            case FormulaResult.Derived derived
            when !derived.implicit() ->
                both(row(derived.of()), row(derived.formula()))
                        .map(sides -> math(derivative(sides.getFirst(), derived.input()) + EQUALS + sides.getLast()));
            case FormulaResult.Formulated formulated ->
                row(formulated.formula()).map(right -> math(left(formulated) + right));
            case SolutionResult.Solved solved -> solutions(solved);
            case Result.Value value
            when value.value() instanceof Plain.Described described ->
                row(described.text()).map(Typeset::math);
            default -> Optional.empty();
        };
    }

    private static String left(FormulaResult.Formulated formulated) {
        return formulated.left().isEmpty() ? "" : "<mtext>" + escaped(formulated.left()) + "&#160;</mtext>";
    }

    private static String derivative(String of, String input) {
        if (of.matches("<mrow><mi>[^<]*</mi></mrow>") && !of.equals("<mrow><mi>" + escaped(input) + "</mi></mrow>")) {
            return of + "<mo lspace=\"0\" rspace=\"0\">′</mo><mo stretchy=\"false\">(</mo><mi>" + escaped(input)
                    + "</mi><mo stretchy=\"false\">)</mo>";
        }
        return "<mfrac><mi>d</mi><mrow><mi>d</mi><mi>" + escaped(input) + "</mi></mrow></mfrac><mrow><mo>(</mo>" + of
                + "<mo>)</mo></mrow>";
    }

    private static Optional<String> solutions(SolutionResult.Solved solved) {
        List<Optional<String>> rows = solved.solutions().stream()
                .flatMap(List::stream)
                .map(root -> root.exact() && !root.plain()
                        ? row(root.formula())
                                .map(value ->
                                        "<mrow><mi>" + escaped(root.letter()) + "</mi>" + EQUALS + value + "</mrow>")
                        : Optional.<String>empty())
                .toList();
        if (rows.isEmpty() || rows.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(math(rows.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining("<mo>,</mo><mspace width=\"1em\"/>"))));
    }

    private static Optional<List<String>> both(Optional<String> left, Optional<String> right) {
        return left.flatMap(one -> right.map(other -> Stream.of(one, other).toList()));
    }

    private static String math(String content) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">" + content + "</math>";
    }

    private static Optional<String> row(String formula) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("formula", formula));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate bare
                    ? TermReader.read(bare.expression(), Meanings.LETTERS).map(MathMlWriter::row)
                    : Optional.empty();
        } catch (AgException _) {
            return Optional.empty();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
