package ag.lang.values;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.engine.Tape;
import ag.host.Host;
import ag.lang.source.Span;
import ag.result.Result;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session works on: the tape, the inputs on it, the random numbers, and where results go. One thread at a time.
 */
public final class Workspace {
    private static final IdentityHashMap<Datum.Items, Datum.Items> NO_LISTS = new IdentityHashMap<>();

    private final Tape tape = new Tape(1024, true, this::born);
    private final Arithmetic arithmetic = new Arithmetic(this);
    private final Consumer<Result> results;
    private final Host host;
    private final Stop stop;
    private final Inputs inputs = new Inputs(this);
    private final List<Span> sites = new ArrayList<>();
    private final Notes notes = new Notes(this::show);
    private RandomSource random = new RandomSource(0);
    private final Undo undo = new Undo();
    private Evaluation evaluation = new Evaluation(this);
    private long ties;
    private long rebuilds;
    private @Nullable Span statement;
    private @Nullable Dialogue dialogue;

    public Workspace(Consumer<Result> results, Host host, Stop stop) {
        this.results = results;
        this.host = host;
        this.stop = stop;
        sites.add(new Span(new ag.lang.source.SourceText("", ""), 0, 0));
    }

    public Tape tape() {
        return tape;
    }

    /** The inputs on the tape. */
    public Inputs inputs() {
        return inputs;
    }

    /** Arithmetic on this workspace's tape. */
    public Arithmetic arithmetic() {
        return arithmetic;
    }

