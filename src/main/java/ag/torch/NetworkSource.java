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

/** A network as a module of PyTorch, with the functions of the user's that its layers apply. */
final class NetworkSource {
    private static final Term X = Term.name("x");

    private final Network network;

    NetworkSource(Network network) {
        this.network = network;
    }

    /** The user's activations, each once. */
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
        Term result = body.results().getFirst();
        return RecordedFunction.function(
                PythonText.name(custom.name()),
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
            case Activation.Custom custom -> List.of("x = " + PythonText.name(custom.name()) + "(" + sums + ")");
            case Activation.Elementwise elementwise -> {
                Operation operation = elementwise.operation();
                boolean two = operation.partials() instanceof Partials.Binary;
                String letters = two ? "ab" : "x";
                boolean once = Term.occurrences(operation.torch(), letters.charAt(0)) == 1;
                List<Term> terms = new ArrayList<>(List.of(once ? Term.whole(sums) : X));
                if (two) {
                    terms.add(Term.number(elementwise.second()));
                }
                String line =
                        "x = " + Term.of(operation.torch(), letters, terms).text();
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
