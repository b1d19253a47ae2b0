package ag.optimize;

import java.util.List;

/**
 * The learning-rate schedules of PyTorch, a row each: what a rate {@code lr} has become in an epoch, counted from 0. Each is a function
 * of the language, so that schedules multiply, follow each other and can be plotted as any function can. What they compute is the closed
 * form of the classes in {@code torch.optim.lr_scheduler}, which PyTorch reaches step by step.
 */
public enum RateSchedule {
    STEP(
            "step_lr",
            "StepLR",
            "lr, epoch, step_size, gamma = 0.1",
            "learning rate that is multiplied by gamma every step_size epochs",
            "step_lr(0.1, 35, step_size = 30)",
            "return lr * gamma ** (epoch // step_size)"),
    MULTI_STEP(
            "multistep_lr",
            "MultiStepLR",
            "lr, epoch, milestones, gamma = 0.1",
            "learning rate that is multiplied by gamma at each of the epochs in milestones",
            "multistep_lr(0.1, 35, milestones = [30, 80])",
            "return lr * gamma ** sum(epoch >= each for each in milestones)"),
    EXPONENTIAL(
            "exponential_lr",
            "ExponentialLR",
            "lr, epoch, gamma",
            "learning rate that is multiplied by gamma in each epoch",
            "exponential_lr(0.1, 10, gamma = 0.9)",
            "return lr * gamma**epoch"),
    CONSTANT(
            "constant_lr",
            "ConstantLR",
            "lr, epoch, factor = 1/3, total_iters = 5",
            "learning rate that is multiplied by factor in the first total_iters epochs, and is lr from then on",
            "constant_lr(0.1, 2, factor = 0.5)",
            "return lr * factor if epoch < total_iters else lr"),
    LINEAR(
            "linear_lr",
            "LinearLR",
            "lr, epoch, start_factor = 1/3, end_factor = 1, total_iters = 5",
            "learning rate that goes in a line from lr*start_factor to lr*end_factor within total_iters epochs: a"
                    + " warm-up",
            "linear_lr(0.1, 2, start_factor = 0.1)",
            "share = min(epoch, total_iters) / total_iters",
            "return lr * (start_factor + (end_factor - start_factor) * share)"),
    POLYNOMIAL(
            "polynomial_lr",
            "PolynomialLR",
            "lr, epoch, total_iters = 5, power = 1",
            "learning rate that falls to 0 within total_iters epochs, as (1 - epoch/total_iters)^power",
            "polynomial_lr(0.1, 10, total_iters = 50, power = 2)",
            "return lr * (1 - min(epoch, total_iters) / total_iters) ** power"),
    COSINE(
            "cosine_annealing_lr",
            "CosineAnnealingLR",
            "lr, epoch, T_max, eta_min = 0",
            "learning rate that falls from lr to eta_min within T_max epochs, as half a wave of the cosine, and rises"
                    + " after them",
            "cosine_annealing_lr(0.1, 25, T_max = 50)",
            "share = (1 + math.cos(math.pi * epoch / T_max)) / 2",
            "return eta_min + (lr - eta_min) * share"),
    COSINE_RESTARTS(
            "cosine_annealing_warm_restarts",
            "CosineAnnealingWarmRestarts",
            "lr, epoch, T_0, T_mult = 1, eta_min = 0",
            "learning rate that falls from lr to eta_min within T_0 epochs, as half a wave of the cosine, and starts"
                    + " again, each time for T_mult times as long",
            "cosine_annealing_warm_restarts(0.1, 25, T_0 = 10, T_mult = 2)",
            "since, length = epoch, T_0",
            "while since >= length:",
            "    since -= length",
            "    length *= T_mult",
            "return eta_min + (lr - eta_min) * (1 + math.cos(math.pi * since / length)) / 2"),
    CYCLIC(
            "cyclic_lr",
            "CyclicLR",
            "base_lr, epoch, max_lr, step_size_up = 2000, step_size_down = 0, mode = \"triangular\", gamma = 1",
            "learning rate that rises from base_lr to max_lr in step_size_up steps and falls in step_size_down, or as"
                    + " many, again and again; mode is \"triangular\", \"triangular2\" for half as high each time, or"
                    + " \"exp_range\" for lower by gamma with each step",
            "cyclic_lr(0.01, 12, max_lr = 0.1, step_size_up = 10)",
            "total = step_size_up + (step_size_down or step_size_up)",
            "cycle = epoch // total",
            "place, top = epoch / total - cycle, step_size_up / total",
            "height = place / top if place <= top else (1 - place) / (1 - top)",
            "height *= {\"triangular\": 1, \"triangular2\": 0.5**cycle, \"exp_range\": gamma**epoch}[mode]",
            "return base_lr + (max_lr - base_lr) * height"),
    CYCLIC_MOMENTUM(
            "cyclic_momentum",
            "CyclicLR",
            "max_momentum, epoch, base_momentum = 0.8, step_size_up = 2000, step_size_down = 0, mode = \"triangular\","
                    + " gamma = 1",
            "momentum that falls from max_momentum to base_momentum while cyclic_lr rises, and rises while it falls",
            "cyclic_momentum(0.9, 12, step_size_up = 10)",
            "total = step_size_up + (step_size_down or step_size_up)",
            "cycle = epoch // total",
            "place, top = epoch / total - cycle, step_size_up / total",
            "height = place / top if place <= top else (1 - place) / (1 - top)",
            "height *= {\"triangular\": 1, \"triangular2\": 0.5**cycle, \"exp_range\": gamma**epoch}[mode]",
            "return max_momentum - (max_momentum - base_momentum) * height"),
    ONE_CYCLE_MOMENTUM(
            "one_cycle_momentum",
            "OneCycleLR",
            "max_momentum, epoch, total_steps, pct_start = 0.3, base_momentum = 0.85",
            "momentum that falls from max_momentum to base_momentum while one_cycle_lr rises, and rises while it falls",
            "one_cycle_momentum(0.95, 14, total_steps = 50)",
            "top = pct_start * total_steps - 1",
            "if epoch <= top:",
            "    share = epoch / top if top > 0 else 1",
            "else:",
            "    share = max(total_steps - 1 - epoch, 0) / (total_steps - 1 - top)",
            "return max_momentum - (max_momentum - base_momentum) * (1 - math.cos(math.pi * share)) / 2"),
    ONE_CYCLE(
            "one_cycle_lr",
            "OneCycleLR",
            "max_lr, epoch, total_steps, pct_start = 0.3, div_factor = 25, final_div_factor = 10000",
            "learning rate that rises from max_lr/div_factor to max_lr within the share pct_start of total_steps"
                + " epochs, then falls to max_lr/div_factor/final_div_factor, by cosines; one_cycle_momentum goes with"
                + " it",
            "one_cycle_lr(0.1, 14, total_steps = 50)",
            "top = pct_start * total_steps - 1",
            "low = max_lr / div_factor",
            "if epoch <= top:",
            "    share = epoch / top if top > 0 else 1",
            "else:",
            "    low = low / final_div_factor",
            "    share = max(total_steps - 1 - epoch, 0) / (total_steps - 1 - top)",
            "return low + (max_lr - low) * (1 - math.cos(math.pi * share)) / 2");

    private final String written;
    private final String torch;
    private final String parameters;
    private final String help;
    private final String example;
    private final String python;

    RateSchedule(String written, String torch, String parameters, String help, String example, String... python) {
        this.written = written;
        this.torch = torch;
        this.parameters = parameters;
        this.help = help;
        this.example = example;
        this.python = String.join("\n", python);
    }

    /** The name of its function: {@code step_lr}. */
    public String written() {
        return written;
    }

    /** What it takes, as in a signature; the rate and the epoch first. */
    public String parameters() {
        return parameters;
    }

    /** One line, in a newcomer's words. */
    public String help() {
        return help + " (PyTorch's " + torch + ")";
    }

    /** A call that can be run. */
    public String example() {
        return example;
    }

    /** The class in {@code torch.optim.lr_scheduler}. */
    public String torch() {
        return torch;
    }

    /** The lines of the function in Python, after its head. */
    public List<String> python() {
        return python.lines().toList();
    }
}
