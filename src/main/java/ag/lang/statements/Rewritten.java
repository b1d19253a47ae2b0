package ag.lang.statements;

import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FunctionCode;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Makes what a view looks at a function that says the same in another way, so that its letters can be given values. */
record Rewritten(StatementCompiler compiler, Scope scope) {
    /** The names that stand for plain numbers. */
    static List<String> plain(Collection<Cell> names) {
        return names.stream()
                .filter(cell -> cell.value instanceof Datum.Num)
                .map(cell -> cell.name)
                .toList();
    }

    /** The formula that a plain number was computed by, in the plain numbers it was computed from; empty where it is not known. */
    Optional<Closure> formula(Frame frame, Cell cell) {
        Span text = cell.text();
        if (text == null || compiler.isNested(scope)) {
            return Optional.empty();
        }
        return parsed(text.text()).flatMap(formula -> {
            List<String> letters = plain(compiler.namesIn(formula, scope));
            return letters.isEmpty() ? Optional.empty() : Optional.of(function(frame, formula, letters));
        });
    }

    /** {@code f(3)} as f at 3. */
    Optional<Subject> called(Subject subject) {
        if (!(compiler.expressions().read(subject.expression(), scope)
                        instanceof Expr.Call(Expr callee, List<Expr.Argument> arguments, Span _))
                || !(callee instanceof Expr.Name || callee instanceof Expr.Prime)
                || arguments.stream().anyMatch(argument -> argument.name() != null)) {
            return Optional.empty();
        }
        Expr.At at = new Expr.At(
                callee,
                arguments.stream()
                        .map(argument -> new Expr.Point(null, argument.value()))
                        .toList(),
                subject.of().span());
        return Optional.of(Subject.of(
                at,
                subject.inputs().stream().map(Derivations.Asked::expression).toList(),
                subject.statement(),
                compiler,
                scope));
    }

    /** A derivative as a formula of its own, in the letters that are given; empty where it is none, or has none. */
    Optional<Closure> derivative(Frame frame, Subject subject, List<String> letters) {
        Machine machine = frame.machine;
        if (compiler.isNested(scope) || !isDerivative(compiler.expressions().read(subject.expression(), scope))) {
            return Optional.empty();
        }
        try {
            AskedDerivative asked = AskedDerivative.of(subject.expression(), machine);
            Term term = asked.function();
            for (Term.Letter letter : asked.by()) {
                term = Derivation.checked(
                                term,
                                letter,
                                CheckPoints.FREE,
                                () -> machine.workspace.checkStop(subject.of().span()))
                        .formula();
            }
            boolean known = Letters.in(term).stream()
                    .map(Term.Letter::name)
                    .allMatch(name -> letters.contains(name) || machine.globals.value(name) != null);
            return known
                    ? parsed(TextWriter.ascii(term)).map(formula -> function(frame, formula, letters))
                    : Optional.empty();
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return Optional.empty();
        }
    }

    private static boolean isDerivative(Expr read) {
        return read instanceof Expr.Prime || read instanceof Expr.Derivative;
    }

    private static Optional<Expr> parsed(String text) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("formula", text));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate evaluate
                    ? Optional.of(evaluate.expression())
                    : Optional.empty();
        } catch (AgException _) {
            return Optional.empty();
        }
    }

    private Closure function(Frame frame, Expr formula, List<String> letters) {
        FunctionCode code = compiler.functions()
                .code(
                        new Statement.FunctionDefinition(
                                "f",
                                formula.span(),
                                letters.stream()
                                        .map(letter -> new Statement.Parameter(letter, null, formula.span()))
                                        .toList(),
                                new Statement.Formula(formula),
                                formula.span()),
                        scope);
        return new Closure(code, frame.machine, frame);
    }
}
