package ag.lang.statements;

import ag.chart.Chart;
import ag.chart.Range;
import ag.data.DataSet;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.LastLayer;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.DataProblem;
import ag.nn.Decision;
import ag.nn.Loss;
import ag.nn.Reduce;
import ag.nn.batch.Prediction;
import ag.nn.training.Schedule;
import ag.nn.training.Trainer;
import ag.nn.training.Training;
import ag.nn.training.TrainingResult;
import ag.nn.training.TrainingState;
import ag.optimize.Needs;
import ag.optimize.Optimizer;
import ag.result.NetworkResult;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs {@code train net on d { … }}. */
public final class TrainStatement implements Code {
    static final BlockSettings.Form REGULARIZE =
            new BlockSettings.Form("regularize", "regularize l2(1e-4), or l1(1e-4)", 1, 1);

    static final List<BlockSettings.Form> FORMS = List.of(
            new BlockSettings.Form(
                    "loss", "loss mse, bce, bce_logits, hinge, cross_entropy, or a function of yours", 1, 1),
            new BlockSettings.Form("optimizer", OptimizerCode.EXAMPLE, 1, 1),
            new BlockSettings.Form("epochs", "epochs 100", 1, 1),
            new BlockSettings.Form("batch", "batch 32", 1, 1),
            new BlockSettings.Form("reduce", "reduce sum, or reduce mean", 1, 1),
            REGULARIZE,
            ClipCode.FORM,
            Course.STOP,
            new BlockSettings.Form("log", "log every 10", 2, 2),
            new BlockSettings.Form("checkpoint", "checkpoint \"moons.ckpt\" every 50", 1, 3),
            new BlockSettings.Form("resume", "resume \"moons.ckpt\"", 1, 1),
            new BlockSettings.Form("threads", "threads 2", 1, 1),
            new BlockSettings.Form("seed", "seed 7", 1, 1));

    /** With more workers each would have too little to do. */
    private static final int MOST_WORKERS = 8;

    /** Coarser than a picture that is kept. */
    private static final int MOVING_GRID = 32;

    private final Code model;
    private final Span modelSpan;
    private final Code data;
    private final Span dataSpan;
    private final LossCode loss;
    private final OptimizerCode optimizer;
    /** The names that count steps, where the optimizer changes from step to step. */
    private final Set<String> counters;

    /** Whether the optimizer goes by the losses so far. */
    private final boolean asksForLosses;

    private final ClipCode clip;
    private final @Nullable CountSetting epochs;
    private final @Nullable CountSetting batch;
    private final Reduce reduce;
    private final PenaltyCode penalties;
    private final Course course;
    private final @Nullable CountSetting threads;
    private final @Nullable CountSetting seed;
    private final Span span;

