package ag.lang.statements;

import ag.chart.Chart;
import ag.data.RandomSource;
import ag.lang.interpreter.Choices;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.CutShort;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.training.Epoch;
import ag.nn.training.TrainingListener;
import ag.nn.training.TrainingState;
import ag.result.NetworkResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of a training or a minimization: the names {@code epoch}, {@code epochs} and {@code loss} in its block, the {@code stop},
 * {@code log}, {@code checkpoint} and {@code resume} lines, progress, and interruption.
 */
final class Course {
    private static final Span NO_SPAN = new Span(new SourceText("", ""), 0, 0);
    /** Nanoseconds between two looks at progress: often enough to see it move, too seldom to slow it down. */
    private static final long SHOW_EVERY = 200_000_000;

    static final BlockSettings.Form STOP =
            new BlockSettings.Form("stop", "stop when loss < 0.01, or stop after step 1000", 2, 3);

    private static final String EPOCH = "epoch";
    private static final String EPOCHS = "epochs";
    private static final String LOSS = "loss";
    private static final List<String> NAMES = List.of(EPOCH, EPOCHS, LOSS);
    /** What stands for the loss of each epoch that is over, in the optimizer of a training. */
    static final String LOSSES = "losses";
    /** What counts the steps of a training from 0 in its optimizer, and how many there are. */
    static final List<String> STEPS = List.of("step", "steps");

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Condition> conditions;
    private final List<CountSetting> mostSteps;
    private final @Nullable CountSetting logEvery;
    private final @Nullable String checkpoint;
    private final @Nullable CountSetting checkpointEvery;
    private final @Nullable String resume;
    private final Span fileSpan;

    Course(BlockSettings settings, ExpressionCompiler expressions, Scope scope) {
        List<Setting> stops = settings.all("stop");
        stops.forEach(Course::requireStop);
        conditions = within(
                scope,
                () -> stops.stream()
                        .filter(setting -> isWord(setting, 0, "when"))
                        .map(setting -> new Condition(
                                expressions.compile(setting.values().get(1), scope),
                                PlainFormula.of(setting.values().get(1), expressions, scope),
                                setting.span()))
                        .toList());
        mostSteps = stops.stream()
                .filter(setting -> isWord(setting, 0, "after"))
                .map(setting ->
                        CountSetting.of("stop after step", setting.values().get(2), expressions, scope))
                .toList();
        Optional<Setting> log = settings.find("log");
        log.ifPresent(setting -> BlockSettings.requireWord(setting, 0, "every", "log every 10"));
        logEvery = log.map(setting -> CountSetting.of("every", setting.values().get(1), expressions, scope))
                .orElse(null);
        Optional<Setting> keep = settings.find("checkpoint");
        keep.filter(setting -> setting.values().size() > 1)
                .ifPresent(setting ->
                        BlockSettings.requireWord(setting, 1, "every", "checkpoint \"moons.ckpt\" every 50"));
        checkpoint = keep.map(setting -> text(setting.values().getFirst())).orElse(null);
        checkpointEvery = keep.filter(setting -> setting.values().size() == 3)
                .map(setting -> CountSetting.of("every", setting.values().get(2), expressions, scope))
                .orElse(null);
        Optional<Setting> from = settings.find("resume");
        resume = from.map(setting -> text(setting.values().getFirst())).orElse(null);
        fileSpan = from.or(() -> keep).map(Setting::span).orElse(NO_SPAN);
    }

    private static String text(Expr expression) {
        if (expression instanceof Expr.TextLiteral literal
                && literal.parts().size() == 1
                && literal.parts().getFirst() instanceof Expr.TextLiteral.Plain plain) {
            return plain.text();
        }
        throw new AgException(
                ErrorCode.BAD_SETTING,
                "this must be a file's name in quotes",
                expression.span(),
                "write: checkpoint \"moons.ckpt\" every 50");
    }

    /** What ends it where it holds. */
    private record Condition(Code code, PlainFormula formula, Span span) {
        boolean holds(Frame frame) {
            return Choices.truth(code.run(frame), span);
        }
    }

    private static boolean isWord(Setting setting, int index, String word) {
        return BlockSettings.isWord(setting.values().get(index), word);
    }

    private static void requireStop(Setting stop) {
        boolean when = isWord(stop, 0, "when") && stop.values().size() == 2;
        boolean after = isWord(stop, 0, "after") && stop.values().size() == 3 && isWord(stop, 1, "step");
        if (!when && !after) {
            throw BlockSettings.otherwise(stop, STOP.example());
        }
    }

    /** What is written behind {@code stop when}. */
    List<PlainFormula> stops() {
        return conditions.stream().map(Condition::formula).toList();
    }

    /** The place of the checkpoint that it goes on from, if there is one. */
    Optional<Span> resumed() {
        return resume == null ? Optional.empty() : Optional.of(fileSpan);
    }

    /** How often the loss is printed; 1 where that is not said. */
    int logEvery(Frame frame) {
        return logEvery == null ? 1 : logEvery.at(frame, 1);
    }

    /** After how many steps it ends, be there epochs left or not. */
    long steps(Frame frame) {
        return mostSteps.stream().mapToLong(most -> most.at(frame, 1)).min().orElse(Long.MAX_VALUE);
    }

    /** Compiles something in which the names of the block mean something. */
    <T> T within(Scope scope, Supplier<T> compile) {
        return within(NAMES, scope, compile);
    }

    /**
     * Compiles what may ask for the losses and the steps of a training too.
     *
     * @param own whether the program has a name of its own, which then keeps its meaning
     */
    <T> T withinTraining(Scope scope, Predicate<String> own, Supplier<T> compile) {
        List<String> names = new ArrayList<>(NAMES);
        Stream.concat(Stream.of(LOSSES), STEPS.stream())
                .filter(name -> !own.test(name))
                .forEach(names::add);
        return within(names, scope, compile);
    }