    /** Sets whom the program can ask from now on. */
    public void answersFrom(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** Whom the program can ask; empty where there is no one to ask. */
    public Optional<Dialogue> dialogue() {
        return Optional.ofNullable(dialogue);
    }

    /** The machine that the session runs on. */
    public Host host() {
        return host;
    }

    /** The text of a file that the program names; reading ends where the program has to. */
    public String read(String path, Span span) {
        return host.files().read(path, span, () -> checkStop(span));
    }

    /** Ends the program where it has been interrupted or has reached a limit; loops and calls ask here. */
    public void checkStop(Span span) {
        stop.check(span, tape.size());
    }

    // ---- results

    public void show(Result result) {
        if (!evaluation.isQuiet()) {
            results.accept(result);
        }
    }

    public void note(String text, Span span) {
        note(new Result.Note(text, span));
    }

    /** Shows a remark; in a loop only the first time. */
    public void note(Result.Note note) {
        if (!evaluation.isQuiet()) {
            notes.add(note.text(), note.span(), () -> note);
        }
    }

    /** A new statement begins: each troublesome place may be reported once more. */
    public void begin(Span span) {
        statement = span;
        notes.begin();
    }

    /** A loop goes on to its next turn. */
    public void turn() {
        notes.turn();
    }

    /** A statement has ended: says how often it would have said what it said once. */
    public void end() {
        notes.end();
    }

    /** What the running statement has changed, to be put back where it fails. */
    public Undo undo() {
        return undo;
    }

    /** The top-level statement that runs now. */
    public Span statement() {
        return statement == null ? sites.getFirst() : statement;
    }

    /** What runs now: a statement, or a formula within one. */
    public Evaluation evaluation() {
        return evaluation;
    }

    void evaluation(Evaluation present) {
        evaluation = present;
    }

    /**
     * Tries something: nothing is printed, and neither a value that it leaves on the tape nor a random number that it draws is left of
     * it. The random numbers it takes are those that the present evaluation took.
     */
    public <T> T trying(Supplier<T> work) {
        int mark = tape.mark();
        long before = rebuilds;
        RandomSource present = random;
        RandomSource drawn = evaluation.beforeDraws();
        random = (drawn == null ? present : drawn).copy();
        try (Evaluation _ = evaluation.again()) {
            return work.get();
        } finally {
            if (rebuilds == before) {
                tape.rewind(mark);
            }
            random = present;
        }
    }

    /** Notes that a formula was evaluated again: its new value stays on the tape. */
    public void rebuilt() {
        rebuilds++;
    }

    /** How often formulas have been evaluated again: what was put on the tape meanwhile can be taken off only where none was. */
    public long rebuilds() {
        return rebuilds;
    }

    // ---- places

    /** A number for a place in the program, for {@link Tape#origin(int)}. */
    public int site(Span span) {
        sites.add(span);
        return sites.size() - 1;
    }

    public Span placeOf(int node) {
        return sites.get(tape.originOf(node));
    }

    /** What is said of a result that turned NaN or infinite: once for each place, whatever the numbers are. */
    private enum Birth {
        NOT_FINITE
    }

    private void born(int node) {
        if (!evaluation.isQuiet()) {
            notes.add(
                    Birth.NOT_FINITE,
                    tape.originOf(node),
                    () -> new Result.Note(NonFinite.born(tape, node), placeOf(node)));
        }
    }

    /** Reports a plain number that turned NaN or infinite, once for each place. */
    public void bornNumber(Operation operation, double result, int site, double... operands) {
        for (double operand : operands) {
            if (!Double.isFinite(operand)) {
                return;
            }
        }
        if (!evaluation.isQuiet()) {
            notes.add(
                    Birth.NOT_FINITE,
                    site,
                    () -> new Result.Note(NonFinite.born(operation, result, operands), sites.get(site)));
        }
    }

    // ---- numbers

    /**
     * The number behind a number with or without history. Whoever asks looks at it: what is evaluated now depends on it in a way
     * that the tape does not know, so it is evaluated again when an input changes.
     */
    public double number(Datum datum) {
        if (datum instanceof Datum.Scalar) {
            evaluation.look();
        }
        return shown(datum);
    }

    /** The numbers of a vector or matrix, in order; whoever asks looks at them, as {@link #number}. */
    public double[] numbers(Tensor tensor) {
        if (tensor.hasHistory()) {
            evaluation.look();
        }
        return shown(tensor);
    }

    /** The number as it is now, to be shown or set down: nothing that is evaluated may depend on it. */
    public double shown(Datum datum) {
        return switch (datum) {
            case Datum.Num num -> num.value();
            case Datum.Scalar scalar -> tape.value(scalar.node());
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ ->
                throw new IllegalArgumentException("not a number: " + datum);
        };
    }

    /** The numbers as they are now, to be shown or set down: nothing that is evaluated may depend on them. */
    public double[] shown(Tensor tensor) {
        if (!tensor.hasHistory()) {
            return tensor.numbers();
        }
        double[] numbers = new double[tensor.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = tape.value(tensor.node(i));
        }
        return numbers;
    }

    /** The same numbers without their history. While a function is recorded for many samples, they differ from sample to sample. */
    public Datum detached(Datum datum) {
        if (evaluation.isRecording() && Arithmetic.hasHistory(datum)) {
            evaluation.look();
        }
        return datum instanceof Datum.Items ? detached(datum, new IdentityHashMap<>()) : detached(datum, NO_LISTS);
    }

    /** @param done lists that have been met before, which may stand in others many times over */
    private Datum detached(Datum datum, IdentityHashMap<Datum.Items, Datum.Items> done) {
        return switch (datum) {
            case Datum.Scalar scalar -> new Datum.Num(tape.value(scalar.node()));
            case Tensor tensor when tensor.hasHistory() -> tensor.withNumbers(shown(tensor));
            case Datum.Items list
            when list.hasHistory() -> {
                Datum.Items met = done.get(list);
                if (met == null) {
                    Datum[] items = new Datum[list.items().size()];
                    for (int i = 0; i < items.length; i++) {
                        items[i] = detached(list.items().get(i), done);
                    }
                    met = new Datum.Items(List.of(items));
                    done.put(list, met);
                }
                yield met;
            }
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> datum;
        };
    }

    /** The node of a number; one without history becomes a constant on the tape. */
    public int node(Datum number) {
        return number instanceof Datum.Scalar scalar ? scalar.node() : tape.constant(number(number));
    }

    /** The nodes of a vector or matrix, in order. */
    public int[] nodes(Tensor tensor) {
        if (tensor.hasHistory()) {
            return tensor.nodes();
        }
        int[] nodes = new int[tensor.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = tape.constant(tensor.numbers()[i]);
        }
        return nodes;
    }

    // ---- ties

    /**
     * Notes that right beside the values at hand another course may begin: equal numbers were compared, one of them with history, or one
     * with history chose an element.
     */
    public void tie() {
        ties++;
    }

    /** How often {@link #tie} was noted. */
    public long ties() {
        return ties;
    }

    // ---- chance

    /** The session's random numbers, for drawing. */
    public RandomSource random() {
        keepRandom();
        evaluation.draws(random);
        return random;
    }

    public void random(RandomSource source) {
        keepRandom();
        random = source;
    }

    private void keepRandom() {
        undo.before(RandomSource.class, () -> {
            RandomSource before = random.copy();
            return () -> random = before;
        });
    }

    /** The source as it stands, without counting as a draw. */
    public RandomSource randomNow() {
        return random;
    }
}
