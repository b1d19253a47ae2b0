package ag.torch;

import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program of ag printed, and the programs for PyTorch that it wrote into a folder. */
record Exported(List<Result> results, Path folder) {
    /** Runs a program, whose files are those of the folder; a mistake in it is one of the test. */
    static Exported by(String program, Path folder) {
        Exported exported = tried(program, folder);
        for (Result result : exported.results) {
            if (result instanceof Result.Failed failed) {
                throw new AssertionError(failed.diagnostic().message() + " in:\n" + program);
            }
        }
        return exported;
    }

    /** Runs a program that may fail. */
    static Exported tried(String program, Path folder) {
        List<Result> results = new ArrayList<>();
        new Session(results::add, ThisMachine.host((path, span) -> folder.resolve(path)), Interruption.none())
                .run(new SourceText("program.ag", program));
        return new Exported(results, folder);
    }

    /** The losses of all trainings, one after the other. */
    double[] losses() {
        return results.stream()
                .filter(NetworkResult.Trained.class::isInstance)
                .map(NetworkResult.Trained.class::cast)
                .flatMapToDouble(trained -> java.util.Arrays.stream(trained.losses()))
                .toArray();
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
