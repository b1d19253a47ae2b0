package ag.lang.statements;

import ag.data.DataSet;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.nn.Decision;
import ag.nn.batch.Prediction;
import java.util.List;

/** Compares the predictions of a network with the targets: {@code accuracy} and {@code confusion}. */
public final class Predictions {
    private Predictions() {}

    public static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "accuracy",
                    "net, d",
                    "the share of samples the network gets right, read by the loss it was trained with",
                    "",
                    Predictions::accuracy),
            Builtin.of(
                    "confusion",
                    "net, d",
                    "how often each class (a row) was taken for each class (a column)",
                    "",
                    Predictions::confusion));

    private static ModelThing net(Call call) {
        if (call.get(0) instanceof ModelThing net) {
            return net;
        }
        throw call.wrongType(0, "a network");
    }

    private static DataSet samples(Call call) {
        if (!(call.get(1) instanceof DataThing thing)) {
            throw call.wrongType(1, "a data set");
        }
        net(call).requireInputs(thing.data().inputWidth(), call.spanOf(1));
        int outputs = net(call).network().outputs();
        int targets = decision(call) == Decision.LARGEST ? 1 : outputs;
        int given = thing.data().targetWidth();
        // Classes are numbers, or rows of probabilities such as one_hot makes.
        if (given != targets && given != outputs) {
            throw call.problem(
                    1,
                    ErrorCode.SHAPE_MISMATCH,
                    "the samples have " + thing.data().targetWidth()
                            + " targets, and the network's answers are compared with " + targets,
                    "");
        }
        return thing.data();
    }

    /** How the answers are read; a network that was never trained as a classifier is read by the number of its outputs. */
    private static Decision decision(Call call) {
        Decision decision = net(call).decision();
        if (decision != null) {
            return decision;
        }
        return net(call).network().outputs() > 1 ? Decision.LARGEST : Decision.SIGN;
    }

    private static Datum accuracy(Call call) {
        ModelThing net = net(call);
        DataSet samples = samples(call);
        double share = new Prediction(net.network(), samples.size())
                .accuracy(
                        net.learned(call.workspace()),
                        samples,
                        decision(call),
                        () -> call.workspace().checkStop(call.span()));
        return new Datum.Num(share);
    }

    private static Datum confusion(Call call) {
        Decision decision = decision(call);
        DataSet samples = samples(call);
        int width = net(call).network().outputs();
        int classes = Math.max(width, 2);
        double[] outputs = net(call).predict(call.workspace(), samples.inputs(), samples.size());
        double[] counts = new double[classes * classes];
        for (int i = 0; i < samples.size(); i++) {
            int right =
                    decision.targetClass(samples.targets(), i * samples.targetWidth(), width, samples.targetWidth());
            int said = decision.predictedClass(outputs, i * width, width);
            if (right < 0 || right >= classes) {
                throw call.problem(
                        1,
                        ErrorCode.BAD_TARGET,
                        "sample " + i + " has the class " + right + ", and the network knows classes 0 to "
                                + (classes - 1),
                        "");
            }
            counts[right * classes + said]++;
        }
        return Tensor.matrix(classes, classes, counts);
    }
}
