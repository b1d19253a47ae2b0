package ag.torch;

import ag.nn.Decision;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Reduce;
import ag.nn.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is made small, and the share of samples that are right, in PyTorch. */
final class LossSource {
    private final Network network;
    private final Training training;

    LossSource(Network network, Training training) {
        this.network = network;
        this.training = training;
    }

    /** The functions that the training calls. */
    List<String> functions() {
        List<String> functions = new ArrayList<>();
        functions.add(sum());
        if (training.loss() instanceof Loss.Weighted weighted && weighted.hasShares()) {
            functions.add(share(weighted));
        }
        if (!isPlain()) {
            functions.add(penalty());
        }
        accuracy().ifPresent(functions::add);
        return functions;
    }

    private boolean isPlain() {
        return training.penalty().l1() == 0 && training.penalty().l2() == 0;
    }

    private String sum() {
        String says = "The losses of some samples, added up.";
        return switch (training.loss()) {
            case Loss.Custom custom -> custom(custom, says);
            case Loss.Mse _,
                    Loss.Bce _,
                    Loss.BceLogits _,
                    Loss.Hinge _,
                    Loss.CrossEntropy _,
                    Loss.SoftCrossEntropy _,
                    Loss.Weighted _ ->
                DataSource.joined(Stream.concat(
                                Stream.of("def sum_of_losses(output, target):", "    \"\"\"" + says + "\"\"\""),
                                LongLine.of(
                                        PythonText.INDENT,
                                        "return ",
                                        training.loss().torch().orElseThrow())
                                        .stream())
                        .toList());
        };
    }

    private String custom(Loss.Custom custom, String says) {
        int outputs = network.outputs();
        List<TorchExpression> inputs = new ArrayList<>();
        IntStream.range(0, outputs).forEach(i -> inputs.add(TorchExpression.whole("output[:, " + i + "]")));
        IntStream.range(0, custom.targetWidth())
                .forEach(i -> inputs.add(TorchExpression.whole("target[:, " + i + "]")));
        IntStream.range(0, custom.recording().parameterCount())
                .forEach(i -> inputs.add(TorchExpression.whole("parameters[" + i + "]")));
        RecordedFunction.Body body = RecordedFunction.of(custom.recording(), inputs);
        TorchExpression result = body.results().getFirst();
        if (result.isNumber()) {
            throw new NoTorchForm("a loss that does not depend on the prediction");
        }
        String total =
                result.level() < 5 || result.isName() ? "torch.sum(" + result.text() + ")" : result.text() + ".sum()";
        return RecordedFunction.function(
                "sum_of_losses", "output, target" + (knowsParameters() ? ", parameters" : ""), says, body, total);
    }

    private boolean knowsParameters() {
        return training.loss() instanceof Loss.Custom custom
                && custom.recording().parameterCount() > 0;
    }

    private String penalty() {
        List<String> parts = new ArrayList<>();
        if (training.penalty().l1() != 0) {
            parts.add(PythonText.number(training.penalty().l1()) + " * sum(p.abs().sum() for p in net.parameters())");
        }
        if (training.penalty().l2() != 0) {
            parts.add(PythonText.number(training.penalty().l2()) + " * sum((p ** 2).sum() for p in net.parameters())");
        }
        String sum =
                parts.size() == 1 ? parts.getFirst() : "(\n        " + String.join("\n        + ", parts) + "\n    )";
        return "def penalty(net):\n    \"\"\"What large parameters add to the loss.\"\"\"\n    return " + sum + "\n";
    }

    /** The loss of this process's part of a batch, whose mean over all processes is that of the whole batch. */
    List<String> objective(String indent) {
        List<String> lines = new ArrayList<>();
        String parameters = "";
        if (knowsParameters()) {
            lines.add(indent + "parameters = nn.utils.parameters_to_vector(net.parameters())");
            parameters = ", parameters";
        }
        lines.add(indent + "loss = sum_of_losses(model(inputs[part]), targets[part]" + parameters + ")");
        lines.add(indent
                + (training.reduce() == Reduce.MEAN ? "loss = loss * world / " + count() : "loss = loss * world")
                + (isPlain() ? "" : " + penalty(net)"));
        return lines;
    }

    /**
     * How much some samples count together in a mean: as many as they are, or the weights of their classes.
     *
     * @param targets their targets, in Python
     * @param length how many they are, in Python
     */
    String samples(String targets, String length) {
        return training.loss().hasShares() ? "share(" + targets + ")" : length;
    }

    private static String share(Loss.Weighted weighted) {
        return """
            def share(targets):
                ""\"How much some samples count together, by their classes.""\"
                weights = targets.new_tensor(%s)
                return weights[targets.squeeze(1).long()].sum()
            """.formatted(Arrays.toString(weighted.weights()));
    }

    private String count() {
        if (training.loss().hasShares()) {
            return samples("targets[batch]", "");
        }
        int numbers = training.loss().numbersPerSample(network.outputs());
        return numbers == 1 ? "len(batch)" : "(%d * len(batch))".formatted(numbers);
    }

    Optional<String> accuracy() {
        return training.loss().decision().map(decision -> """
            def accuracy(net, inputs, targets):
                ""\"The share of samples that the network gets right.""\"
                with torch.no_grad():
                    output = net(inputs)
                right = %s
                return right.double().mean().item()
            """.formatted(right(decision)));
    }

    private String right(Decision decision) {
        return switch (decision) {
            case PROBABILITY -> "((output > 0.5) == (targets > 0.5)).all(1)";
            case LOGIT -> "((output > 0) == (targets > 0.5)).all(1)";
            case SIGN -> "((output > 0) == (targets > 0)).all(1)";
            case LARGEST ->
                training.loss().targetWidth(network.outputs()) == 1
                        ? "output.argmax(1) == targets[:, 0]"
                        : "output.argmax(1) == targets.argmax(1)";
        };
    }
}
