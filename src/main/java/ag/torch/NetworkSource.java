package ag.torch;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network as a module of PyTorch, with the functions of the program that its layers apply. */
final class NetworkSource {
    /** What else is defined in a training's program. */
    private static final Set<String> TAKEN = Set.of(
            "argparse",
            "base64",
            "csv",
            "json",
            "math",
            "os",
            "sys",
            "numpy",
            "torch",
            "nn",
            "F",
            "dist",
            "open",
            "print",
            "float",
            "int",
            "len",
            "list",
            "min",
            "range",
            "sum",
            "zip",
            "accuracy",
            "join",
            "main",
            "mean",
            "parse_options",
            "penalty",
            "permutations",
            "progress",
            "samples",
            "save",
            "sum_of_losses",
            "train",
            "learning_rate",
            "clip_norm",
            "clip_value",
            "Net",
            "x");

    private static final TorchExpression X = TorchExpression.name("x");

    private final Network network;

    NetworkSource(Network network) {
        this.network = network;
    }

    /** The activations defined in the program, each once. */
    List<String> functions() {
        Map<String, String> functions = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            if (layer.activation() instanceof Activation.Custom custom) {
                functions.putIfAbsent(custom.name(), function(custom));
            }
        }
        return List.copyOf(functions.values());
    }

    private static String function(Activation.Custom custom) {
        if (!custom.isElementwise()) {
            throw new NoTorchForm("the activation " + custom.name() + " takes a whole layer");
        }
        RecordedFunction.Body body = RecordedFunction.of(custom.recording(), List.of(X));
        TorchExpression result = body.results().getFirst();
        return RecordedFunction.function(
                PythonText.name(custom.name(), TAKEN),
                "x",
                "The activation " + custom.name() + ".",
                body,
                result.isNumber() ? "torch.full_like(x, " + PythonText.real(result.text()) + ")" : result.text());
    }

    String module() {
        StringBuilder text = new StringBuilder("""
            class Net(nn.Module):
                ""\"%s.""\"

                def __init__(self):
                    super().__init__()
            """.formatted(shape()));
        int number = 0;
        for (Layer layer : network.layers()) {
            number++;
            text.append("        self.layer%d = nn.Linear(%d, %d%s)\n"
                    .formatted(number, layer.inputs(), layer.outputs(), layer.bias() ? "" : ", bias=False"));
        }
        text.append("\n    def forward(self, x):\n");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            lines.addAll(applied(network.layers().get(i).activation(), "self.layer" + (i + 1) + "(x)"));
        }
        String last = lines.removeLast();
        lines.add("return " + last.substring("x = ".length()));
        lines.forEach(line -> text.append("        ").append(line).append('\n'));
        return text.toString();
    }

    private static List<String> applied(Activation activation, String sums) {
        return switch (activation) {
            case Activation.Linear _ -> List.of("x = " + sums);
            case Activation.Softmax _ -> List.of("x = torch.softmax(" + sums + ", dim=1)");
            case Activation.Custom custom -> List.of("x = " + PythonText.name(custom.name(), TAKEN) + "(" + sums + ")");
            case Activation.Elementwise elementwise -> {
                Operation operation = elementwise.operation();
                boolean two = operation.partials() instanceof Partials.Binary;
                String letters = two ? "ab" : "x";
                boolean once = TorchExpression.occurrences(operation.torch(), letters.charAt(0)) == 1;
                List<TorchExpression> terms = new ArrayList<>(List.of(once ? TorchExpression.whole(sums) : X));
                if (two) {
                    terms.add(TorchExpression.number(elementwise.second()));
                }
                String line = "x = "
                        + TorchExpression.of(operation.torch(), letters, terms).text();
                yield once ? List.of(line) : List.of("x = " + sums, line);
            }
        };
    }

    /** {@code 2 -> 16 tanh -> 1 linear}. */
    String shape() {
        StringBuilder text = new StringBuilder(Integer.toString(network.inputs()));
        for (Layer layer : network.layers()) {
            text.append(" -> ")
                    .append(layer.outputs())
                    .append(' ')
                    .append(layer.activation().name());
        }
        return text.toString();
    }

    /** What each layer applies, as a model file tells it. */
    List<String> activations() {
        return network.layers().stream()
                .map(layer -> {
                    String own = layer.activation() instanceof Activation.Custom ? ", \"own_activation\": True" : "";
                    return "{\"activation\": "
                            + PythonText.text(layer.activation().name()) + own + "}";
                })
                .toList();
    }
}