    public TrainStatement(LearningStatement.Train train, ExpressionCompiler expressions, Scope scope) {
        BlockSettings settings =
                new BlockSettings("train", train.settings(), FORMS, List.of("regularize", "stop", "clip"));
        span = train.span();
        model = expressions.name(train.model().name(), train.model().span(), scope);
        modelSpan = train.model().span();
        data = expressions.compile(train.data(), scope);
        dataSpan = train.data().span();
        loss = new LossCode(settings, span, expressions, scope);
        epochs = CountSetting.find(settings, "epochs", expressions, scope);
        batch = CountSetting.find(settings, "batch", expressions, scope);
        threads = CountSetting.find(settings, "threads", expressions, scope);
        seed = CountSetting.find(settings, "seed", expressions, scope);
        reduce = settings.find("reduce")
                        .map(setting -> BlockSettings.word(setting, List.of("mean", "sum")))
                        .orElse("mean")
                        .equals("sum")
                ? Reduce.SUM
                : Reduce.MEAN;
        penalties = new PenaltyCode(settings.all("regularize"), expressions, scope);
        course = new Course(settings, expressions, scope);
        Setting rule = settings.find("optimizer")
                .orElseThrow(() -> new AgException(
                        ErrorCode.MISSING_SETTING,
                        "this training has no optimizer",
                        train.model().span(),
                        "write: " + OptimizerCode.EXAMPLE));
        Predicate<String> own = name -> scope.slot(name) != null || expressions.means(name);
        optimizer = course.withinTraining(scope, own, () -> OptimizerCode.compile(rule, expressions, scope));
        asksForLosses = !own.test(Course.LOSSES) && optimizer.mentions(List.of(Course.LOSSES));
        List<String> steps = Course.STEPS.stream().filter(Predicate.not(own)).toList();
        counters = optimizer.mentions(steps) ? Set.copyOf(steps) : Set.of();
        clip = course.within(scope, () -> ClipCode.compile(settings, optimizer, expressions, scope));
        if (!optimizer.needs().isForTraining()) {
            throw new AgException(
                    ErrorCode.BAD_SETTING,
                    optimizer.rule() + " is for minimize: a training has no "
                            + (optimizer.needs() == Needs.HESSIAN ? "second derivatives" : "use for values alone"),
                    optimizer.span(),
                    "write: optimizer lbfgs");
        }
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        ModelThing net = ModelThing.require(model.run(frame), modelSpan.text(), modelSpan);
        if (workspace.tape().fault() != null) {
            throw new AgException(
                    ErrorCode.SUPPOSED,
                    "train has a backward pass of its own, which nothing can be supposed in",
                    span,
                    "minimize goes by the derivatives that are supposed here");
        }
        Datum on = data.run(frame);
        if (!(on instanceof DataThing thing)) {
            throw new AgException(
                    ErrorCode.NOT_DATA,
                    "training needs a data set, and this is " + Kinds.article(on),
                    dataSpan,
                    "write: data d = make_moons(n = 100)");
        }
        Loss rule = loss.at(frame, net.network(), thing.data());
        LastLayer.misfit(net.network(), rule, loss.span())
                .map(problem -> problem.with(new Diagnostic.Label(net.definedAt(), "the network")))
                .ifPresent(problem -> {
                    throw new AgException(problem);
                });
        DataProblem.find(net.network(), rule, thing.data()).ifPresent(problem -> {
            throw new AgException(DataMisfit.of(problem, net, dataSpan));
        });
        train(frame, workspace, net, thing, rule);
        return Loops.NOTHING;
    }

    private void train(Frame frame, Workspace workspace, ModelThing net, DataThing thing, Loss rule) {
        DataSet samples = thing.data();
        int count = epochs == null ? 100 : epochs.at(frame, 1);
        int size = batch == null ? 0 : batch.at(frame, 1);
        int workers = threads == null
                ? Math.min(workspace.host().parallel().processors(), MOST_WORKERS)
                : threads.at(frame, 1);
        ag.data.RandomSource random = seed == null ? workspace.randomNow() : seed.random(frame);
        OptionalLong seeded = seed == null
                ? OptionalLong.empty()
                : OptionalLong.of((long) workspace.number(seed.code().run(frame)));
        TrainingNotes notes =
                new TrainingNotes(frame, new TrainingNotes.Written(optimizer, clip, course, seeded, counters, span));
        long perEpoch = size == 0 ? 1 : (samples.size() + size - 1L) / size;
        Training training = new Training(
                rule,
                reduce,
                new BySteps(frame, notes, count, perEpoch),
                count,
                size,
                penalties.at(frame),
                course.steps(frame),
                workers);
        double[] start = workspace.numbers((Tensor) net.input().value()).clone();
        ag.data.RandomSource.State before = random.state();
        TrainingState from = course.start(frame, start, random, optimizer.rule());
        Course.Listener listener =
                course.listener(frame, workspace, count, span, picture(workspace, net, samples, rule));
        if (asksForLosses) {
            listener.giveLosses(from.losses());
        }
        LongSupplier clock = workspace.host().clock();
        long began = clock.getAsLong();
        TrainingResult result = Trainer.train(
                net.network(),
                samples,
                training,
                from,
                listener,
                workspace.host().parallel());
        double seconds = (clock.getAsLong() - began) / 1e9;
        if (result.steps() == 0) {
            listener.rethrow(0);
        }
        workspace.undo().before(net, net::restoring);
        double[] learned = result.state().parameters();
        for (int i = 0; i < learned.length; i++) {
            workspace.inputs().set(net.input().node(i), learned[i]);
        }
        if (size > 0 && seed == null) {
            workspace.random(new ag.data.RandomSource(result.state().shuffling()));
        }
        double[] losses = result.state().losses().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Decision decision = rule.decision().orElse(null);
        LastTraining last = notes.last(net, thing, start, training, before).orElse(null);
        net.trained(workspace, losses, decision, last);
        workspace.show(new NetworkResult.Trained(
                net.name(),
                learned.length,
                losses.length,
                (int) result.stepsBeyond(),
                losses,
                Course.nullable(result.accuracy()),
                seconds,
                span));
        report(workspace, net, result);
        listener.rethrow(result.steps());
    }

