package ag.nn.training;

import ag.data.DataSet;
import ag.data.RandomSource;
import ag.machine.WorkerThreads;
import ag.nn.Activation;
import ag.nn.Layer;
import ag.nn.Loss;
import ag.nn.Network;
import ag.nn.Reduce;
import ag.optimize.Optimizer;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of {@code training.jsonl}, whose losses and parameters PyTorch computed, in the terms of this package. */
record TrainingProgram(
        String id,
        Network network,
        double[] start,
        DataSet data,
        Training training,
        double[] losses,
        double[] parameters) {

    static Stream<TrainingProgram> all() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TrainingProgram.class.getResourceAsStream("/nn/training.jsonl"))) {
            List<TrainingProgram> programs = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                programs.add(parse(line));
            }
            return programs.stream();
        }
    }

    TrainingResult train(int threads) {
        return Trainer.train(
                network,
                data,
                training.withThreads(threads),
                TrainingState.start(start, new RandomSource(0)),
                TrainingListener.NONE,
                new WorkerThreads());
    }

    private static TrainingProgram parse(String line) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<Double>> numbers = new HashMap<>();
        JsonFactory factory = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        try (JsonParser parser = factory.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = Objects.requireNonNullElse(parser.currentName(), "");
                switch (token) {
                    case START_ARRAY -> numbers.put(name, numbersOf(parser));
                    case VALUE_STRING -> texts.put(name, parser.getText());
                    default -> {}
                }
            }
        }
        String program = Objects.requireNonNull(texts.get("program"));
        Network network = network(block(program, "mlp net"));
        Training training = training(block(program, "train net on d"));
        return new TrainingProgram(
                Objects.requireNonNull(texts.get("id")),
                network,
                list(first(program, "set net.parameters = \\[(.*?)]")),
                data(block(program, "data d")),
                training,
                array(Objects.requireNonNull(numbers.get("loss"))),
                array(Objects.requireNonNull(numbers.get("parameters"))));
    }

    private static List<Double> numbersOf(JsonParser parser) throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(
                    parser.currentToken() == JsonToken.VALUE_STRING
                            ? Double.parseDouble(parser.getText())
                            : parser.getDoubleValue());
        }
        return numbers;
    }

    private static DataSet data(String block) {
        List<double[]> inputs = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        for (String row : block.strip().lines().toList()) {
            List<String> sides = List.of(row.split("->", 2));
            inputs.add(list(sides.get(0)));
            targets.add(list(sides.get(1)));
        }
        return DataSet.of(inputs.toArray(double[][]::new), targets.toArray(double[][]::new));
    }

    private static Network network(String block) {
        int width = Integer.parseInt(first(block, "input (\\d+)"));
        List<Layer> layers = new ArrayList<>();
        Matcher layer = Pattern.compile("layer (\\d+) (\\w+)").matcher(block);
        while (layer.find()) {
            int neurons = Integer.parseInt(layer.group(1));
            layers.add(
                    new Layer(width, neurons, Activation.named(layer.group(2)).orElseThrow(), true));
            width = neurons;
        }
        return new Network(layers);
    }

    private static Training training(String block) {
        Loss loss = switch (first(block, "loss (\\w+)")) {
            case "mse" -> new Loss.Mse();
            case "bce" -> new Loss.Bce();
            case "bce_logits" -> new Loss.BceLogits();
            case "hinge" -> new Loss.Hinge();
            case "cross_entropy" -> new Loss.CrossEntropy();
            default -> throw new IllegalArgumentException(block);
        };
        Map<String, String> arguments = new HashMap<>();
        for (String argument : first(block, "optimizer \\w+\\((.*?)\\)").split(",", -1)) {
            List<String> sides = List.of(argument.split("=", 2));
            arguments.put(sides.get(0).strip(), sides.get(1).strip());
        }
        return new Training(
                        loss,
                        Schedule.constant(optimizer(first(block, "optimizer (\\w+)"), arguments)),
                        Integer.parseInt(first(block, "epochs (\\d+)")))
                .withReduce(Reduce.valueOf(first(block, "reduce (\\w+)").toUpperCase(Locale.ROOT)));
    }

    private static Optimizer optimizer(String name, Map<String, String> arguments) {
        Optimizer optimizer = Optimizer.of(name);
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            String value = argument.getValue();
            optimizer = optimizer.with(argument.getKey(), value.equals("true") ? 1 : Double.parseDouble(value));
        }
        return optimizer;
    }

    private static String block(String program, String head) {
        return first(program, Pattern.quote(head) + " \\{\n(.*?)\n}");
    }

    private static String first(String text, String regex) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(regex + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static double[] list(String numbers) {
        return Arrays.stream(numbers.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public String toString() {
        return id;
    }
}
