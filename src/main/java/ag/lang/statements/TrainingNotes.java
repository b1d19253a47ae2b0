package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.interpreter.Frame;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.training.Training;
import ag.optimize.Argument;
import ag.optimize.Optimizer;
import ag.torch.TorchTraining;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Records how a training goes, so that it can be repeated elsewhere. */
final class TrainingNotes {
    private static final int MOST_STEPS = 100_000;

    private final List<Optimizer> optimizers = new ArrayList<>();
    private final Map<Argument, String> formulas = new HashMap<>();
    private final List<String> stops = new ArrayList<>();
    /** Conditions that have no translation into Python. */
    private final List<Span> untold = new ArrayList<>();

    private final List<Diagnostic> refusals = new ArrayList<>();
    private final Optional<String> clipNorm;
    private final Optional<String> clipValue;
    private final int logEvery;
    private final Written written;

    /** Before the first epoch, as names in the block may change with what is learned. */
    TrainingNotes(Frame frame, Written written) {
        this.written = written;
        written.optimizer
                .formulas()
                .forEach((argument, formula) -> formula.python(frame, written.counters)
                        .filter(python -> !bySteps() || !python.matches(".*\\bepochs?\\b.*"))
                        .ifPresent(python -> formulas.put(argument, python)));
        for (PlainFormula stop : written.course.stops()) {
            stop.python(frame).ifPresentOrElse(stops::add, () -> untold.add(stop.span()));
        }
        written.course
                .resumed()
                .ifPresent(span -> refusals.add(new Diagnostic(
                        ErrorCode.NOT_EXPORTABLE,
                        "a training that went on from a checkpoint cannot be done again from its start",
                        span,
                        "train without 'resume', and export that")));
        clipNorm = written.clip.formula(true).flatMap(formula -> formula.python(frame));
        clipValue = written.clip.formula(false).flatMap(formula -> formula.python(frame));
        logEvery = written.course.logEvery(frame);
    }

    /** Notes what keeps the training from being repeated elsewhere. */
    void refuse(String why, Span where, String hint) {
        refusals.add(new Diagnostic(ErrorCode.NOT_EXPORTABLE, why, where, hint));
    }

    private boolean bySteps() {
        return !written.counters.isEmpty();
    }

    /** Notes what keeps a training by steps from being repeated elsewhere. */
    private void refuseBySteps(Training training) {
        boolean clips = optimizers.stream()
                .anyMatch(optimizer ->
                        !optimizer.clipping().equals(optimizers.getFirst().clipping()));
        if (clips || training.steps() < Long.MAX_VALUE || !untold.isEmpty() || optimizers.size() > MOST_STEPS) {
            refuse(
                    "an optimizer that changes from step to step leaves as a program where clips stay the same, no"
                            + " 'stop' counts steps, and there are at most " + MOST_STEPS + " of them",
                    written.optimizer.span(),
                    "write its arguments with epoch and epochs instead");
        }
    }

    /** Notes the optimizer of the next epoch, or of the next step, and gives it back. */
    Optimizer keep(Optimizer optimizer) {
        boolean same = !optimizers.isEmpty() && optimizer.isSame(optimizers.getLast());
        optimizers.add(same ? optimizers.getLast() : optimizer);
        return optimizer;
    }

    /** What the training was; a training of no epoch is none. */
    Optional<LastTraining> last(
            ModelThing net, DataThing data, double[] start, Training training, RandomSource.State random) {
        if (optimizers.isEmpty()) {
            return Optional.empty();
        }
        if (bySteps()) {
            refuseBySteps(training);
        }
        TorchTraining torch = new TorchTraining(
                new TorchTraining.Named(
                        net.name(),
                        net.network(),
                        start,
                        written.span.source().name() + ", line " + written.span.line()),
                new TorchTraining.Samples(data.data(), data.file()),
                untold.isEmpty() ? training : training.withEpochs(optimizers.size()),
                course(),
                new TorchTraining.Shuffling(written.seed, random));
        return Optional.of(new LastTraining(torch, untold, refusals));
    }

    /** How it went. */
    TorchTraining.Course course() {
        if (untold.isEmpty()) {
            return new TorchTraining.Course(bySteps(), optimizers, formulas, clipNorm, clipValue, stops, logEvery);
        }
        // It ends by another count of epochs, on which no formula may depend.
        Map<Argument, String> left = new HashMap<>(formulas);
        left.values().removeIf(TrainingNotes::asksForEpochs);
        return new TorchTraining.Course(
                false,
                optimizers,
                left,
                clipNorm.filter(formula -> !asksForEpochs(formula)),
                clipValue.filter(formula -> !asksForEpochs(formula)),
                List.of(),
                logEvery);
    }

    private static boolean asksForEpochs(String formula) {
        return formula.matches(".*\\bepochs\\b.*");
    }

    /** Conditions that an exported program cannot check: it ends after as many steps as were taken here. */
    List<Span> untold() {
        return List.copyOf(untold);
    }

    /** The message about a condition that cannot be exported. */
    static String endsByCount(int count, String noun) {
        return "this condition has no translation into Python: the program ends after " + count + " " + noun
                + (count == 1 ? "" : "s") + ", as it did here. One of loss, epoch and numbers has a translation";
    }

    /**
     * What stands in the block.
     *
     * @param counters the names that count steps, where the optimizer asks for them
     */
    record Written(
            OptimizerCode optimizer, ClipCode clip, Course course, OptionalLong seed, Set<String> counters, Span span) {
        Written {
            counters = Set.copyOf(counters);
        }
    }
}
