package ag.torch;

import static org.assertj.core.api.Assumptions.assumeThat;

import ag.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Python of this machine that has PyTorch. {@code -Dpytorch=python3} names one. */
final class PyTorch {
    private final String python;

    private PyTorch(String python) {
        this.python = python;
    }

    /** The Python; the test is skipped where there is none. */
    static PyTorch here() {
        List<String> found = Stream.of(System.getProperty("pytorch", "python3"), "/usr/bin/python3")
                .filter(each -> InstalledProgram.runs(each, "-c", "import torch"))
                .limit(1)
                .toList();
        assumeThat(found).as("a Python with PyTorch").isNotEmpty();
        return new PyTorch(found.getFirst());
    }

    /** What a process said. */
    record Said(int status, String out, String errors) {}

    /** Runs Python with these arguments in a folder. */
    Said run(Path folder, String... arguments) throws IOException, InterruptedException {
        return end(start(folder, Map.of(), "said", arguments), folder, "said");
    }

    /** Runs the same program in several processes, as torchrun does; what the first one said. */
    Said runAll(Path folder, int processes, String... arguments) throws IOException, InterruptedException {
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<Process> all = new ArrayList<>();
        for (int rank = 0; rank < processes; rank++) {
            Map<String, String> torchrun = Map.of(
                    "RANK", Integer.toString(rank),
                    "LOCAL_RANK", Integer.toString(rank),
                    "WORLD_SIZE", Integer.toString(processes),
                    "MASTER_ADDR", "127.0.0.1",
                    "MASTER_PORT", Integer.toString(port));
            all.add(start(folder, torchrun, "rank" + rank, arguments));
        }
        List<Said> said = new ArrayList<>();
        for (int rank = 0; rank < processes; rank++) {
            said.add(end(all.get(rank), folder, "rank" + rank));
        }
        return said.getFirst();
    }

    private Process start(Path folder, Map<String, String> variables, String name, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(python));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment().putAll(variables);
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder.start();
    }

    private static Said end(Process process, Path folder, String name) throws IOException, InterruptedException {
        int status = process.waitFor();
        return new Said(
                status,
                Files.readString(folder.resolve(name + ".out")),
                Files.readString(folder.resolve(name + ".err")));
    }
}
