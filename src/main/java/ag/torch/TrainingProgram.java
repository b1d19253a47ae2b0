package ag.torch;

import ag.nn.Reduce;
import ag.nn.training.Training;
import ag.optimize.Needs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private final Optional<EpochNumbers> clipNorm;
    private final Optional<EpochNumbers> clipValue;
    private final String file;

    private TrainingProgram(TorchTraining all, String file) {
        this.all = all;
        this.file = file;
        training = all.training();
        network = new NetworkSource(all.network().network());
        loss = new LossSource(all.network().network(), training);
        data = new DataSource(all.data());
        optimizer = new OptimizerSource(all.course(), "net.parameters()", "options.epochs");
        clipNorm = EpochNumbers.clip(all.course(), true);
        clipValue = EpochNumbers.clip(all.course(), false);
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

    private boolean bySteps() {
        return all.course().bySteps();
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
        clipNorm.filter(series -> !series.isConstant()).ifPresent(series -> ofEpochs.add(series.definition()));
        clipValue.filter(series -> !series.isConstant()).ifPresent(series -> ofEpochs.add(series.definition()));
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
        functions.add(train());
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

    private String train() {
        List<String> lines = new ArrayList<>();
        lines.add("def train(net, inputs, targets, options, rank, world):");
        lines.add("    \"\"\"Trains the network; gives the loss of each epoch.\"\"\"");
        lines.add("    model = net");
        lines.add("    if world > 1:");
        lines.add("        model = nn.parallel.DistributedDataParallel(net)");
        lines.addAll(optimizer.construction("    "));
        lines.add("    losses = []");
        lines.add("    if options.resume:");
        lines.add("        saved = torch.load(options.resume, map_location=inputs.device)");
        lines.add("        net.load_state_dict(saved[\"net\"])");
        lines.add("        optimizer.load_state_dict(saved[\"optimizer\"])");
        lines.add("        losses = saved[\"losses\"]");
        if (hasBatches()) {
            lines.add("    orders = permutations(len(inputs))");
            lines.add("    for _ in losses:");
            lines.add("        next(orders)");
        } else {
            lines.add("    batch = torch.arange(len(inputs), device=inputs.device)");
            lines.add("    part = batch[rank::world]");
        }
        if (endsByStep()) {
            lines.add("    steps = 0");
        }
        if (bySteps()) {
            lines.add("    per_epoch = " + (hasBatches() ? "-(-len(inputs) // BATCH)" : "1"));
            lines.add("    step = len(losses) * per_epoch");
            lines.add("    steps = options.epochs * per_epoch");
        }
        lines.add("    for epoch in range(len(losses), options.epochs):");
        if (!bySteps()) {
            lines.addAll(optimizer.updates("        "));
        }
        if (hasBatches()) {
            lines.add("        total = torch.zeros((), device=inputs.device)");
            lines.add("        for batch in next(orders).to(inputs.device).split(BATCH):");
            step(lines, "            ");
            lines.add("            total += " + weighted(searches() ? "loss" : "loss.detach()"));
        } else {
            step(lines, "        ");
            lines.add("        total = " + weighted(searches() ? "loss" : "loss.detach()"));
        }
        if (!searches()) {
            lines.add("        if world > 1:");
            lines.add("            dist.all_reduce(total)");
        }
        String divisor = (searches() ? "" : " / world")
                + (isMean() && hasBatches()
                        ? " / " + (training.loss().hasShares() ? "share(targets).item()" : "len(inputs)")
                        : "");
        lines.add("        losses.append(total.item()" + divisor + ")");
        lines.add("        last = epoch + 1 == options.epochs");
        lines.add("        if rank == 0 and (epoch % options.log == 0 or last):");
        lines.add("            progress(epoch, losses[-1], options)");
        lines.add("        due = (epoch + 1) % options.every == 0 or last");
        lines.add("        if rank == 0 and options.checkpoint and due:");
        lines.add("            saved = {");
        lines.add("                \"net\": net.state_dict(),");
        lines.add("                \"optimizer\": optimizer.state_dict(),");
        lines.add("                \"losses\": losses,");
        lines.add("            }");
        lines.add("            torch.save(saved, options.checkpoint)");
        stops(lines);
        lines.add("    return losses");
        return """
            def progress(epoch, loss, options):
                ""\"Prints a line for an epoch.""\"
                file = sys.stderr if options.json else sys.stdout
                line = f"epoch {epoch + 1} of {options.epochs}: loss {loss:.6g}"
                print(line, file=file, flush=True)


            """ + DataSource.joined(lines);
    }

    private boolean isMean() {
        return training.reduce() == Reduce.MEAN;
    }

    private String weighted(String of) {
        return isMean() && hasBatches() ? loss.samples("targets[batch]", "len(batch)") + " * " + of : of;
    }

    private void stops(List<String> lines) {
        List<String> stops = all.course().stops();
        if (stops.isEmpty()) {
            return;
        }
        String all = String.join(" ", stops);
        if (all.matches(".*\\bepochs\\b.*")) {
            lines.add("        epochs = options.epochs");
        }
        if (all.matches(".*\\bloss\\b.*")) {
            lines.add("        loss = losses[-1]");
        }
        for (String stop : stops) {
            lines.add("        if " + stop + ":");
            lines.add("            break");
        }
    }

    private void step(List<String> lines, String indent) {
        if (endsByStep()) {
            lines.add(indent + "if steps == STEPS:");
            lines.add(indent + "    return losses");
            lines.add(indent + "steps += 1");
        }
        if (hasBatches()) {
            lines.add(indent + "part = batch[rank::world]");
        }
        if (bySteps()) {
            lines.addAll(optimizer.updates(indent));
            lines.add(indent + "step += 1");
        }
        String backward = optimizer.negates() ? "(-loss).backward()" : "loss.backward()";
        if (searches()) {
            lines.add("");
            lines.add(indent + "def closure():");
            lines.add(indent + "    optimizer.zero_grad()");
            lines.addAll(loss.objective(indent + "    "));
            lines.add(indent + "    " + backward);
            lines.add(indent + "    return mean(loss.detach(), world)");
            lines.add("");
            lines.add(indent + "loss = optimizer.step(closure)");
            return;
        }
        lines.add(indent + "optimizer.zero_grad()");
        lines.addAll(loss.objective(indent));
        lines.add(indent + backward);
        clipValue.ifPresent(limit -> lines.addAll(clipping(indent, "nn.utils.clip_grad_value_", limit)));
        clipNorm.ifPresent(limit -> lines.addAll(clipping(indent, "nn.utils.clip_grad_norm_", limit)));
        lines.add(indent + "optimizer.step()");
    }

    private static List<String> clipping(String indent, String function, EpochNumbers limit) {
        return PythonText.list(indent, function + "(", List.of("net.parameters()", limit.use("options.epochs")), ")");
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
