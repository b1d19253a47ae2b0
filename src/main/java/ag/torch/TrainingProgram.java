package ag.torch;

import ag.nn.training.Training;
import ag.optimize.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A training as a program for PyTorch, in one file: the same steps on the same batches from the same parameters, in one process or in
 * several that torchrun starts.
 */
public final class TrainingProgram {
    private final TorchTraining all;
    private final Training training;
    private final NetworkSource network;
    private final LossSource loss;
    private final DataSource data;
    private final OptimizerSource optimizer;
    private final TrainingLoop loop;
    private final String file;

    private TrainingProgram(TorchTraining all, String file) {
        this.all = all;
        this.file = file;
        training = all.training();
        network = new NetworkSource(all.network().network());
        loss = new LossSource(all.network().network(), training);
        data = new DataSource(all.data());
        optimizer = new OptimizerSource(all.course(), "net.parameters()", "options.epochs");
        loop = new TrainingLoop(all, loss, optimizer);
    }

    /**
     * The program.
     *
     * @param file what its file is called, without folders
     * @throws NoTorchForm where something has no form in PyTorch
     */
    public static String of(TorchTraining training, String file) {
        return new TrainingProgram(training, file).text();
    }

    private boolean hasBatches() {
        return training.batch() > 0;
    }

    private boolean searches() {
        return all.course().optimizers().getFirst().rule().needs() == Needs.SEARCH;
    }

    private boolean endsByStep() {
        return training.steps() < Long.MAX_VALUE;
    }

    private boolean drawsFromState() {
        return hasBatches() && all.shuffling().seed().isEmpty();
    }

    private String text() {
        List<String> functions = new ArrayList<>();
        functions.addAll(network.functions());
        functions.add(network.module());
        functions.add(data.function());
        functions.addAll(loss.functions());
        List<String> ofEpochs = new ArrayList<>(optimizer.definitions());
        ofEpochs.addAll(loop.definitions());
        functions.addAll(ScheduleSource.calledIn(
                String.join("\n", ofEpochs) + String.join("\n", all.course().stops())));
        functions.addAll(ofEpochs);
        if (hasBatches()) {
            functions.add(shuffling());
        }
        if (searches()) {
            functions.add("""
                def mean(value, world):
                    ""\"The mean of a number over all processes.""\"
                    if world > 1:
                        dist.all_reduce(value)
                    return value / world
                """);
        }
        functions.add(loop.train());
        functions.add(save());
        functions.add(join());
        functions.add(options());
        functions.add(main());
        String body = functions.stream().map(function -> "\n\n" + function).collect(Collectors.joining());
        return head(body) + body + "\n\nif __name__ == \"__main__\":\n    main()\n";
    }

    private String head(String body) {
        StringBuilder text = new StringBuilder("""
            ""\"The training of the network %s as a program for PyTorch.

            Written by ag from %s; the numbers are the same.

                python3 %s
                torchrun --nproc_per_node 2 %s
            ""\"

            """.formatted(
                        all.network().name(), PythonText.origin(all.network().origin()), file, file));
        text.append("import argparse\n");
        if (drawsFromState()) {
            text.append("import base64\n");
        }
        if (data.isFile()) {
            text.append("import csv\n");
        }
        text.append("import json\n");
        if (body.contains("math.") || all.course().stops().stream().anyMatch(stop -> stop.contains("math."))) {
            text.append("import math\n");
        }
        text.append("import os\nimport sys\n\n");
        if (hasBatches()) {
            text.append("import numpy\n");
        }
        text.append("import torch\nimport torch.distributed as dist\n");
        if (body.contains(" F.") || body.contains("(F.")) {
            text.append("import torch.nn.functional as F\n");
        }
        text.append("from torch import nn\n\n");
        text.append("EPOCHS = ").append(training.epochs()).append('\n');
        if (hasBatches()) {
            text.append("BATCH = ").append(training.batch()).append('\n');
        }
        if (endsByStep()) {
            text.append("STEPS = ").append(training.steps()).append('\n');
        }
        text.append("\n# ").append(data.describe()).append('\n');
        text.append(data.constants());
        text.append("\n# Layer by layer: the weights, row by row, then the biases.\n");
        text.append(DataSource.joined(PythonText.list(
                "",
                "PARAMETERS = [",
                Arrays.stream(all.network().parameters())
                        .mapToObj(PythonText::real)
                        .toList(),
                "]")));
        text.append("\n# What each layer applies, for the file that ag reads.\n");
        text.append(DataSource.joined(PythonText.list("", "ACTIVATIONS = [", network.activations(), "]")));
        if (drawsFromState()) {
            text.append(state());
        }
        return text.toString();
    }

    /** The random numbers go on where others were drawn before. */
    private String state() {
        int[] words = all.shuffling().state().words();
        byte[] bytes = new byte[4 * words.length];
        for (int i = 0; i < words.length; i++) {
            for (int k = 0; k < 4; k++) {
                bytes[4 * i + k] = (byte) (words[i] >>> (8 * k));
            }
        }
        String text = Base64.getEncoder().encodeToString(bytes);
        StringBuilder lines =
                new StringBuilder("\n# Where the random numbers stood that order the samples.\nSTATE = (\n");
        for (int from = 0; from < text.length(); from += 72) {
            lines.append("    \"")
                    .append(text, from, Math.min(from + 72, text.length()))
                    .append("\"\n");
        }
        return lines.append(")\n").toString();
    }

