package ag.machine;

import ag.data.CleanedData;
import ag.data.ColumnSummary;
import ag.data.CsvCleaning;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.files.CheckpointFile;
import ag.files.InterruptibleReading;
import ag.files.ModelFile;
import ag.files.OnnxFile;
import ag.files.ReadFailure;
import ag.files.StoreException;
import ag.files.csv.CleanedTable;
import ag.files.csv.CsvException;
import ag.files.csv.CsvReader;
import ag.files.csv.CsvTable;
import ag.files.csv.TableColumn;
import ag.host.Formats;
import ag.host.Trained;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.SavedModel;
import ag.nn.training.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Data sets, models and checkpoints in files of this machine. */
record LocalFormats(FileAccess access) implements Formats {
    @Override
    public DataSet readCsv(String path, CsvOptions options, Span span, Runnable pause) {
        return csv(path, span, pause, (file, between) -> CsvReader.read(file, options, between));
    }

    @Override
    public CleanedData readCsv(String path, CsvOptions options, CsvCleaning cleaning, Span span, Runnable pause) {
        return csv(
                path,
                span,
                pause,
                (file, between) -> CleanedTable.of(
                        CsvReader.table(file, options.separator(), cleaning.header(), between), options, cleaning));
    }

    @Override
    public List<ColumnSummary> describeCsv(String path, char separator, Span span, Runnable pause) {
        CsvTable table = csv(path, span, pause, (file, between) -> CsvReader.table(file, separator, true, between));
        return IntStream.range(0, table.names().size())
                .mapToObj(column -> TableColumn.of(table, column, '.').summary())
                .toList();
    }

    private <T> T csv(String path, Span span, Runnable pause, BiFunction<Path, Runnable, T> read) {
        try {
            Path file = access.path(path, span);
            return InterruptibleReading.of(file, pause, between -> read.apply(file, between));
        } catch (IOException problem) {
            throw new AgException(
                    ErrorCode.FILE,
                    "cannot read " + path + ": " + ReadFailure.of(problem).reason(),
                    span,
                    "");
        } catch (CsvException problem) {
            String line = problem.line().isPresent() ? ":" + problem.line().getAsInt() : "";
            throw new AgException(
                    ErrorCode.CSV,
                    path + line + ": " + problem.problem(),
                    span,
                    problem.hint().map(LocalFormats::inStyle).orElse(""));
        }
    }

    /** The reader of CSV speaks in sentences; messages about programs begin small. */
    private static String inStyle(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    @Override
    public SavedModel readModel(String path, Span span, Runnable pause) {
        return read(path, span, file -> ModelFile.read(file, pause));
    }

    @Override
    public void writeModel(String path, SavedModel model, Span span) {
        write(path, span, file -> ModelFile.write(file, model));
    }

    @Override
    public void writeOnnx(String path, Trained net, Span span) {
        write(path, span, file -> OnnxFile.write(file, net.name(), net.network(), net.parameters()));
    }

    @Override
    public TrainingState readCheckpoint(String path, int parameters, String optimizer, Span span, Runnable pause) {
        return read(path, span, file -> CheckpointFile.read(file, parameters, optimizer, pause));
    }

    @Override
    public void writeCheckpoint(String path, TrainingState state, Span span) {
        write(path, span, file -> CheckpointFile.write(file, state));
    }

    private void write(String path, Span span, Consumer<Path> work) {
        read(path, span, file -> {
            work.accept(file);
            return file;
        });
    }

    private <T> T read(String path, Span span, Function<Path, T> work) {
        try {
            return work.apply(access.path(path, span));
        } catch (StoreException problem) {
            throw worded(path, span, problem);
        }
    }

    /** What is wrong with a file, as a mistake of the program that names it. */
    static AgException worded(String path, Span span, StoreException problem) {
        String line = problem.line().isPresent() ? " (line " + problem.line().getAsInt() + ")" : "";
        return new AgException(
                ErrorCode.FILE,
                path + ": " + problem.problem() + line,
                span,
                problem.hint().orElse(""));
    }
}
