package ag.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Activation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported trainings give the losses in PyTorch that they give here: all losses, activations, optimizers, schedules. */
@Tag("slow")
final class SameLossesTest {
    private static final double NEAR = 1e-9;

    private static final String HEAD = """
        data d { 0.5, 1 -> 1; -1, 0.25 -> 0; 0.75, 0.3 -> 1; -0.2, -0.6 -> 0; 0.1, 0.9 -> 1 }
        """;

    private static final String NET = HEAD + "mlp net { input 2; layer 3 tanh; layer 1; seed 4 }\n";

    private static final String MANY = """
        data d = make_moons(n = 20, noise = 0.2, seed = 5)
        mlp net { input 2; layer 4 tanh; layer 1; seed 8 }
        """;

    /** Runs each program in a process that has loaded PyTorch once; a line of JSON for each. */
    private static final String RUNNER = """
        import runpy, sys
        for path in sys.argv[1:]:
            sys.argv = [path, "--json"]
            runpy.run_path(path, run_name="__main__")
        """;

    @TempDir
    private Path folder;

    @Test
    void losses() throws Exception {
        requireSame(List.of(
                NET + train("loss mse"),
                NET + train("loss mse; reduce sum"),
                NET + train("regularize l1(0.01); regularize l2(0.02)"),
                HEAD + "mlp net { input 2; layer 3 tanh; layer 1 sigmoid; seed 4 }\n" + train("loss bce"),
                NET + train("loss bce_logits"),
                NET + train("loss bce_logits(pos_weight = 2.5)"),
                MANY + train("loss bce_logits(pos_weight = 2.5); batch 6; seed 3"),
                HEAD + "mlp net { input 2; layer 3 tanh; layer 2; seed 4 }\n"
                        + train("loss cross_entropy(weight = [1, 3]); batch 2; seed 3"),
                "data d { 0.5, 1 -> 1; -1, 0.25 -> -1; 0.75, 0.3 -> 1 }\n"
                        + "mlp net { input 2; layer 3 tanh; layer 1; seed 4 }\n" + train("loss hinge"),
                HEAD + "mlp net { input 2; layer 3 tanh; layer 2; seed 4 }\n" + train("loss cross_entropy"),
                HEAD + "e = one_hot(d)\nmlp net { input 2; layer 3 tanh; layer 2; seed 4 }\n"
                        + train("loss cross_entropy").replace("on d", "on e"),
                "soft(p, t) = log(1 + exp(-p*t)) + 0.1*(if p > t then p else t^2)\n" + NET + train("loss soft"),
                "far(p, t) = norm(p - t) + logsumexp(p) + max(p) - min(p*t) + dot(p, t)\n"
                        + "data d { 0.5, 1 -> 1, 0, 2; -1, 0.25 -> 0, 1, 1 }\n"
                        + "mlp net { input 2; layer 3; seed 4 }\n" + train("loss far"),
                HEAD + "mlp net { input 2; layer 3 tanh; layer 1; seed 4 }\n"
                        + "flat(p, t) = (p - t)^2 + hypot(p, 1) - 2^p/3 + mod(p, 0.3) + atan2(p, 2)\n"
                        + train("loss flat")));
    }

    @Test
    void activations() throws Exception {
        List<String> programs = new ArrayList<>();
        Stream<String> functions = Operation.functions().stream()
                .filter(row -> row.kind() == Operation.Kind.FUNCTION && row.partials() instanceof Partials.Unary)
                .map(Operation::symbol)
                // A name that the language gives to a function of several numbers.
                .filter(name -> !name.startsWith("normal_"));
        for (String name : Stream.concat(functions, Stream.of("leaky_relu", "elu", "softmax"))
                .toList()) {
            assertThat(Activation.named(name)).as(name).isPresent();
            for (String init : List.of("uniform(0.1, 0.3)", "uniform(1, 1.5)")) {
                programs.add("data d { 0.5, 1 -> 1; 1, 0.25 -> 0; 0.75, 0.3 -> 1 }\n"
                        + "mlp net { input 2; layer 3 " + name + "; layer 1; init " + init + "; seed 4 }\n"
                        + train("optimizer sgd(lr = 0.001)"));
            }
        }
        requireSame(programs);
    }

    @Test
    void optimizers() throws Exception {
        List<String> lines;
        try (Stream<String> all = Files.lines(Path.of("src/test/resources/nn/optimizers.jsonl"))) {
            lines = all.map(line -> line.replaceAll("^\\{\"optimizer\": \"([^\"]*)\".*", "$1"))
                    .toList();
        }
        List<String> programs = new ArrayList<>();
        for (String optimizer : lines) {
            boolean up = optimizer.contains("maximize");
            programs.add(NET + train((up ? "loss bce_logits; " : "") + "optimizer " + optimizer));
        }
        programs.add(NET + train("optimizer nadam(lr = 0.01, maximize = true)"));
        programs.add(NET + train("optimizer radam(lr = 0.01, maximize = true, weight_decay = 0.1)"));
        requireSame(programs);
    }

