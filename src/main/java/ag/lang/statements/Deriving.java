package ag.lang.statements;

import ag.engine.Fault;
import ag.engine.Tape;
import ag.explain.NodeNames;
import ag.host.Content;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.DerivationFile;
import ag.lang.algebra.Evaluation;
import ag.lang.algebra.LatexWriter;
import ag.lang.algebra.Letters;
import ag.lang.algebra.RecordedFormula.Written;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.algebra.Ways;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.DerivativeOf;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.FunctionCode;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Recorder;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code derive L wrt a} and {@code derive f}: the derivative as a formula, held against the number.
 *
 * @param all whether all ways that lead there are asked for
 * @param text what is derived, as it was written; null where names in it may be local
 */
public record Deriving(
        Subject subject,
        @Nullable Expr text,
        @Nullable Free free,
        boolean all,
        @Nullable String path,
        Span span) implements Code {
    static Code compile(Statement.Derive derive, StatementCompiler compiler, Scope scope) {
        Subject subject = Subject.of(derive.of(), derive.inputs(), derive.span(), compiler, scope);
        return new Deriving(
                subject,
                compiler.isNested(scope) ? null : compiler.expressions().read(subject.expression(), scope),
                subject.place().isEmpty() ? Free.of(derive, subject, compiler, scope) : null,
                derive.all(),
                derive.path(),
                derive.span());
    }

    private static final Pattern CALLED = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\(");

    /** Where the derivative of a function is held against its formula. */
    private static final double[] POINTS = {0.37, 1.6, -0.73, 2.9};

    /**
     * The one name behind {@code wrt}: where it means nothing, the formula is taken as a function of it.
     *
     * @param function of the name, which gives the formula
     * @param fits whether the name stands in the formula as it was typed, or none of the program: 5 and pi are constant in any
     */
    record Free(Cell cell, FunctionCode function, boolean fits) {
        /** Null where a derivative is asked for by several names, or by a local one. */
        private static @Nullable Free of(
                Statement.Derive derive, Subject subject, StatementCompiler compiler, Scope scope) {
            if (subject.inputs().size() != 1
                    || !(subject.inputs().getFirst().expression() instanceof Expr.Name name)
                    || scope.slot(name.name()) != null) {
                return null;
            }
            Statement.FunctionDefinition function = new Statement.FunctionDefinition(
                    "f",
                    derive.of().span(),
                    List.of(new Statement.Parameter(name.name(), null, name.span())),
                    new Statement.Formula(derive.of()),
                    derive.span());
            Cell cell = compiler.machine().globals.cell(name.name());
            Collection<Cell> names = compiler.namesIn(derive.of(), scope);
            return new Free(
                    cell, compiler.functionCode(function, scope), names.contains(cell) || isFixed(derive.of(), names));
        }

        /** Whether a formula is built of numbers and what the language names alone; sin itself is no formula. */
        private static boolean isFixed(Expr formula, Collection<Cell> names) {
            return names.stream()
                    .allMatch(used -> used.builtin != null
                            && !(formula instanceof Expr.Name && used.builtin instanceof Datum.Function));
        }
    }

    private Derivations.Asked of() {
        return subject.of();
    }

    private List<Derivations.Asked> inputs() {
        return subject.inputs();
    }

    private AgException absent(String name) {
        return new AgException(
                ErrorCode.NOT_AN_INPUT,
                "'" + name + "' does not occur in '" + of().text() + "', and means nothing here",
                inputs().getFirst().span(),
                "name what the formula is built on");
    }

    /** A derivation and what it is of. */
    private record Found(
            Derivation derivation, String input, @Nullable Double value, String way) {
        Found(Derivation derivation, String input, @Nullable Double value) {
            this(derivation, input, value, "");
        }
    }

    @Override
    public Datum run(Frame frame) {
        // A formula is derived by the rules, whatever is supposed in the backward pass.
        Tape tape = frame.machine.workspace.tape();
        Fault supposed = tape.inject(null);
        try {
            List<Found> found = all ? ways(frame, derive(frame)) : derive(frame);
            show(frame.machine, found);
            noteNamesakes(frame.machine, found);
            found.forEach(one -> noteCancelled(frame.machine, one));
        } finally {
            tape.inject(supposed);
        }
        return Loops.NOTHING;
    }

    /** All ways that lead to each derivative, as far as they can be checked. */
    private List<Found> ways(Frame frame, List<Found> found) {
        Workspace workspace = frame.machine.workspace;
        List<Found> all = new ArrayList<>();
        for (Found one : found) {
            if (!(one.derivation.start() instanceof Term.Derivative(Term formula, Term.Letter by))) {
                all.add(one);
                continue;
            }
            Map<Term.Letter, Double> numbers = FormulaTexts.numbers(frame.machine, Letters.in(formula));
            for (Ways.Way way : Ways.of(formula, by, () -> workspace.checkStop(of().span()))) {
                Derivation proven =
                        proven(workspace, way.derivation(), step -> holds(step, one.derivation.start(), numbers, by));
                all.add(new Found(proven, one.input, one.value, way.name()));
            }
        }
        return all;
    }

    private void show(Machine machine, List<Found> found) {
        Workspace workspace = machine.workspace;
        if (path == null) {
            found.forEach(one -> workspace.show(result(machine, one)));
            return;
        }
        DerivationFile kind = DerivationFile.of(path)
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_FILE,
                        "a derivation is written to a .tex, a .md or a .svg file",
                        span,
                        "write: derive … to \"derivative.tex\""));
        boolean partial = found.stream().anyMatch(one -> one.value != null);
        String document = kind.document(found.stream().map(Found::derivation).toList(), partial);
        Drawn.write(workspace, "derivation", path, new Content.Text(document), span);
    }

    /** A formula is written in the names of the built-in functions, of which the program may have taken one for its own. */
    private void noteNamesakes(Machine machine, List<Found> found) {
        Set<String> called = new TreeSet<>();
        for (Found one : found) {
            Result.Derived derived = result(machine, one);
            Stream.concat(
                            Stream.of(derived.start(), derived.formula()),
                            derived.steps().stream().map(Result.DerivationStep::expression))
                    .flatMap(text -> CALLED.matcher(text).results())
                    .forEach(match -> called.add(match.group(1)));
        }
        called.stream()
                .filter(machine.globals::isTakenFromLibrary)
                .forEach(name -> machine.workspace.note(
                        "'" + name + "' in this formula is the built-in function, and not yours of that name",
                        of().span()));
    }

    private List<Found> derive(Frame frame) {
        try {
            return byRecording(frame);
        } catch (FreeLetter letter) {
            if (subject.formula().run(frame) instanceof Formula text) {
                return byText(frame, text);
            }
            throw letter;
        }
    }

    /** A formula in letters without a value is derived as it is written. */
    private List<Found> byText(Frame frame, Formula text) {
        List<String> letters = inputs().isEmpty()
                ? text.open()
                : inputs().stream().map(Derivations.Asked::letter).toList();
        if (letters.size() > 1 && inputs().isEmpty()) {
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + of().text() + "' has several letters to be derived by: " + String.join(", ", letters),
                    of().span(),
                    "write: derive " + of().text() + " wrt " + letters.getFirst());
        }
        letters.stream()
                .filter(letter -> !text.open().contains(letter))
                .findFirst()
                .ifPresent(letter -> {
                    throw absent(letter);
                });
        Runnable pause = () -> frame.machine.workspace.checkStop(of().span());
        Term term = text.term().orElseThrow(this::tooLong);
        return letters.stream()
                .map(letter -> new Found(Derivation.of(term, Term.letter(letter), false, pause), letter, null))
                .toList();
    }

    private List<Found> byRecording(Frame frame) {
        if (free != null && free.fits && (free.cell.read() == null || free.cell.value instanceof Datum.Num)) {
            return List.of(function(frame, new Closure(free.function, frame.machine, frame)));
        }
        if (!subject.place().isEmpty()) {
            List<Found> found = new ArrayList<>();
            subject.study(frame, studied -> found.addAll(at(studied)));
            return found;
        }
        Datum value = Held.of(of().code(), frame);
        if (free != null && free.cell.read() == null && !(value instanceof Datum.Function)) {
            throw absent(free.cell.name);
        }
        if (value instanceof Callable function) {
            if (!inputs().isEmpty() || (function.arity() != 1 && function.arity() != -1)) {
                throw new AgException(
                        ErrorCode.WRONG_CALL,
                        "derive takes a function of one number, and this is " + function.signature(),
                        of().span(),
                        "for several, name inputs and write: derive f(a, b) wrt a");
            }
            return List.of(function(frame, function));
        }
        List<Found> found = new ArrayList<>();
        subject.study(frame, value, studied -> found.addAll(at(studied)));
        return found;
    }

    private List<Found> at(Studied studied) {
        Studied.Look look = studied.look();
        Machine machine = studied.frame().machine;
        List<Point> points = Views.points(machine.workspace.tape(), look.targets());
        List<Found> found = look.targets().stream()
                .map(target -> at(machine, target, look.names()))
                .toList();
        studied.question().tell(look.root().node(), points, span);
        return found;
    }

    private Found at(Machine machine, Views.Target target, NodeNames names) {
        Workspace workspace = machine.workspace;
        double gradient = workspace.tape().gradient(target.node());
        FormulaAt formula = FormulaAt.of(machine, target, names, text).orElseThrow(this::tooLong);
        Derivation derivation = proven(
                workspace,
                formula.derivation(gradient, () -> workspace.checkStop(of().span())),
                step -> formula.holds(step, gradient));
        if (!FormulaAt.agree(formula.value(derivation.formula()), gradient)) {
            workspace.note(
                    "at these numbers the formula has no value, and the gradient is the convention that applies",
                    of().span());
        }
        return new Found(derivation, target.text(), gradient);
    }

    /** Each step is evaluated and held against the number; one that is not worth it is not shown. */
    private Derivation proven(Workspace workspace, Derivation derivation, Predicate<Term> holds) {
        Derivation proven = derivation.upTo(holds);
        if (proven.steps().size() < derivation.steps().size()) {
            workspace.note(
                    "the next step would be '"
                            + derivation.steps().get(proven.steps().size()).rule()
                            + "', but at these numbers it loses too many digits to be checked",
                    of().span());
        }
        return proven;
    }

    private AgException tooLong() {
        return new AgException(
                ErrorCode.TOO_LONG,
                "the formula of '" + of().text() + "' would be too long to read",
                of().span(),
                "trace and explain show large graphs; grad gives the number");
    }

    private Found function(Frame frame, Callable function) {
        Workspace workspace = frame.machine.workspace;
        Tape tape = workspace.tape();
        int mark = tape.mark();
        try {
            Callable base = function instanceof DerivativeOf derivative ? derivative.function() : function;
            int order = function instanceof DerivativeOf derivative ? derivative.order() : 0;
            Datum.Scalar x = (Datum.Scalar) workspace.anonymous(new Datum.Num(POINTS[0]));
            Datum y = course(workspace, base, x);
            String parameter = base instanceof Closure closure
                    ? closure.code().parameters().getFirst()
                    : "x";
            tape.backward(workspace.node(y));
            Term.Letter variable = Term.letter(parameter);
            Written written = written(frame.machine, base, variable, x, workspace.number(y));
            Runnable pause = () -> workspace.checkStop(of().span());
            for (int i = 0; i < order; i++) {
                Term lower = derived(written, variable, pause).formula();
                written = new Written(lower, written.values());
            }
            Map<Term.Letter, Double> values = written.values();
            Derivation derivation = derived(written, variable, pause);
            Derivation proven =
                    proven(workspace, derivation, step -> holds(step, derivation.start(), values, variable));
            return new Found(proven, parameter, null);
        } finally {
            tape.rewind(mark);
        }
    }

    /** The formula of a function of the user's or of a built-in one. */
    private Written written(Machine machine, Callable base, Term.Letter variable, Datum.Scalar x, double y) {
        Views.Target target = new Views.Target(variable.name(), x.node());
        FormulaTexts texts = new FormulaTexts(machine, variable, POINTS[0]);
        Optional<Term> read = switch (base) {
            case Closure closure -> texts.apply(closure, List.of(variable));
            case OperationFunction known ->
                known.one() == null ? Optional.empty() : Optional.of(Term.apply(known.one(), variable));
            default -> Optional.empty();
        };
        Tape tape = machine.workspace.tape();
        double slope = tape.isReached(x.node()) ? tape.gradient(x.node()) : 0;
        Optional<Written> text = read.map(term -> new Written(term, texts.values()))
                .filter(formula -> FormulaAt.agree(Evaluation.of(formula.term(), formula.values()), y))
                .filter(formula -> FormulaAt.agree(
                        Evaluation.of(new Term.Derivative(formula.term(), variable), formula.values()), slope));
        if (text.isPresent()) {
            return text.get();
        }
        return tape.isReached(x.node())
                ? FormulaAt.of(machine, target, GraphNames.of(machine), null)
                        .orElseThrow(this::tooLong)
                        .written()
                : new Written(FormulaAt.number(y), Map.of());
    }

    private Datum course(Workspace workspace, Callable function, Datum.Scalar x) {
        try {
            Datum y = Recorder.traced(workspace, function, of().span(), x);
            if (!Arithmetic.isNumber(y)) {
                throw new AgException(
                        ErrorCode.NOT_A_NUMBER,
                        function.signature() + " gives " + Kinds.article(y) + ", and only a number has a derivative",
                        of().span(),
                        "");
            }
            return y;
        } catch (AgException problem) {
            ErrorCode error = problem.diagnostic().error();
            if (error == ErrorCode.DECIDED || error == ErrorCode.WRONG_TYPE) {
                throw new AgException(
                        ErrorCode.DECIDED,
                        function.signature() + " has no one formula: " + reason(problem),
                        of().span(),
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
        return place.equals(of().span())
                        || place.text().isBlank()
                        || place.text().lines().count() > 1
                ? what
                : "at '" + place.text() + "' in line " + place.line() + ", " + what;
    }

    /** A textbook's form where it holds at some points, with all conventions written out where it does not. */
    private static Derivation derived(Written written, Term.Letter variable, Runnable pause) {
        Derivation textbook = Derivation.of(written.term(), variable, false, pause);
        return holds(textbook.formula(), textbook.start(), written.values(), variable)
                ? textbook
                : Derivation.of(written.term(), variable, true, pause);
    }

    /** Whether a step is worth as much as the task wherever both have a value. */
    private static boolean holds(Term step, Term task, Map<Term.Letter, Double> numbers, Term.Letter variable) {
        for (double point : POINTS) {
            Map<Term.Letter, Double> values = new HashMap<>(numbers);
            values.put(variable, point);
            double worth = Evaluation.of(step, values);
            double gradient = Evaluation.of(task, values);
            if (Double.isFinite(worth) && Double.isFinite(gradient) && !FormulaAt.agree(worth, gradient)) {
                return false;
            }
        }
        return true;
    }

    private void noteCancelled(Machine machine, Found found) {
        for (Term cancelled : found.derivation.cancelled()) {
            machine.workspace.note("this holds where " + Simplifier.notZero(cancelled), of().span());
        }
    }

    private Result.Derived result(Machine machine, Found found) {
        Derivation derivation = found.derivation;
        Set<String> taken = FormulaTexts.taken(machine);
        List<Result.DerivationStep> steps = derivation.steps().stream()
                .map(step -> new Result.DerivationStep(step.rule(), TextWriter.text(step.term(), taken)))
                .toList();
        String start = TextWriter.text(derivation.start(), taken);
        String formula = TextWriter.text(derivation.formula(), taken);
        String latex = LatexWriter.text(derivation.formula());
        return new Result.Derived(of().text(), found.input, start, steps, formula, latex, found.value, found.way, span);
    }
}