    private <T> T within(List<String> names, Scope scope, Supplier<T> compile) {
        Map<String, Integer> hidden = new HashMap<>();
        for (String name : names) {
            Integer before = scope.slot(name);
            if (before != null) {
                hidden.put(name, before);
            }
            Integer made = slots.get(name);
            if (made != null) {
                scope.show(name, made);
            } else {
                scope.hide(name);
                slots.put(name, Objects.requireNonNull(scope.slot(name)));
            }
        }
        try {
            return compile.get();
        } finally {
            names.forEach(name -> scope.restore(name, hidden.get(name)));
        }
    }

    /** Gives the names of the block their values for an epoch. */
    Frame enter(Frame frame, int epoch, int epochs) {
        give(frame, EPOCH, new Datum.Num(epoch));
        give(frame, EPOCHS, new Datum.Num(epochs));
        return frame;
    }

    /** Says which step comes next, of how many. */
    Frame enterStep(Frame frame, long step, long steps) {
        give(frame, STEPS.getFirst(), new Datum.Num(step));
        give(frame, STEPS.getLast(), new Datum.Num(steps));
        return frame;
    }

    private void give(Frame frame, String name, Datum value) {
        Integer slot = slots.get(name);
        if (slot != null) {
            frame.slots[slot] = value;
        }
    }

    /** @param rule the name of the optimizer */
    TrainingState start(Frame frame, double[] parameters, RandomSource random, String rule) {
        if (resume != null) {
            String path = resume;
            Workspace workspace = frame.machine.workspace;
            return workspace
                    .host()
                    .formats()
                    .readCheckpoint(path, parameters.length, rule, fileSpan, () -> workspace.checkStop(fileSpan));
        }
        return TrainingState.start(parameters, random);
    }

    Listener listener(Frame frame, Workspace workspace, int epochs, Span span) {
        return listener(frame, workspace, epochs, span, null);
    }

    /** @param picture shows what the parameters decide; null where there is no picture of that */
    Listener listener(
            Frame frame, Workspace workspace, int epochs, Span span, @Nullable Function<double[], Chart> picture) {
        return new Listener(frame, workspace, epochs, span, picture);
    }

    /** A share as results have it. */
    static @Nullable Double nullable(OptionalDouble share) {
        return share.isPresent() ? Double.valueOf(share.getAsDouble()) : null;
    }

    /** Looks at each epoch as it ends. */
    final class Listener implements TrainingListener {
        private final Frame frame;
        private final Workspace workspace;
        private final int epochs;
        private final Span span;
        private final int logStep;
        private final int keepStep;
        private final @Nullable Function<double[], Chart> picture;
        private final long began;
        private long lastShown;
        /** The losses so far, where the optimizer asks for them: a copy of all of them in every epoch would cost more than the epoch. */
        private @Nullable List<Double> losses;

        private volatile @Nullable Stopped stopped;

        private Listener(
                Frame frame, Workspace workspace, int epochs, Span span, @Nullable Function<double[], Chart> picture) {
            this.picture = picture;
            this.frame = frame;
            this.workspace = workspace;
            this.epochs = epochs;
            this.span = span;
            this.began = workspace.host().clock().getAsLong();
            this.lastShown = began;
            this.logStep = logEvery == null ? 0 : logEvery.at(frame, 1);
            this.keepStep = checkpointEvery == null ? 1 : checkpointEvery.at(frame, 1);
        }

        /** Gives the losses of the epochs from now on; those before are of the training that is resumed. */
        void giveLosses(List<Double> before) {
            losses = new ArrayList<>(before);
            give(frame, LOSSES, vector(losses));
        }

        private static Datum vector(List<Double> numbers) {
            return Tensor.vector(
                    numbers.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public boolean goesOn(Epoch epoch) {
            int number = epoch.number();
            boolean logged = logStep > 0 && (number % logStep == 0 || number == epochs - 1);
            long now = workspace.host().clock().getAsLong();
            if (logged || now - lastShown > SHOW_EVERY) {
                lastShown = now;
                double seconds = (now - began) / 1e9;
                Double right = nullable(epoch.accuracy().get());
                Chart seen = picture == null
                        ? null
                        : picture.apply(epoch.state().get().parameters());
                workspace.show(new NetworkResult.Progress(
                        number + 1, epochs, epoch.loss(), right, seconds, logged, seen, span));
            }
            if (checkpoint != null && ((number + 1) % keepStep == 0 || number == epochs - 1)) {
                workspace
                        .host()
                        .formats()
                        .writeCheckpoint(checkpoint, epoch.state().get(), fileSpan);
            }
            give(frame, LOSS, new Datum.Num(epoch.loss()));
            if (losses != null) {
                losses.add(epoch.loss());
                give(frame, LOSSES, vector(losses));
            }
            return conditions.isEmpty() || !isOver(number);
        }

        private boolean isOver(int epoch) {
            enter(frame, epoch, epochs);
            return conditions.stream().anyMatch(condition -> condition.holds(frame));
        }

        @Override
        public boolean isInterrupted() {
            try {
                workspace.checkStop(span);
                return stopped != null;
            } catch (Stopped problem) {
                interrupt(problem);
                return true;
            }
        }

        /** Notes that it was interrupted, for {@link #rethrow}. */
        void interrupt(Stopped problem) {
            stopped = problem;
        }

        /**
         * Ends the program where it was interrupted, after what was learned has been kept.
         *
         * @param steps how many steps were taken
         */
        void rethrow(long steps) {
            Stopped problem = stopped;
            if (problem != null) {
                throw new CutShort(problem.diagnostic(), span, steps);
            }
        }
    }
}