    /** The optimizer as its arguments say, epoch by epoch, or step by step where they ask for the step. */
    private final class BySteps implements Schedule {
        private final Frame frame;
        private final TrainingNotes notes;
        private final int epochs;
        private final long perEpoch;
        /** The optimizer of all epochs, once it is known; null where it may change. */
        private @Nullable Optimizer constant;

        BySteps(Frame frame, TrainingNotes notes, int epochs, long perEpoch) {
            this.frame = frame;
            this.notes = notes;
            this.epochs = epochs;
            this.perEpoch = perEpoch;
        }

        @Override
        public Optimizer at(int epoch) {
            if (constant != null) {
                return notes.keep(constant);
            }
            course.enterStep(frame, epoch * perEpoch, epochs * perEpoch);
            Optimizer ofEpoch = optimizer.at(course.enter(frame, epoch, epochs)).clipped(clip.at(frame));
            if (optimizer.isOfNumbers() && clip.lines().isEmpty()) {
                constant = ofEpoch;
            }
            return counters.isEmpty() ? notes.keep(ofEpoch) : ofEpoch;
        }

        @Override
        public Optimizer at(Optimizer ofEpoch, long step) {
            return counters.isEmpty()
                    ? ofEpoch
                    : notes.keep(optimizer
                            .at(course.enterStep(frame, step, epochs * perEpoch))
                            .clipped(ofEpoch.clipping()));
        }
    }

    /** What the network decides with other parameters, for a machine that shows it move; null where it cannot be drawn. */
    private static @Nullable Function<double[], Chart> picture(
            Workspace workspace, ModelThing net, DataSet samples, Loss rule) {
        if (!workspace.host().pictures().isMoving() || samples.inputWidth() != 2) {
            return null;
        }
        Range x = Boundary.reach(samples, 0);
        Range y = Boundary.reach(samples, 1);
        if (x == null || y == null) {
            return null;
        }
        Boundary boundary = new Boundary(samples, x, y, MOVING_GRID);
        Decision decision = rule.decision().orElse(null);
        Prediction prediction = new Prediction(net.network(), boundary.places());
        return parameters -> boundary.chart(
                net.name(),
                net.network().outputs(),
                decision,
                points -> prediction.outputs(parameters, points, boundary.places()));
    }

    /** Says where the loss stopped being a number, and what to do. */
    private void report(Workspace workspace, ModelThing net, TrainingResult result) {
        result.firstWithoutLoss().ifPresent(epoch -> {
            net.keepSound(workspace, result.lastSound());
            String sound = net.name() + ".sound";
            workspace.note(
                    (epoch == 0
                                    ? "the loss is no number from the start: some sample's target is nothing this loss"
                                            + " has a number for, or the parameters are too large"
                                    : "the loss is no number any more from epoch " + epoch
                                            + " on: the steps grew too large. Try a smaller learning rate")
                            + "; the last parameters that gave a loss are in " + sound + ", and 'set " + net.name()
                            + ".parameters = " + sound + "' brings them back",
                    optimizer.span());
        });
    }
}
