package ag.lang.statements;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Term;
import ag.lang.algebra.Ways;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code derive L wrt a} and {@code derive f}: the derivative as a formula, checked against the number.
 *
 * @param all whether all ways that lead there are asked for
 * @param text what is derived, as it was written; null where names in it may be local
 */
public record Deriving(
        Subject subject,
        @Nullable Expr text,
        @Nullable FreeInput free,
        boolean all,
        @Nullable String path,
        Span span) implements Code {
    static Code compile(DerivativeStatement.Derive written, StatementCompiler compiler, Scope scope) {
        DerivativeStatement.Derive derive = AppliedFunction.of(NamedDerivative.of(written, compiler, scope), compiler);
        Subject subject = Subject.of(derive.of(), derive.inputs(), derive.span(), compiler, scope);
        return new Deriving(
                subject,
                compiler.isNested(scope) ? null : compiler.expressions().read(subject.expression(), scope),
                subject.place().isEmpty() ? FreeInput.of(derive, subject, compiler, scope) : null,
                derive.all(),
                derive.path(),
                derive.span());
    }

    private Derivations.Asked of() {
        return subject.of();
    }

    private List<Derivations.Asked> inputs() {
        return subject.inputs();
    }

    @Override
    public Datum run(Frame frame) {
        // A formula is derived by the rules, whatever is supposed in the backward pass.
        Tape tape = frame.machine.workspace.tape();
        Fault supposed = tape.inject(null);
        try {
            Optional<CurveDerivation> curve = new CurveFormula(subject, text).derivation(frame);
            if (curve.isPresent()) {
                report().show(frame.machine, curve.get());
                new CurvePlace(subject, curve.get(), span).show(frame);
                return Loops.NOTHING;
            }
            List<FoundDerivative> found = all ? ways(frame, derive(frame)) : derive(frame);
            if (found.stream().anyMatch(FoundDerivative::recorded)) {
                frame.machine.workspace.note(
                        (text == null
                                        ? "in a block formulas are not read from their text"
                                        : "the text of '" + of().text() + "' is no single formula")
                                + ": this one is written out as it was computed",
                        of().span());
            }
            report().show(frame.machine, found);
            report().noteNamesakes(frame.machine, found);
            found.forEach(one -> report().noteCancelled(frame.machine, one));
        } finally {
            tape.inject(supposed);
        }
        return Loops.NOTHING;
    }

    /** All ways that lead to each derivative, as far as they can be checked. */
    private List<FoundDerivative> ways(Frame frame, List<FoundDerivative> found) {
        Workspace workspace = frame.machine.workspace;
        List<FoundDerivative> all = new ArrayList<>();
        for (FoundDerivative one : found) {
            if (!(one.derivation().start() instanceof Term.Derivative(Term formula, Term.Letter by))) {
                all.add(one);
                continue;
            }
            CheckPoints points = CheckPoints.without(by, FormulaTexts.numbers(frame.machine, Letters.in(formula)));
            for (Ways.Way way : Ways.of(formula, by, () -> workspace.checkStop(of().span()))) {
                Derivation proven = functions()
                        .proven(
                                workspace,
                                way.derivation(),
                                step -> points.hold(step, one.derivation().start()));
                all.add(new FoundDerivative(proven, one.input(), one.value(), way.name(), one.recorded()));
            }
        }
        return all;
    }

    private List<FoundDerivative> derive(Frame frame) {
        Optional<List<FoundDerivative>> partial = letters().ofParameter(frame.machine);
        if (partial.isPresent()) {
            return partial.get();
        }
        try {
            return byRecording(frame);
        } catch (FreeLetter letter) {
            if (subject.formula().run(frame) instanceof Formula open) {
                return letters().ofFormula(frame.machine, open);
            }
            return letters().ofFunction(frame.machine).orElseThrow(() -> letter);
        }
    }

    private List<FoundDerivative> byRecording(Frame frame) {
        if (free != null && free.fits() && (free.cell().read() == null || free.cell().value instanceof Datum.Num)) {
            return List.of(functions().of(frame, new Closure(free.function(), frame.machine, frame)));
        }
        if (!subject.place().isEmpty()) {
            List<FoundDerivative> found = new ArrayList<>();
            subject.study(frame, studied -> found.addAll(at(studied)));
            return found;
        }
        Datum value = Held.of(of().code(), frame);
        if (free != null && free.cell().read() == null && !(value instanceof Datum.Function)) {
            throw letters().absent(free.cell().name);
        }
        if (value instanceof Callable function) {
            if (!inputs().isEmpty() || (function.arity() != 1 && function.arity() != -1)) {
                throw new AgException(
                        ErrorCode.WRONG_CALL,
                        "derive takes a function of one number, and this is " + function.signature(),
                        of().span(),
                        inputs().isEmpty()
                                        && function instanceof Closure several
                                        && several.parameters().size() > 1
                                ? "write: derive " + of().text() + " wrt "
                                        + several.parameters().getFirst()
                                : "for several, name inputs and write: derive f(a, b) wrt a");
            }
            return List.of(functions().of(frame, function));
        }
        List<FoundDerivative> found = new ArrayList<>();
        subject.study(frame, value, studied -> found.addAll(at(studied)));
        return found;
    }

    private List<FoundDerivative> at(Studied studied) {
        Studied.Look look = studied.look();
        Machine machine = studied.frame().machine;
        List<Point> points = Views.points(machine.workspace.tape(), look.targets());
        List<FoundDerivative> found =
                look.targets().stream().map(target -> at(machine, target, look)).toList();
        studied.question().tell(look.root().node(), points, span);
        return found;
    }

    private FoundDerivative at(Machine machine, Views.Target target, Studied.Look look) {
        Workspace workspace = machine.workspace;
        double gradient = workspace.tape().gradient(target.node());
        FormulaAt formula = FormulaAt.of(
                        machine, target, look.targets(), look.names(), AppliedFunction.of(text, machine))
                .orElseThrow(functions()::tooLong);
        Derivation derivation = functions()
                .proven(
                        workspace,
                        formula.derivation(gradient, () -> workspace.checkStop(of().span())),
                        step -> formula.holds(step, gradient));
        if (!CheckPoints.agree(formula.value(derivation.formula()), gradient)) {
            workspace.note(
                    "at these numbers the formula has no value, and the gradient is the convention that applies",
                    of().span());
        }
        return new FoundDerivative(derivation, target.text(), gradient, "", formula.recorded());
    }

    private DerivationReport report() {
        return new DerivationReport(subject, text, path, span);
    }

    private LetterDerivation letters() {
        return new LetterDerivation(subject, text);
    }

    private DerivedFunction functions() {
        return new DerivedFunction(of());
    }
}
