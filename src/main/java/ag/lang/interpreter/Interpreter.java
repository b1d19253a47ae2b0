package ag.lang.interpreter;

import ag.engine.TruncatedException;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Library;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Parser;
import ag.lang.syntax.ShorterTraining;
import ag.lang.syntax.Statement;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Plains;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.result.Format;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Runs statements, one after the other, in one set of names. */
public final class Interpreter {
    private static final String BEYOND =
            "a root, an integral in its limits, and an eigenvector have derivatives up to the order 15,"
                    + " an eigenvalue and a singular value up to the order 31, steps of iterate in stretches have the"
                    + " first derivatives alone, and this is one beyond it";

    private final Workspace workspace;
    private final Machine machine;
    private final Language language;
    private final StatementCompiler compiler;
    private final Deque<String> importing = new ArrayDeque<>();
    private Consumer<Statement> finished = statement -> {};

    public Interpreter(Workspace workspace, Language language) {
        this.workspace = workspace;
        this.language = language;
        this.machine = new Machine(workspace, new Globals(language.library()), this::importFile);
        this.compiler = new StatementCompiler(machine, language);
    }

    /**
     * Runs a program, statement by statement. All of it is read before anything runs.
     *
     * @throws AgException at the first mistake; what was done before it stays
     */
    public void run(SourceText source) {
        for (Statement statement : Parser.parse(source)) {
            run(statement);
        }
    }

    /** Runs a statement that has been read before. */
    public void run(Statement statement) {
        workspace.begin(statement.span());
        if (importing.isEmpty()) {
            nothingToUndo();
        }
        try (Evaluation _ = workspace.evaluation().statement()) {
            StatementCompiler.Compiled compiled = compiler.compile(statement);
            int size = compiled.frameSize();
            Frame frame = importing.isEmpty() ? Frame.outermost(machine, size) : Frame.imported(machine, size);
            compiled.code().run(frame);
            if (importing.isEmpty()) {
                nothingToUndo();
            }
            machine.tidy(frame);
            if (importing.isEmpty()) {
                finished.accept(statement);
            }
        } catch (EndedEarly cut) {
            if (cut.steps() > 0 && cut.statement().equals(statement.span())) {
                finished.accept(ShorterTraining.of(statement, cut.steps()));
            }
            throw cut;
        } catch (Stopped stopped) {
            throw stopped;
        } catch (TruncatedException beyond) {
            undo();
            throw new AgException(new Diagnostic(
                    ErrorCode.NO_DERIVATIVE,
                    BEYOND,
                    statement.span(),
                    "differentiate fewer times: those up to that order are right"));
        } catch (RuntimeException | OutOfMemoryError failed) {
            undo();
            throw failed;
        } catch (StackOverflowError deep) {
            undo();
            throw new AgException(new Diagnostic(
                    ErrorCode.TOO_DEEP,
                    "this is nested too deeply to be evaluated",
                    statement.span(),
                    "a function that calls itself needs a case that ends; a long formula can be built up in a loop"));
        } finally {
            workspace.end();
        }
    }

    /** What is done so far stays, and what it has replaced takes no more memory. */
    private void nothingToUndo() {
        workspace.undo().begin();
        machine.globals.begin();
    }

    /** Takes back what a statement with a mistake in it has done before. */
    private void undo() {
        machine.globals.undo();
        workspace.undo().undo();
    }

    private void importFile(String path, Span span) {
        String file = workspace.host().files().identity(path, span);
        if (importing.contains(file)) {
            throw new AgException(ErrorCode.IMPORT_CYCLE, path + " imports itself", span, "remove one of the imports");
        }
        String text = workspace.read(path, span);
        importing.push(file);
        try {
            run(new SourceText(path, text));
        } finally {
            importing.pop();
        }
    }

    /** What it works on. */
    Machine machine() {
        return machine;
    }

    /** After memory has run out: gives back at once what no name leads to. */
    public void release() {
        machine.release();
    }

    /**
     * Has each statement told that has worked, those of imported files aside. A training that was ended from outside is told as one that
     * ends by itself after as many steps.
     */
    public void onFinished(Consumer<Statement> listener) {
        finished = listener;
    }

    /** Keeps the value of each bare expression under this name. */
    public void keepAnswer(String name) {
        machine.answer = machine.globals.cell(name);
    }

    public void format(Format format) {
        machine.format = format;
    }

    /** Every name that means something now. */
    public List<String> known() {
        return machine.globals.known();
    }

