package ag.lang.values;

import ag.data.RandomSource;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a statement or a formula: how it is run, and what it has done so far that decides how its value is kept. It
 * is entered and left; whether it looked at values with history stays inside, for whoever entered it to ask.
 */
public final class Evaluation implements AutoCloseable {
    private static final int MAX_DEPTH = 100_000;

    private final Workspace workspace;
    private final Evaluation outer;
    private final boolean quiet;
    private final boolean recording;
    private final boolean replay;
    /** One for all calls: they end in the opposite order. */
    private final Call call = new Call();

    private int depth;
    private boolean asked;
    private boolean looked;
    private boolean everLooked;
    private @Nullable RandomSource beforeDraws;

    /** The outermost one, which is never left. */
    Evaluation(Workspace workspace) {
        this.workspace = workspace;
        this.outer = this;
        this.quiet = false;
        this.recording = false;
        this.replay = false;
    }

    private Evaluation(Evaluation outer, boolean quiet, boolean recording, boolean replay, int depth) {
        this.workspace = outer.workspace;
        this.outer = outer;
        this.quiet = quiet;
        this.recording = recording;
        this.replay = replay;
        this.depth = depth;
        this.asked = outer.asked;
        workspace.evaluation(this);
    }

    /** A statement of its own: no call is running yet. */
    public Evaluation statement() {
        return new Evaluation(this, quiet, recording, false, 0);
    }

    /** A formula within this evaluation. */
    public Evaluation formula() {
        return new Evaluation(this, quiet, recording, false, depth);
    }

    /** Something that prints nothing. */
    public Evaluation quietly() {
        return new Evaluation(this, true, recording, false, depth);
    }

    /** A formula that is evaluated again: it prints nothing, and the random numbers it takes are those it took before. */
    public Evaluation again() {
        return new Evaluation(this, true, recording, true, depth);
    }

    /** A function that is recorded to serve many samples: an {@code if} must keep both its ways, and nothing is printed. */
    public Evaluation recorded() {
        return new Evaluation(this, true, true, false, depth);
    }

    @Override
    public void close() {
        workspace.evaluation(outer);
        if (!replay && outer.beforeDraws == null) {
            outer.beforeDraws = beforeDraws;
        }
    }

    boolean isQuiet() {
        return quiet;
    }

    public boolean isRecording() {
        return recording;
    }

    /**
     * Runs something that a person asks for at this moment, outside of loops and functions: a derivative that does not exist is worth a
     * remark.
     */
    public <T> T asking(Supplier<T> work) {
        boolean before = asked;
        asked = true;
        try {
            return work.get();
        } finally {
            asked = before;
        }
    }

    /** Whether what runs now was asked for directly, and not by a loop, a function or a training on its way. */
    public boolean isAsked() {
        return asked && !quiet && !recording && depth == 0;
    }

    // ---- looking at values

    /**
     * Notes that a value with history, or the state of a model, was looked at: what is computed depends on what was seen, and
     * must be evaluated again when that changes.
     */
    public void look() {
        looked = true;
        everLooked = true;
    }

    /** Whether something was looked at, in parts that have been left too. */
    public boolean everLooked() {
        return everLooked;
    }

    /** Begins a part, which is asked by itself whether it looked at something: its looks are not those of what is around it. */
    public Part part() {
        return new Part();
    }

    /** Whether something was looked at; what is in a part is not seen outside of it. */
    public boolean looked() {
        return looked;
    }

    /** A part of an evaluation, to be closed where it ends. */
    public final class Part implements AutoCloseable {
        private final boolean around = looked;

        private Part() {
            looked = false;
        }

        /** Whether it has looked at something so far. */
        public boolean looked() {
            return looked;
        }

        @Override
        public void close() {
            looked = around;
        }
    }

    // ---- chance

    /** Called before a random number is drawn. */
    void draws(RandomSource source) {
        if (beforeDraws == null) {
            beforeDraws = source.copy();
        }
    }

    /** The random numbers as they stood before this evaluation drew any; null where it drew none. */
    public @Nullable RandomSource beforeDraws() {
        return beforeDraws;
    }

    // ---- calls

    /** Enters a call of a function of the program, to be closed where it ends. */
    public Call call(Span span) {
        workspace.checkStop(span);
        if (depth == MAX_DEPTH) {
            throw new AgException(
                    ErrorCode.TOO_DEEP,
                    "calls are nested more than " + MAX_DEPTH + " deep here",
                    span,
                    "a function that calls itself needs a case that ends: if n == 0 then … else …");
        }
        depth++;
        return call;
    }

    /** A call that runs. */
    public final class Call implements AutoCloseable {
        private Call() {}

        @Override
        public void close() {
            depth--;
        }
    }
}