    private String shuffling() {
        OptionalLong seed = all.shuffling().seed();
        String begin = seed.isPresent()
                ? "    random = numpy.random.RandomState(" + seed.getAsLong() + ")\n"
                : """
                    random = numpy.random.RandomState()
                    words = numpy.frombuffer(base64.b64decode(STATE), dtype="<u4")
                    random.set_state(("MT19937", words, %d))
                """.formatted(all.shuffling().state().position());
        return """
            def permutations(count):
                ""\"The order of the samples in each epoch, as ag draws it.""\"
            """ + begin + """
                while True:
                    yield torch.as_tensor(random.permutation(count))
            """;
    }

    private String save() {
        String decision = training.loss()
                .decision()
                .map(each -> "        \"decision\": \"" + each.name().toLowerCase(Locale.ROOT) + "\",\n")
                .orElse("");
        return """
            def save(net, path):
                ""\"Writes the network for ag: load net from "net.json".""\"
                layers = []
                for layer, applied in zip(net.children(), ACTIVATIONS):
                    parameters = {
                        "outputs": layer.out_features,
                        "bias": layer.bias is not None,
                        "weights": layer.weight.tolist(),
                    }
                    if layer.bias is not None:
                        parameters["biases"] = layer.bias.tolist()
                    layers.append(parameters | applied)
                model = {
                    "format": "ag model",
                    "version": 1,
                    "name": %s,
                    "inputs": net.layer1.in_features,
            %s        "layers": layers,
                    "checksum": "none",
                }
                with open(path, "w", encoding="utf-8") as file:
                    json.dump(model, file, indent=2)
            """.formatted(PythonText.text(all.network().name()), decision);
    }

    private static String join() {
        return """
            def join():
                ""\"The number of this process, how many there are, and its device.""\"
                rank = int(os.environ.get("RANK", 0))
                world = int(os.environ.get("WORLD_SIZE", 1))
                device = torch.device("cpu")
                if torch.cuda.is_available():
                    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
                    torch.cuda.set_device(device)
                if world > 1:
                    backend = "nccl" if device.type == "cuda" else "gloo"
                    dist.init_process_group(backend)
                return rank, world, device
            """;
    }

    private String options() {
        String file = data.isFile() ? """
                parser.add_argument(
                    "--data",
                    metavar="FILE",
                    default=%s,
                    help="the samples (%%(default)s)",
                )
            """.formatted(data.path()) : "";
        return """
            def parse_options():
                ""\"What is asked for on the command line.""\"
                parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
            """ + file + """
                    parser.add_argument(
                        "--epochs",
                        type=int,
                        default=EPOCHS,
                        metavar="N",
                        help="how often all samples are used (%%(default)s)",
                    )
                    parser.add_argument(
                        "--dtype",
                        choices=["float64", "float32"],
                        default="float64",
                        help="the precision of all numbers (%%(default)s)",
                    )
                    parser.add_argument(
                        "--json",
                        action="store_true",
                        help="print all losses as JSON, and progress to stderr",
                    )
                    parser.add_argument(
                        "--log",
                        type=int,
                        default=%d,
                        metavar="N",
                        help="print every N-th epoch (%%(default)s)",
                    )
                    parser.add_argument(
                        "--checkpoint",
                        metavar="FILE",
                        help="write a file from which training can go on",
                    )
                    parser.add_argument(
                        "--every",
                        type=int,
                        default=50,
                        metavar="N",
                        help="write it every N epochs (%%(default)s)",
                    )
                    parser.add_argument(
                        "--resume", metavar="FILE", help="go on from such a file"
                    )
                    parser.add_argument(
                        "--save",
                        metavar="FILE",
                        help='write the network for ag: load net from "FILE"',
                    )
                    return parser.parse_args()
                """.formatted(all.course().logEvery());
    }

    private String main() {
        boolean accuracy = loss.accuracy().isPresent();
        return """
            def main():
                ""\"Trains, and says what came of it.""\"
                options = parse_options()
                torch.set_default_dtype(getattr(torch, options.dtype))
                rank, world, device = join()
                inputs, targets = (part.to(device) for part in samples(%s))
                net = Net()
                start = torch.tensor(PARAMETERS)
                nn.utils.vector_to_parameters(start, net.parameters())
                net.to(device)
                losses = train(net, inputs, targets, options, rank, world)
                if rank == 0:
                    result = {"loss": losses%s}
                    if options.json:
                        print(json.dumps(result))
            %s        if options.save:
                        save(net, options.save)
                if world > 1:
                    dist.destroy_process_group()
            """.formatted(
                data.isFile() ? "options.data" : "",
                accuracy ? ", \"accuracy\": accuracy(net, inputs, targets)" : "",
                accuracy ? "        else:\n            print(f\"accuracy {100 * result['accuracy']:.6g} %\")\n" : "");
    }
}
