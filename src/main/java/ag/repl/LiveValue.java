package ag.repl;

import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.FormulaResult;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.Visible;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Evaluates an unfinished conversation's entry in a session made for it: it touches no file, and ends after a short time or when it
 * holds many values.
 *
 * @param format how numbers are shown
 */
record LiveValue(Format format) {
    private static final long NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long NODES = 100_000;

    /** What the entry gives, in a line; empty where it is no formula, has not ended, is wrong, or takes too long. */
    Optional<String> of(String entry, LiveSource.Needed needed) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("live", entry));
            return statements.size() == 1 ? of(statements.getFirst(), needed) : Optional.empty();
        } catch (AgException | StackOverflowError unfinished) {
            return Optional.empty();
        }
    }

    private Optional<String> of(Statement statement, LiveSource.Needed needed) {
        return switch (statement) {
            case Statement.Evaluate evaluate -> formula(evaluate.span().text(), needed);
            case DerivativeStatement.Derive derive
            when derive.path() == null && !derive.all() -> formula(derive.span().text(), needed);
            case Statement.Definition made
            when made.operator() == null -> formula(made.value().span().text(), needed);
            case Statement.Let let
            when let.bindings().size() == 1 ->
                formula(let.bindings().getFirst().value().span().text(), needed);
            case Statement.FunctionDefinition function
            when function.parameters().size() == 1 -> derivative(function, needed);
            default -> Optional.empty();
        };
    }

    private Optional<String> formula(String formula, LiveSource.Needed needed) {
        List<Result> results = run(needed.definitions() + formula);
        boolean plainNumber = formula.matches("[-+]?[0-9._]+");
        if (plainNumber || results.size() != 1) {
            return Optional.empty();
        }
        if (results.getFirst() instanceof FormulaResult.Derived derived) {
            return Optional.of("= " + Visible.of(derived.formula()));
        }
        return results.getFirst() instanceof Result.Value value
                ? value(value.value(), formula, needed)
                : Optional.empty();
    }

    private Optional<String> value(Plain value, String formula, LiveSource.Needed needed) {
        String shown = Visible.of(format.text(value).replaceAll("\\s*\n\\s*", " "));
        return switch (value) {
            case Plain.Described(String type, String text) ->
                switch (type) {
                    case "formula" -> Optional.of("= " + shown + slope(text, needed));
                    case "function" -> text.contains(" = ") ? Optional.of(shown) : Optional.empty();
                    default -> Optional.empty();
                };
            case Plain.Real _ ->
                Optional.of("= " + shown
                        + needed.input()
                                .flatMap(input -> slope(formula, input, needed))
                                .orElse(""));
            case Plain.Vector _, Plain.Matrix _, Plain.Truth _, Plain.Text _, Plain.Items _, Plain.NotComputed _ ->
                Optional.of("= " + shown);
        };
    }

    /** The derivative of a formula in one letter without a value. */
    private static String slope(String formula, LiveSource.Needed needed) {
        List<Result> results = run(needed.definitions() + "derive " + formula);
        return results.size() == 1 && results.getFirst() instanceof FormulaResult.Derived derived
                ? "   d/d" + derived.input() + " = " + Visible.of(derived.formula())
                : "";
    }

    private Optional<String> slope(String formula, String input, LiveSource.Needed needed) {
        List<Result> results = run(needed.definitions() + "grad " + formula);
        return results.size() == 1
                        && results.getFirst() instanceof DerivativeResult.Gradient gradient
                        && gradient.slopes().size() == 1
                        && gradient.slopes().getFirst().gradient() instanceof Plain.Real real
                ? Optional.of("   d/d" + input + " = " + format.number(real.value()))
                : Optional.empty();
    }

    private static Optional<String> derivative(Statement.FunctionDefinition function, LiveSource.Needed needed) {
        String name = function.name();
        List<Result> results = run(needed.definitions() + function.span().text() + "\nderive " + name);
        return results.size() == 1 && results.getFirst() instanceof FormulaResult.Derived derived
                ? Optional.of(name + "'(" + function.parameters().getFirst().name() + ") = " + derived.formula())
                : Optional.empty();
    }

    private static List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        new Session(
                        results::add,
                        ThisMachine.host(FileAccess.NONE),
                        Interruption.limits(NANOSECONDS, NODES, System::nanoTime))
                .run(new SourceText("live", program));
        results.removeIf(Result.Note.class::isInstance);
        return results;
    }
}
