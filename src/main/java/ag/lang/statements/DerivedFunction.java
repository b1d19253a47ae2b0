package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.RecordedFormula.Written;
import ag.lang.algebra.Term;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.DerivativeOf;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Recorder;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Derives a function of one number as a formula, and checks it against the backward pass at several points.
 *
 * @param of what was asked for
 */
record DerivedFunction(Derivations.Asked of) {
    /** Where the course of a function is recorded, which holds for all its arguments. */
    private static final double SOMEWHERE = 0.37;

    /** Each step is evaluated and checked against the number; one with another value is not shown. */
    Derivation proven(Workspace workspace, Derivation derivation, Predicate<Term> holds) {
        Derivation proven = derivation.upTo(holds);
        if (proven.steps().size() < derivation.steps().size()) {
            workspace.note(
                    "the next step would be '"
                            + derivation.steps().get(proven.steps().size()).rule()
                            + "', but at these numbers it loses too many digits to be checked",
                    of.span());
        }
        return proven;
    }

    AgException tooLong() {
        return new AgException(
                ErrorCode.TOO_LONG,
                "the formula of '" + of.text() + "' would be too long to read",
                of.span(),
                "trace and explain show large graphs; grad gives the number");
    }

    /** A function of one number whose text is no single formula, with its loops unrolled; refused where its course depends on its argument. */
    static Written recorded(Machine machine, Callable function, Span span) {
        Workspace workspace = machine.workspace;
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            DerivedFunction derived = new DerivedFunction(
                    new Derivations.Asked(new Expr.Name(function.name(), span), _ -> Loops.NOTHING, span));
            Datum.Scalar x = (Datum.Scalar) workspace.inputs().anonymous(new Datum.Num(SOMEWHERE));
            Datum y = derived.course(function, () -> Recorder.traced(workspace, function, span, x));
            tape.backward(workspace.node(y));
            return derived.recorded(machine, Term.letter(parameter(function)), x, workspace.number(y));
        } finally {
            tape.rewind(mark);
        }
    }

    private static String parameter(Callable function) {
        return function instanceof Closure closure ? closure.code().parameters().getFirst() : "x";
    }

    /** The derivative of a function, which may be a derivative itself. */
    FoundDerivative of(Frame frame, Callable function) {
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            Callable base = function instanceof DerivativeOf derivative ? derivative.function() : function;
            int order = function instanceof DerivativeOf derivative ? derivative.order() : 0;
            Datum.Scalar x = (Datum.Scalar) workspace.inputs().anonymous(new Datum.Num(SOMEWHERE));
            String parameter = parameter(base);
            Term.Letter variable = Term.letter(parameter);
            Optional<Written> read = text(frame.machine, base, variable);
            Datum y = course(
                    base,
                    () -> read.isPresent()
                            ? Recorder.called(workspace, base, of.span(), x)
                            : Recorder.traced(workspace, base, of.span(), x));
            tape.backward(workspace.node(y));
            Optional<Written> text =
                    read.filter(formula -> isWorth(formula, variable, workspace.number(y), slope(tape, x)));
            boolean recorded = text.isEmpty() && tape.isReached(x.node());
            Written written =
                    text.orElseGet(() -> recorded(frame.machine, variable, x, frame.machine.workspace.number(y)));
            Runnable pause = () -> workspace.checkStop(of.span());
            for (int i = 0; i < order; i++) {
                CheckPoints points = CheckPoints.without(variable, written.values());
                Term lower = Derivation.checked(written.term(), variable, points, pause)
                        .formula();
                written = new Written(lower, written.values());
            }
            CheckPoints points = CheckPoints.without(variable, written.values());
            Derivation derivation = Derivation.checked(written.term(), variable, points, pause);
            Derivation proven = proven(workspace, derivation, step -> points.hold(step, derivation.start()));
            return new FoundDerivative(proven, parameter, null, "", recorded);
        } finally {
            tape.rewind(mark);
        }
    }

    /** The formula of a function of the program or of a built-in one, from its text; empty where that has none. */
    private static Optional<Written> text(Machine machine, Callable base, Term.Letter variable) {
        FormulaTexts texts = new FormulaTexts(machine, variable, SOMEWHERE);
        Optional<Term> read = switch (base) {
            case Closure closure -> texts.apply(closure, List.of(variable));
            case OperationFunction known ->
                known.one() == null ? Optional.empty() : Optional.of(Term.apply(known.one(), variable));
            default -> Optional.empty();
        };
        return read.map(term -> new Written(term, texts.values()));
    }

    private static double slope(Tape tape, Datum.Scalar x) {
        return tape.isReached(x.node()) ? tape.gradient(x.node()) : 0;
    }

    private static boolean isWorth(Written formula, Term.Letter variable, double y, double slope) {
        return CheckPoints.agree(PointEvaluation.of(formula.term(), formula.values()), y)
                && CheckPoints.agree(
                        PointEvaluation.of(new Term.Derivative(formula.term(), variable), formula.values()), slope);
    }

    /** The formula as it was computed. */
    private Written recorded(Machine machine, Term.Letter variable, Datum.Scalar x, double y) {
        Views.Target target = new Views.Target(variable.name(), x.node());
        return machine.workspace.tape().isReached(x.node())
                ? FormulaAt.of(machine, target, GraphNames.of(machine), null)
                        .orElseThrow(this::tooLong)
                        .written()
                : new Written(FormulaAt.number(y), Map.of());
    }

    private Datum course(Callable function, Supplier<Datum> call) {
        try {
            Datum y = call.get();
            if (!Arithmetic.isNumber(y)) {
                throw new AgException(
                        ErrorCode.NOT_A_NUMBER,
                        function.signature() + " gives " + Kinds.article(y) + ", and only a number has a derivative",
                        of.span(),
                        "");
            }
            return y;
        } catch (AgException problem) {
            ErrorCode error = problem.diagnostic().error();
            if (error == ErrorCode.DECIDED || error == ErrorCode.WRONG_TYPE) {
                throw new AgException(
                        ErrorCode.DECIDED,
                        function.signature() + " has no one formula: " + reason(problem),
                        of.span(),
                        "derive it at a point: let x = 2, then derive " + function.name() + "(x) wrt x");
            }
            throw problem;
        }
    }

    /** What in the function cannot be followed for all arguments at once. */
    private String reason(AgException problem) {
        Span place = problem.diagnostic().span();
        String what = problem.diagnostic().error() == ErrorCode.DECIDED
                ? "its course depends on its argument"
                : problem.diagnostic().message();
        return place.equals(of.span())
                        || place.text().isBlank()
                        || place.text().lines().count() > 1
                ? what
                : "at '" + place.text() + "' in line " + place.line() + ", " + what;
    }
}
