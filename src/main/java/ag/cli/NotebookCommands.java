package ag.cli;

import ag.kernel.Kernel;
import ag.kernel.KernelSpec;
import ag.machine.FileAccess;
import ag.result.print.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ag jupyter install}, and {@code ag kernel FILE}. */
final class NotebookCommands {
    /** The one thing that {@code ag jupyter} does. */
    static final String INSTALL = "install";

    /** Where the launcher is, as it tells the program. */
    private static final String LAUNCHER = "ag.launcher";

    private final Request request;
    private final Surroundings around;
    private final LineOutput out;

    NotebookCommands(Request request, Surroundings around, LineOutput out) {
        this.request = request;
        this.around = around;
        this.out = out;
    }

    ExitStatus install() throws WrongCall {
        if (!request.files().equals(List.of(INSTALL))) {
            throw new WrongCall("ag jupyter does one thing: ag jupyter install");
        }
        try {
            Path folder = KernelSpec.install(command(), around.environment(), System.getProperty("os.name", ""));
            if (!request.settings().quiet()) {
                out.print("the kernel 'ag' is in " + Visible.of(folder.toString())
                        + "\nopen a notebook with it: jupyter lab, or jupyter console --kernel ag");
            }
            return ExitStatus.OK;
        } catch (IOException unwritable) {
            throw new WrongCall("cannot write the kernel's file: " + unwritable.getMessage());
        }
    }

    /** What starts this program again: its launcher, or Java where there was none. */
    private static List<String> command() {
        String launcher = System.getProperty(LAUNCHER, "");
        if (!launcher.isEmpty()) {
            return List.of(launcher);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }

    ExitStatus kernel() throws WrongCall {
        if (request.files().size() != 1) {
            throw new WrongCall("ag kernel is started by Jupyter, with its connection file; see ag jupyter install");
        }
        try {
            Kernel.serve(
                    Path.of(request.files().getFirst()),
                    new Kernel.Settings(
                            request.settings().sandbox() ? FileAccess.NONE : FileAccess.ALL,
                            request.settings().seed(),
                            Version.current(),
                            parent()));
            return ExitStatus.OK;
        } catch (Kernel.Unusable problem) {
            throw new WrongCall(String.valueOf(problem.getMessage()));
        }
    }

    /** Jupyter says who it is; else it is the process that started this one. */
    private Optional<ProcessHandle> parent() {
        String told = around.environment().getOrDefault("JPY_PARENT_PID", "");
        return told.matches("[1-9]\\d{0,9}")
                ? ProcessHandle.of(Long.parseLong(told))
                : ProcessHandle.current().parent();
    }
}
