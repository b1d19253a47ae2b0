package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Format;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What running code works on: the workspace, the global names, and the formulas that must be evaluated again. */
public final class Machine {
    /** Garbage below this many nodes is not worth collecting. */
    static final int TIDY_STEP = 1 << 16;

    /** As {@link #TIDY_STEP}; a test that wants the tape tidied at every turn makes it smaller. */
    int tidyStep = TIDY_STEP;

    /** Whether loops of mere arithmetic are run by {@link NumberRun}; a test that compares both ways turns it off. */
    boolean runsNumbers = true;

    public final Workspace workspace;
    final Arithmetic arithmetic;
    public final Globals globals;
    public final Importer importer;
    public Format format = new Format(Format.STANDARD_DIGITS);
    /** Where the value of the last expression is kept, for {@code ans}; null where it is not asked for. */
    @Nullable
    public Cell answer;

    /** Who is told of names while a program is turned into code. */
    public NameObserver names = NameObserver.NONE;

    /** How long the tape may grow before it is tidied between statements; 0 before it was for the first time. */
    private int statementsTidyAt;

    /** The names that {@link #at} has given a value. */
    private final Set<Cell> fixed = new HashSet<>();

    /** How practice has gone since the session began. */
    public final PracticeTally practice = new PracticeTally();

    /** The derivative that was guessed wrongly last; null where none was. */
    @Nullable
    public OpenQuestion question;

    /** The equation that stood on its own last, which {@code dy/dx} is asked of; null where none did. */
    public Expr.@Nullable Equation equation;

    /** The last minimization, for {@code export}; null where there was none, or it led nowhere. */
    public Datum.@Nullable Thing minimum;

    /** The kinds of notes that have been given once and for all. */
    final Set<String> noted = new HashSet<>();

    private int nextSerial;

    public Machine(Workspace workspace, Globals globals, Importer importer) {
        this.workspace = workspace;
        this.arithmetic = workspace.arithmetic();
        this.globals = globals;
        this.importer = importer;
    }

    /** Runs another file in the session. */
    @FunctionalInterface
    public interface Importer {
        void run(String path, Span span);
    }

    /**
     * Between two statements: gives back the memory of what is no longer reachable, once there is enough of it. In a call, only
     * what the call itself has made is looked at; what its callers hold lies below and stays.
     */
    void tidy(Frame frame) {
        if (workspace.tape().size() > frame.tidyAt && (frame.base == 0 || frame.rebuilds == rebuilds())) {
            int before = workspace.tape().size() - frame.base;
            new Collector(this, frame).run();
            int live = workspace.tape().size() - frame.base;
            // Where almost all is needed, the next look can wait longer.
            long room = live > before / 2 ? 3L * live : live;
            frame.tidyAt = (int) Math.min((long) frame.base + live + room + tidyStep, Integer.MAX_VALUE);
            if (frame.base == 0) {
                statementsTidyAt = frame.tidyAt;
            }
        }
    }

    /** After memory has run out: gives back at once what is no longer reachable. No statement may be running. */
    void release() {
        statementsTidyAt = 0;
        new Collector(this, Frame.outermost(this, 0)).release();
    }

    /** How long the tape may grow before a statement at the top level has it tidied. */
    int statementsTidyAt() {
        return Math.max(statementsTidyAt, tidyStep);
    }

    int nextSerial() {
        return nextSerial++;
    }

    /** Grows whenever a formula was evaluated again, which may leave new nodes behind that are still needed. */
    public long rebuilds() {
        return workspace.rebuilds();
    }

    void rebuilt() {
        workspace.rebuilt();
    }

    /** Tells of something that a reader may not expect, once for each kind. */
    public void noteOnce(String kind, String text, Span span) {
        if (noted.add(kind)) {
            workspace.note(text, span);
        }
    }

    /**
     * Does something while names stand for other values than now. Those that {@link #at} has given a value keep it: x is 3 in all of
     * {@code y at x = 3}.
     */
    public <T> T with(Map<Cell, @Nullable Datum> values, Supplier<T> work) {
        Map<Cell, @Nullable Datum> before = new LinkedHashMap<>();
        values.forEach((cell, value) -> {
            if (!fixed.contains(cell)) {
                before.put(cell, cell.value);
                cell.value = value;
            }
        });
        try {
            return work.get();
        } finally {
            before.forEach((cell, value) -> cell.value = value);
        }
    }

    /** Does something while a name stands for a value, wherever it is read. */
    public <T> T at(Cell cell, Datum value, Supplier<T> work) {
        Datum before = cell.value;
        boolean added = fixed.add(cell);
        cell.value = value;
        try {
            return work.get();
        } finally {
            cell.value = before;
            if (added) {
                fixed.remove(cell);
            }
        }
    }

    /** Whether any name has its value from {@link #at}. */
    boolean isSupposing() {
        return !fixed.isEmpty();
    }

    /** The nodes that names stand for by {@link #at}: a derivative that is taken there does not ask where they come from. */
    int[] held() {
        return fixed.stream()
                .flatMapToInt(cell -> switch (cell.value) {
                    case Datum.Scalar(int node) -> IntStream.of(node);
                    case Tensor tensor when tensor.hasHistory() -> IntStream.of(tensor.nodes());
                    case null -> IntStream.empty();
                    case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> IntStream.empty();
                })
                .toArray();
    }

    /** Whether a name has its value from {@link #at}. */
    public boolean isFixed(Cell cell) {
        return fixed.contains(cell);
    }

    /** What a name's place holds: a formula that looked at values is brought up to date first, and its reader looks at them too. */
    public Datum current(@Nullable Datum held, String name, Span span) {
        return switch (held) {
            case Held.Chosen(Datum value) -> {
                workspace.evaluation().look();
                yield value;
            }
            case Definition definition -> {
                workspace.evaluation().look();
                yield definition.current(this);
            }
            case Formula formula -> formula.value(this, span);
            case null -> {
                if (WrittenNames.mayBeFree(name)) {
                    throw new FreeLetter(name, span);
                }
                throw UnknownName.problem(globals, name, span);
            }
            case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> held;
        };
    }
}
