package ag.lang.statements;

import ag.document.Document;
import ag.document.Part;
import ag.engine.Fault;
import ag.engine.Tape;
import ag.host.Content;
import ag.lang.algebra.CheckPoints;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.DerivationFile;
import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.RecordedFormula;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.algebra.Ways;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.FunctionCode;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.DocumentFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    static Code compile(Statement.Derive written, StatementCompiler compiler, Scope scope) {
        Statement.Derive derive = applied(written, compiler);
        Subject subject = Subject.of(derive.of(), derive.inputs(), derive.span(), compiler, scope);
        return new Deriving(
                subject,
                compiler.isNested(scope) ? null : compiler.expressions().read(subject.expression(), scope),
                subject.place().isEmpty() ? Free.of(derive, subject, compiler, scope) : null,
                derive.all(),
                derive.path(),
                derive.span());
    }

    /** d/dx f is the derivative of f(x). */
    private static Statement.Derive applied(Statement.Derive derive, StatementCompiler compiler) {
        if (!(derive.of() instanceof Expr.Name name)
                || derive.inputs().size() != 1
                || !(compiler.machine().globals.value(name.name()) instanceof Callable function)) {
            return derive;
        }
        // Of several letters it is one; of a single one, a letter of the formula, as a in f(x) = a x², is not that by
        // another name.
        Expr letter = derive.inputs().getFirst();
        boolean own = letter instanceof Expr.Name by
                && (function.arity() == 1
                        ? function instanceof Closure closure && closure.mentions(by.name())
                        : function.arity() > 1 && function.parameters().contains(by.name()));
        if (!own && function.arity() != 1) {
            return derive;
        }
        List<Expr> arguments = own
                ? function.parameters().stream()
                        .<Expr>map(parameter -> new Expr.Name(parameter, name.span()))
                        .toList()
                : List.of(letter);
        Expr call = new Expr.Call(
                name,
                arguments.stream()
                        .map(argument -> new Expr.Argument(null, argument, name.span()))
                        .toList(),
                name.span());
        return new Statement.Derive(call, derive.inputs(), derive.all(), derive.path(), derive.span());
    }

    private static final Pattern CALLED = Pattern.compile("([\\p{L}_][\\p{L}\\p{Nd}\\p{Nl}\\p{No}_]*)\\(");

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

    private AgException noFormula() {
        return new AgException(
                ErrorCode.NO_FORMULA,
                "'" + of().text() + "' is not written as a formula that can be derived while its letters have no value",
                of().span(),
                "give its letters values, and what is computed is derived: let x = 2");
    }

    @Override
    public Datum run(Frame frame) {
        // A formula is derived by the rules, whatever is supposed in the backward pass.
        Tape tape = frame.machine.workspace.tape();
        Fault supposed = tape.inject(null);
        try {
            Optional<CurveDerivation> curve = curve(frame);
            if (curve.isPresent()) {
                show(frame.machine, curve.get());
                at(frame, curve.get());
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
            show(frame.machine, found);
            noteNamesakes(frame.machine, found);
            found.forEach(one -> noteCancelled(frame.machine, one));
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

    /** The derivation of a vector of formulas, as far as its text shows that it is one; empty where it is something else. */
    private Optional<CurveDerivation> curve(Frame frame) {
        if (subject.place().spots().size() > 1 || inputs().size() > 1) {
            return Optional.empty();
        }
        Machine machine = frame.machine;
        Runnable pause = () -> machine.workspace.checkStop(of().span());
        if (inputs().isEmpty()
                && text instanceof Expr.Name name
                && machine.globals.value(name.name()) instanceof Closure function) {
            Term.Letter letter = Term.letter(
                    function.parameters().isEmpty() ? "" : function.parameters().getFirst());
            return function.parameters().size() != 1
                    ? Optional.empty()
                    : FormulaTexts.open(machine, Set.of(letter))
                            .elements(function, List.of(letter))
                            .map(elements -> CurveDerivation.of(elements, letter, pause));
        }
        if (inputs().size() == 1 && (text instanceof Expr.Call || text instanceof Expr.Vector)) {
            Term.Letter letter = Term.letter(inputs().getFirst().letter());
            return FormulaTexts.open(machine, Set.of(letter))
                    .elements(text)
                    .map(elements -> CurveDerivation.of(elements, letter, pause));
        }
        if (!(openFormula(frame) instanceof Formula formula) || !(formula.written() instanceof Expr.Vector vector)) {
            return Optional.empty();
        }
        List<String> letters = inputs().isEmpty()
                ? formula.open()
                : inputs().stream().map(Derivations.Asked::letter).toList();
        if (letters.size() != 1 || !formula.open().contains(letters.getFirst())) {
            return Optional.empty();
        }
        Term.Letter letter = Term.letter(letters.getFirst());
        return FormulaTexts.all(vector.elements().stream()
                        .map(element ->
                                FormulaTexts.open(machine, Set.of(letter)).read(element))
                        .toList())
                .map(elements -> CurveDerivation.of(elements, letter, pause));
    }

    private static @Nullable Datum machineValue(Frame frame, Term.Letter letter) {
        return frame.machine.globals.cell(letter.name()).value;
    }

    /** The vector of the derivatives at the place that was asked for. */
    private void at(Frame frame, CurveDerivation curve) {
        if (subject.place().isEmpty()) {
            return;
        }
        Workspace workspace = frame.machine.workspace;
        ViewPlace.Spot spot = subject.place().spots().getFirst();
        Term.Letter letter = curve.letter();
        if (spot.letter() != null && !spot.letter().equals(letter.name())) {
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + of().text() + "' is derived by " + letter.name() + ", and the place names " + spot.typed(),
                    spot.span(),
                    "write: derive " + of().text() + " at " + letter.name() + " = "
                            + spot.span().text());
        }
        double place = workspace.number(spot.value().run(frame));
        boolean open = curve.others().stream().anyMatch(other -> !(machineValue(frame, other) instanceof Datum.Scalar));
        if (open) {
            Map<Term.Letter, Term> there = Map.of(letter, RecordedFormula.number(place));
            String text = curve.elements().stream()
                    .map(element -> TextWriter.text(Simplifier.workedOut(Letters.replaced(element.formula(), there))))
                    .collect(Collectors.joining(", ", "[", "]"));
            workspace.show(new Result.Value(null, new Plain.Described("formula", text), span));
            return;
        }
        Map<Term.Letter, Double> values = new HashMap<>(FormulaTexts.numbers(frame.machine, curve.others()));
        values.put(letter, place);
        double[] numbers = curve.elements().stream()
                .mapToDouble(element -> PointEvaluation.of(element.formula(), values))
                .toArray();
        workspace.show(new Result.Value(null, new Plain.Vector(numbers), span));
    }

    /** The formula that is derived, where it has letters without a value; null where it has none. */
    private @Nullable Datum openFormula(Frame frame) {
        return text instanceof Expr.Name || text instanceof Expr.Vector
                ? subject.formula().run(frame)
                : null;
    }

    private void show(Machine machine, CurveDerivation curve) {
        String by = ((Term.Derivative) curve.elements().getFirst().start()).by().name();
        if (path != null) {
            show(
                    machine,
                    curve.elements().stream()
                            .map(element -> new FoundDerivative(element, by, null, "", false))
                            .toList());
            return;
        }
        Set<String> taken = FormulaTexts.taken(machine);
        machine.workspace.show(new Result.Derived(
                of().text(),
                by,
                curve.start(taken),
                curve.steps(taken),
                curve.text(taken),
                curve.elements().stream().map(Derivation::formula).toList(),
                null,
                "",
                "",
                span));
    }

    private void show(Machine machine, List<FoundDerivative> found) {
        Workspace workspace = machine.workspace;
        if (path == null) {
            found.forEach(one -> workspace.show(result(machine, one)));
            return;
        }
        if (DocumentFile.of(path).equals(Optional.of(DocumentFile.HTML))) {
            List<Part> parts = found.stream()
                    .<Part>map(one -> new Part.Steps(one.derivation(), one.value() != null))
                    .toList();
            Document document = new Document("Derivative of " + of().text(), parts);
            Drawn.write(workspace, "derivation", path, new Content.Text(DocumentFile.HTML.text(document)), span);
            return;
        }
        DerivationFile kind = DerivationFile.of(path)
                .orElseThrow(() -> new AgException(
                        ErrorCode.BAD_FILE,
                        "a derivation is written to a .html, a .tex, a .md or a .svg file",
                        span,
                        "write: derive … to \"derivative.tex\""));
        boolean partial = found.stream().anyMatch(one -> one.value() != null);
        String document =
                kind.document(found.stream().map(FoundDerivative::derivation).toList(), partial);
        Drawn.write(workspace, "derivation", path, new Content.Text(document), span);
    }

    /** A formula is written in the names of the built-in functions, of which the program may have taken one for its own. */
    private void noteNamesakes(Machine machine, List<FoundDerivative> found) {
        Set<String> called = new TreeSet<>();
        for (FoundDerivative one : found) {
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

    private List<FoundDerivative> derive(Frame frame) {
        try {
            return byRecording(frame);
        } catch (FreeLetter letter) {
            if (subject.formula().run(frame) instanceof Formula text) {
                return byText(frame, text);
            }
            return byText(frame.machine).orElseThrow(() -> letter);
        }
    }

    /** A function of one letter whose formula has letters without a value; empty where this is none. */
    private Optional<List<FoundDerivative>> byText(Machine machine) {
        if (!inputs().isEmpty()
                || !subject.place().isEmpty()
                || !(text instanceof Expr.Name name)
                || !(machine.globals.value(name.name()) instanceof Closure function)
                || function.parameters().size() != 1) {
            return Optional.empty();
        }
        Term.Letter letter = Term.letter(function.parameters().getFirst());
        return FormulaTexts.open(machine, Set.of(letter))
                .apply(function, List.of(letter))
                .map(term -> List.of(derived(machine, term, letter)));
    }

    private FoundDerivative derived(Machine machine, Term term, Term.Letter letter) {
        Workspace workspace = machine.workspace;
        CheckPoints points = CheckPoints.FREE;
        Derivation derivation = Derivation.checked(term, letter, points, () -> workspace.checkStop(of().span()));
        Derivation proven = functions().proven(workspace, derivation, step -> points.hold(step, derivation.start()));
        return new FoundDerivative(proven, letter.name(), null, "", false);
    }

    /** A formula in letters without a value is derived as it is written. */
    private List<FoundDerivative> byText(Frame frame, Formula text) {
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
                .filter(letter -> !text.open().contains(letter) && !text.isWrittenIn(letter))
                .findFirst()
                .ifPresent(letter -> {
                    throw absent(letter);
                });
        return letters.stream()
                .map(letter -> {
                    Optional<Term> term = text.open().contains(letter) ? text.term() : text.termIn(letter);
                    return derived(frame.machine, term.orElseThrow(this::noFormula), Term.letter(letter));
                })
                .toList();
    }

    private List<FoundDerivative> byRecording(Frame frame) {
        if (free != null && free.fits && (free.cell.read() == null || free.cell.value instanceof Datum.Num)) {
            return List.of(functions().of(frame, new Closure(free.function, frame.machine, frame)));
        }
        if (!subject.place().isEmpty()) {
            List<FoundDerivative> found = new ArrayList<>();
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
        FormulaAt formula = FormulaAt.of(machine, target, look.targets(), look.names(), text(machine))
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

    /** What is derived, as it was written: a function of its letters. */
    private @Nullable Expr text(Machine machine) {
        if (!(text instanceof Expr.Name name) || !(machine.globals.value(name.name()) instanceof Closure closure)) {
            return text;
        }
        List<Expr.Argument> letters = closure.code().parameters().stream()
                .map(letter -> new Expr.Argument(null, new Expr.Name(letter, name.span()), name.span()))
                .toList();
        return new Expr.Call(name, letters, name.span());
    }

    private DerivedFunction functions() {
        return new DerivedFunction(of());
    }

    private void noteCancelled(Machine machine, FoundDerivative found) {
        for (Term cancelled : found.derivation().cancelled()) {
            machine.workspace.note("this holds where " + Simplifier.notZero(cancelled), of().span());
        }
    }

    /** Whether it was asked for with ∂. */
    private boolean isPartial() {
        String asked = span.text().strip();
        return asked.startsWith("∂") || asked.startsWith("\\frac{\\partial") || asked.startsWith("\\dfrac{\\partial");
    }

    private Result.Derived result(Machine machine, FoundDerivative found) {
        Derivation derivation = found.derivation();
        Set<String> taken = FormulaTexts.taken(machine);
        List<Result.DerivationStep> steps = derivation.steps().stream()
                .map(step -> new Result.DerivationStep(step.rule(), TextWriter.text(step.term(), taken, isPartial())))
                .toList();
        String start = TextWriter.text(derivation.start(), taken, isPartial());
        String formula = TextWriter.text(derivation.formula(), taken);
        return new Result.Derived(
                found.value() == null ? called(found.input()) : of().text(),
                found.input(),
                start,
                steps,
                formula,
                List.of(derivation.formula()),
                found.value(),
                found.way(),
                "",
                span);
    }

    /** What is derived; a function of other letters too, whose derivative is not f', as {@code f(x, y)}. */
    private String called(String by) {
        if (!(text instanceof Expr.Call(Expr callee, List<Expr.Argument> arguments, Span _))
                || !callee.span().text().equals(of().text())) {
            return of().text();
        }
        List<String> letters = arguments.stream()
                .map(argument -> argument.value() instanceof Expr.Name name ? name.name() : "")
                .toList();
        return letters.equals(List.of(by)) ? of().text() : of().text() + "(" + String.join(", ", letters) + ")";
    }
}
