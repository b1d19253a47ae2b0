package ag.lang.statements;

import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is typed behind the word of a view: a number built on inputs, a function, a formula with letters that have no value, and the place
 * at which it is looked at. A view is written once, for what is {@link Studied}: a function and a formula are given an input for each
 * letter, which exists only while the view looks.
 *
 * @param of what is looked at, without its place
 * @param formula gives the formula where letters have no value
 * @param names the global names that it uses
 * @param inputs what derivatives are taken by; none where nothing was said
 * @param rewritten makes it a function that is written in another way
 * @param statement the whole statement
 */
record Subject(
        Derivations.Asked of,
        Code formula,
        Set<Cell> names,
        ViewPlace place,
        List<Derivations.Asked> inputs,
        Rewritten rewritten,
        Span statement) {
    static Subject of(Expr typed, Span statement, StatementCompiler compiler, Scope scope) {
        return of(typed, List.of(), statement, compiler, scope);
    }

    /** @param wrt what derivatives are taken by; behind the last of them the place may stand too */
    static Subject of(Expr typed, List<Expr> wrt, Span statement, StatementCompiler compiler, Scope scope) {
        List<Expr> inputs = new ArrayList<>(wrt);
        List<Expr.Point> points = new ArrayList<>();
        Expr expression = typed;
        if (typed instanceof Expr.At(Expr of, List<Expr.Point> at, Span _)) {
            expression = of;
            points.addAll(at);
        }
        if (!inputs.isEmpty() && inputs.getLast() instanceof Expr.At(Expr last, List<Expr.Point> at, Span _)) {
            inputs.set(inputs.size() - 1, last);
            points.addAll(at);
        }
        return new Subject(
                Derivations.Asked.of(expression, compiler, scope),
                compiler.expressions().compileFormula(expression, scope),
                compiler.namesIn(expression, scope),
                ViewPlace.of(points, compiler, scope),
                inputs.stream()
                        .map(input -> Derivations.Asked.of(spelled(input, compiler, scope), compiler, scope))
                        .toList(),
                new Rewritten(compiler, scope),
                statement);
    }

    /** A letter by the name it has here: theta is θ. */
    static Expr spelled(Expr letter, StatementCompiler compiler, Scope scope) {
        return letter instanceof Expr.Name && compiler.expressions().read(letter, scope) instanceof Expr.Name known
                ? known
                : letter;
    }

    String text() {
        return of.text();
    }

    Expr expression() {
        return of.expression();
    }

    /** The word that the statement begins with. */
    String word() {
        return statement.text().strip().split("\\s", 2)[0];
    }

    /** The statement with this place instead of its own. */
    String line(String at) {
        String text = statement.text();
        int end = closed(text, of.span().end() - statement.start());
        int behind = place.isEmpty()
                ? end
                : Math.max(end, closed(text, place.spots().getLast().span().end() - statement.start()));
        return (text.substring(0, end).strip() + " at " + at + " "
                        + text.substring(behind).strip())
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Behind the brackets that close there. */
    private static int closed(String text, int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ')') {
            at++;
        }
        return at;
    }

    /** What it is, with whether its course was chosen by values: a number, a function, or a formula with letters that have no value. */
    Datum held(Frame frame) {
        if (place.isEmpty()) {
            return evaluated(frame);
        }
        // At the present values it may have none: only its kind counts.
        return frame.machine.workspace.trying(() -> {
            try {
                return evaluated(frame);
            } catch (Stopped stopped) {
                throw stopped;
            } catch (AgException _) {
                return new Datum.NotComputed();
            }
        });
    }

    private Datum evaluated(Frame frame) {
        try {
            return Held.of(of.code(), frame);
        } catch (FreeLetter letter) {
            if (formula.run(frame) instanceof Formula open) {
                return open;
            }
            throw letter;
        }
    }

    /** Looks at it at its place. Where a place was asked for and none was named, nothing happens. */
    void study(Frame frame, Consumer<Studied> view) {
        study(frame, held(frame), view);
    }

    /** @param held what {@link #held} gave */
    void study(Frame frame, Datum held, Consumer<Studied> view) {
        switch (Held.peeled(held) instanceof Callable chosen ? chosen : held) {
            case Callable function -> look(frame, function(function), letters(function), view);
            case Formula open -> {
                Gradients.requireNumber(open.kind().equals("formula") ? new Datum.Num(0) : open, of.span());
                look(frame, formula(open.open()), ViewPlace.Letters.of(open.open()), view);
            }
            case Datum.Num _ -> plain(frame, held, view);
            case Datum _
            when place.isEmpty() -> {
                Optional<Subject> called =
                        isPrimed() && !hasInputs(frame, held) ? rewritten.called(this) : Optional.empty();
                called.ifPresentOrElse(
                        subject -> subject.study(frame, view),
                        () -> view.accept(new Studied(frame, this, of.code(), held, List.of())));
            }
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {
                List<String> letters = place.isNamed() ? List.of() : present(frame);
                look(frame, formula(letters), ViewPlace.Letters.of(letters), view);
            }
        }
    }

    /** Looks at a formula in letters where they have these values. */
    void at(Frame frame, Formula open, Map<String, Datum> values, Consumer<Studied> view) {
        formula(open.open()).at(frame, values, view);
    }

    private void look(Frame frame, Visit visit, ViewPlace.Letters letters, Consumer<Studied> view) {
        place.values(frame, this, visit, letters).ifPresent(values -> visit.at(frame, values, view));
    }

    /** A number without history: f(3) is f at 3, and what is typed with names of plain numbers is a formula in them. */
    private void plain(Frame frame, Datum held, Consumer<Studied> view) {
        Machine machine = frame.machine;
        Optional<Closure> written = expression() instanceof Expr.Name name
                ? rewritten.formula(frame, machine.globals.cell(name.name()))
                : Optional.empty();
        Optional<Subject> called = place.isEmpty() ? rewritten.called(this) : Optional.empty();
        List<String> letters = Rewritten.plain(names);
        if (written.isPresent()) {
            study(frame, written.get(), view);
        } else if (called.isPresent()) {
            called.get().study(frame, view);
        } else if (letters.isEmpty()) {
            view.accept(new Studied(frame, this, of.code(), held, List.of()));
        } else {
            look(frame, formula(letters), ViewPlace.Letters.of(letters), view);
        }
    }

    /** Looks at something where its letters have these values. */
    @FunctionalInterface
    interface Visit {
        void at(Frame frame, Map<String, Datum> values, Consumer<Studied> view);
    }

    private ViewPlace.Letters letters(Callable function) {
        List<String> all = function.parameters();
        if (all.isEmpty() || all.stream().anyMatch(letter -> letter.endsWith("..."))) {
            throw new AgException(
                    ErrorCode.WRONG_CALL,
                    "'" + text() + "' is looked into with arguments of its own: it is " + function.signature(),
                    of.span(),
                    "write: " + word() + " " + text() + "(x, y) at x = 1, y = 2");
        }
        return new ViewPlace.Letters(function instanceof Closure closure ? closure.needed() : all, all, false);
    }

    private Visit function(Callable function) {
        return (frame, values, view) -> frame.machine.workspace.inputs().visiting(() -> {
            List<Input> letters = new ArrayList<>();
            values.forEach((letter, value) ->
                    letters.add(frame.machine.workspace.inputs().create(letter, value)));
            view.accept(studied(frame, call(function, letters), letters));
        });
    }

    private Studied studied(Frame frame, Code code, List<Input> letters) {
        Studied recorded = new Studied(frame, this, code, Held.of(code, frame), letters);
        return rewritten
                .derivative(frame, this, letters.stream().map(Input::name).toList())
                .map(derivative -> call(derivative, letters))
                .map(better -> new Studied(frame, this, better, Held.of(better, frame), letters))
                .filter(better -> better.isAs(recorded))
                .orElse(recorded);
    }

    private Code call(Callable function, List<Input> letters) {
        boolean ordered = letters.stream()
                .map(Input::name)
                .toList()
                .equals(function.parameters().subList(0, letters.size()));
        String[] names = ordered ? null : letters.stream().map(Input::name).toArray(String[]::new);
        return frame -> {
            Workspace workspace = frame.machine.workspace;
            Datum[] values = letters.stream().map(Input::value).toArray(Datum[]::new);
            return function.call(
                    workspace, new Arguments(values, names, of.span(), workspace.site(of.span()), List.of(), null));
        };
    }

    /** @param open the letters in it that have no value */
    private Visit formula(List<String> open) {
        return (frame, values, view) -> frame.machine
                .workspace
                .inputs()
                .visiting(() -> bound(frame, List.copyOf(values.entrySet()), new ArrayList<>(), studied -> {
                    studied.requireLetters(open);
                    view.accept(studied);
                }));
    }

    /** Gives one letter after the other its value. An input is set, so that what was built on it before follows. */
    private void bound(Frame frame, List<Map.Entry<String, Datum>> open, List<Input> letters, Consumer<Studied> view) {
        if (open.isEmpty()) {
            view.accept(studied(frame, of.code(), letters));
            return;
        }
        Machine machine = frame.machine;
        Workspace workspace = machine.workspace;
        Cell cell = machine.globals.cell(open.getFirst().getKey());
        Datum value = open.getFirst().getValue();
        List<Map.Entry<String, Datum>> rest = open.subList(1, open.size());
        int leaf =
                cell.value instanceof Datum.Scalar(int node) && workspace.tape().isInput(node) ? node : -1;
        Input present = leaf < 0 ? null : workspace.inputs().ownerOf(leaf);
        if (present != null && Arithmetic.isNumber(value)) {
            double before = workspace.tape().value(leaf);
            letters.add(present);
            try {
                workspace.inputs().set(leaf, workspace.shown(value));
                bound(frame, rest, letters, view);
            } finally {
                workspace.inputs().set(leaf, before);
            }
        } else {
            Input input = workspace.inputs().create(cell.name, value);
            letters.add(input);
            machine.at(cell, input.value(), () -> {
                bound(frame, rest, letters, view);
                return cell;
            });
        }
    }

    /** The inputs that it is built on, by name. */
    private List<String> present(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        return workspace.trying(() -> Held.peeled(evaluated(frame)) instanceof Datum.Scalar(int node)
                ? reached(workspace, node)
                : List.<String>of());
    }

    /** Whether it is f'(2), which is computed from a leaf of its own. */
    private boolean isPrimed() {
        return expression() instanceof Expr.Call(Expr.Prime _, List<Expr.Argument> _, Span _);
    }

    private static boolean hasInputs(Frame frame, Datum held) {
        return Held.peeled(held) instanceof Datum.Scalar(int node)
                && !reached(frame.machine.workspace, node).isEmpty();
    }

    private static List<String> reached(Workspace workspace, int node) {
        workspace.tape().backward(node);
        return Derivations.reached(workspace).stream().map(Input::name).toList();
    }

    /** Whether it has a finite value where its letters have these values. */
    static boolean isDefined(Frame frame, Visit visit, Map<String, Datum> values) {
        boolean[] defined = {false};
        Workspace workspace = frame.machine.workspace;
        try (Evaluation _ = workspace.evaluation().quietly()) {
            visit.at(frame, values, studied -> defined[0] = studied.isFinite());
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return false;
        }
        return defined[0];
    }
}