    /** The names the program has defined, oldest first. */
    public Set<String> definedNames() {
        Set<String> names = new LinkedHashSet<>();
        machine.globals.cells().stream().filter(cell -> cell.value != null).forEach(cell -> names.add(cell.name));
        return names;
    }

    /** What a name stands for now, in a word, such as {@code input}; empty where it stands for nothing. No value is computed for it. */
    public Optional<String> role(String name) {
        return machine.globals.find(name).map(cell -> cell.role.word()).or(() -> {
            Datum builtin = machine.globals.library().names().get(name);
            return Optional.ofNullable(builtin)
                    .map(datum -> (datum instanceof Callable ? Cell.Role.FUNCTION : Cell.Role.CONSTANT).word());
        });
    }

    /** Where a name of the program got its meaning. */
    public Optional<Span> definedAt(String name) {
        return machine.globals.find(name).map(cell -> cell.definedAt);
    }

    /** The letters without a value that a formula of this name holds; none where it is something else. */
    public List<String> letters(String name) {
        return machine.globals.find(name).map(cell -> cell.value).orElse(null) instanceof Formula formula
                ? formula.open()
                : List.of();
    }

    /** How a function is called, such as {@code f(x, y)}; empty where the name is no function's. */
    public Optional<String> signature(String name) {
        return held(name)
                .filter(Callable.class::isInstance)
                .map(Callable.class::cast)
                .map(Callable::signature);
    }

    /** Whether a name is a function of the library that may give something else at each call, since it draws random numbers. */
    public boolean draws(String name) {
        return machine.globals.library().names().get(name) instanceof Builtin builtin
                && builtin.chance() != Builtin.Chance.NEVER;
    }

    /** What can stand behind the dot after a name. */
    public List<String> members(String name) {
        List<String> members = new ArrayList<>();
        held(name).ifPresent(datum -> {
            if (datum instanceof WithMembers thing) {
                members.addAll(thing.members());
            } else if (Members.inputOf(machine, datum) != null) {
                members.add("grad");
            }
        });
        return members;
    }

    private Optional<Datum> held(String name) {
        return machine.globals
                .find(name)
                .map(cell -> cell.value)
                .or(() -> Optional.ofNullable(machine.globals.library().names().get(name)));
    }

    /** The names the program has defined, with what they stand for, oldest first. */
    public List<Result.Defined> definitions() {
        // Evaluating a formula may meet names that were never seen before.
        return List.copyOf(machine.globals.cells()).stream()
                .flatMap(cell -> definition(cell).stream())
                .toList();
    }

    /** What a name of the program stands for now; empty where the program has not defined it. */
    public Optional<Result.Defined> definition(String name) {
        return definition(machine.globals.cell(name));
    }

    private Optional<Result.Defined> definition(Cell cell) {
        return defined(cell, (datum, _) -> Plains.shown(workspace, datum));
    }

    /** What a name of the program stands for now as {@link #definition} has it, but a function with its formula: {@code f(x) = x²}. */
    public Optional<Result.Defined> written(String name) {
        return defined(machine.globals.cell(name), (datum, place) -> language.shown(machine, datum, place));
    }

    private Optional<Result.Defined> defined(Cell cell, BiFunction<Datum, Span, Plain> shown) {
        Span place = cell.definedAt;
        if (cell.value == null || place == null) {
            return Optional.empty();
        }
        Plain value = value(cell.value, cell.name, place, shown);
        return Optional.of(new Result.Defined(cell.name, cell.role.word(), value, place));
    }

    /** A formula in letters that have no value is what it says. One that follows its inputs may have none for what they are now: v[k] after {@code set k = 5}. */
    private Plain value(Datum datum, String name, Span place, BiFunction<Datum, Span, Plain> shown) {
        try (Evaluation _ = workspace.evaluation().statement()) {
            boolean open = datum instanceof Formula formula && !formula.open().isEmpty();
            return shown.apply(open ? datum : machine.current(datum, name, place), place);
        } catch (AgException problem) {
            return noValue(problem.diagnostic().message());
        } catch (TruncatedException beyond) {
            return noValue(BEYOND);
        } catch (StackOverflowError deep) {
            return noValue("this is nested too deeply to be evaluated");
        } catch (OutOfMemoryError full) {
            machine.release();
            return noValue("there is no memory left for this");
        }
    }

    private static Plain noValue(String reason) {
        return new Plain.Described("formula", "no value: " + reason);
    }

    /** The functions of the library, for help and completion. */
    public Library library() {
        return machine.globals.library();
    }
}
