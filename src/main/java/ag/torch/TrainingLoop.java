package ag.torch;

import ag.nn.Reduce;
import ag.nn.training.Training;
import ag.optimize.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The loop over epochs and batches in a program for PyTorch: the function {@code train}, and the line it prints for an epoch. */
final class TrainingLoop {
    private final TorchTraining all;
    private final Training training;
    private final LossSource loss;
    private final OptimizerSource optimizer;
    private final Optional<EpochNumbers> clipNorm;
    private final Optional<EpochNumbers> clipValue;

    TrainingLoop(TorchTraining all, LossSource loss, OptimizerSource optimizer) {
        this.all = all;
        this.loss = loss;
        this.optimizer = optimizer;
        training = all.training();
        clipNorm = EpochNumbers.clip(all.course(), true);
        clipValue = EpochNumbers.clip(all.course(), false);
    }

    /** The limits of gradients that change from epoch to epoch, as functions. */
    List<String> definitions() {
        return Stream.of(clipNorm, clipValue)
                .flatMap(Optional::stream)
                .filter(series -> !series.isConstant())
                .map(EpochNumbers::definition)
                .toList();
    }

    String train() {
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
}