    @Test
    void courses() throws Exception {
        requireSame(List.of(
                NET + train("optimizer sgd(lr = 0.1*0.9^epoch)"),
                NET + train("optimizer sgd(lr = reduce_lr_on_plateau(0.9, losses, patience = 1))"),
                NET + train("optimizer sgd(lr = 0.05*(1 + cos(pi*epoch/epochs)), momentum = 0.5 + 0.01epoch)"),
                NET + "base = 0.3\nrate(e) = base/(1 + e)\n" + train("optimizer adam(lr = rate(epoch))"),
                NET + "base = 0.3\n" + train("optimizer adam(lr = base*exp(-epoch/4), beta1 = 0.9 - 0.02*epoch)"),
                NET + train("optimizer adam(lr = if epoch < 5 then 0.1 else 0.01)"),
                NET + "goal = 0.2\n"
                        + train("stop when loss < goal; optimizer adam(lr = 0.05); epochs 60")
                                .replace("epochs 12; ", ""),
                NET + train("stop when epoch >= 4 or not (loss > -1)"),
                MANY + train("batch 6; seed 3; loss bce_logits"),
                MANY + "random()\n" + train("batch 7; loss bce_logits; optimizer adam(lr = 0.05)"),
                MANY + train("batch 6; stop after step 9"),
                MANY + train("stop after step 5"),
                MANY + train("batch 6; reduce sum; clip norm 0.5; regularize l2(0.1)"),
                MANY + train("batch 6; clip value 0.01*(epoch + 1); clip norm 1"),
                MANY + train("batch 10; optimizer lbfgs(lr = 0.1, line_search = false)"),
                MANY + train("optimizer lbfgs; reduce sum; regularize l2(0.1)")));
    }

    /** The schedules of the reference, some at a time, and those that are put together. */
    @Test
    void schedules() throws Exception {
        List<String> lines;
        try (Stream<String> all = Files.lines(Path.of("src/test/resources/nn/schedules.jsonl"))) {
            lines = all.map(line -> line.replaceAll("^\\{\"schedule\": \"([^\"]*)\".*", "$1")
                            .replace('\'', '"'))
                    .toList();
        }
        List<String> programs = new ArrayList<>();
        for (String schedule : lines) {
            String setting = schedule.contains("momentum") ? "lr = 0.02, momentum = " : "lr = ";
            programs.add(
                    NET + train("optimizer sgd(" + setting + schedule + ")").replace("epochs 12", "epochs 40"));
        }
        programs.add(NET + "warm = 3\n"
                + train("optimizer adam(lr = if epoch < warm then linear_lr(0.1, epoch, total_iters = warm)"
                        + " else multistep_lr(0.1, epoch, milestones = [5, 2*warm + 2]))"));
        programs.add(NET
                + train("optimizer sgd(lr = linear_lr(cosine_annealing_lr(0.1, epoch, epochs), epoch))"
                        + "; clip norm step_lr(1, epoch, 4)"));
        programs.add(MANY
                + train("batch 6; seed 3; optimizer sgd(lr = one_cycle_lr(0.1, step, total_steps = steps),"
                        + " momentum = one_cycle_momentum(0.9, step, total_steps = steps))"));
        programs.add(MANY
                + train("batch 7; seed 4; clip norm 0.5; loss bce_logits; optimizer adam(lr = if epoch < 3"
                        + " then 0.01 else 0.02/(1 + 0.1*step), beta1 = 0.9 - 0.5*step/steps)"));
        programs.add(NET + train("optimizer adagrad(lr = 0.1/(step + 1))"));
        programs.add(NET + "step_lr(r, e) = r/(e + 1)\n" + train("optimizer sgd(lr = step_lr(0.1, epoch))"));
        requireSame(programs);
    }

    private static String train(String lines) {
        String optimizer = lines.contains("optimizer") ? "" : "optimizer sgd(lr = 0.1); ";
        return "train net on d { epochs 12; " + optimizer + lines + " }\n";
    }

    private void requireSame(List<String> programs) throws Exception {
        PyTorch torch = PyTorch.here();
        List<Exported> exported = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("-c", RUNNER));
        for (int i = 0; i < programs.size(); i++) {
            String file = "p" + i + ".py";
            exported.add(Exported.by(programs.get(i) + "export net to \"" + file + "\"\n", folder));
            arguments.add(file);
        }
        PyTorch.Said said = torch.run(folder, arguments.toArray(String[]::new));
        assertThat(said.status()).as(said.errors()).isZero();
        List<String> lines = said.out().lines().toList();
        for (int i = 0; i < programs.size(); i++) {
            double[] theirs = losses(lines.get(i));
            double[] ours = exported.get(i).losses();
            String program = programs.get(i);
            assertThat(theirs).as(program).hasSameSizeAs(ours);
            for (int k = 0; k < ours.length; k++) {
                assertThat(same(ours[k], theirs[k]))
                        .as(
                                "epoch %d of%n%s: %s, and PyTorch says %s",
                                k, program, Arrays.toString(ours), Arrays.toString(theirs))
                        .isTrue();
            }
        }
    }

    private static boolean same(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));
    }

    /** The losses in a line such as {@code {"loss": [0.5, 0.25], …}}. */
    static double[] losses(String json) {
        String list = json.substring(json.indexOf('[') + 1, json.indexOf(']'));
        return Arrays.stream(list.split(", ", -1))
                .filter(number -> !number.isEmpty())
                .map(number -> number.toLowerCase(Locale.ROOT).equals("nan") ? "NaN" : number)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
