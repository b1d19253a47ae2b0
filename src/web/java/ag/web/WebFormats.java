package ag.web;

import ag.data.CleanedData;
import ag.data.ColumnSummary;
import ag.data.CsvCleaning;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.files.csv.CsvException;
import ag.files.csv.CsvReader;
import ag.host.Files;
import ag.host.Formats;
import ag.host.Trained;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.nn.SavedModel;
import ag.nn.training.TrainingState;
import java.util.List;

/** Data sets out of CSV files that were dropped on the page; other formats are for a computer. */
record WebFormats(Files files) implements Formats {
    @Override
    public DataSet readCsv(String path, CsvOptions options, Span span, Runnable pause) {
        try {
            return CsvReader.parse(path, files.read(path, span, pause), options);
        } catch (CsvException problem) {
            throw new AgException(
                    ErrorCode.CSV,
                    path + ": " + problem.problem(),
                    span,
                    problem.hint().orElse(""));
        }
    }

    @Override
    public CleanedData readCsv(String path, CsvOptions options, CsvCleaning cleaning, Span span, Runnable pause) {
        return NONE.readCsv(path, options, cleaning, span, pause);
    }

    @Override
    public List<ColumnSummary> describeCsv(String path, char separator, Span span, Runnable pause) {
        return NONE.describeCsv(path, separator, span, pause);
    }

    @Override
    public SavedModel readModel(String path, Span span, Runnable pause) {
        return NONE.readModel(path, span, pause);
    }

    @Override
    public void writeModel(String path, SavedModel model, Span span) {
        NONE.writeModel(path, model, span);
    }

    @Override
    public void writeOnnx(String path, Trained net, Span span) {
        NONE.writeOnnx(path, net, span);
    }

    @Override
    public TrainingState readCheckpoint(String path, int parameters, String optimizer, Span span, Runnable pause) {
        return NONE.readCheckpoint(path, parameters, optimizer, span, pause);
    }

    @Override
    public void writeCheckpoint(String path, TrainingState state, Span span) {
        NONE.writeCheckpoint(path, state, span);
    }
}
