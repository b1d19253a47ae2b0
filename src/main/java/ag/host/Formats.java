package ag.host;

import ag.data.CleanedData;
import ag.data.ColumnSummary;
import ag.data.CsvCleaning;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.lang.source.Span;
import ag.nn.SavedModel;
import ag.nn.training.TrainingState;
import java.util.List;

/**
 * The kinds of files that hold more than text: data sets, models, checkpoints. What cannot be read or written is told as an
 * {@link ag.lang.source.AgException}; a file is written whole or stays as it was.
 */
public interface Formats {
    /** For a session that may touch no file. */
    Formats NONE = new Formats() {
        @Override
        public DataSet readCsv(String path, CsvOptions options, Span span, Runnable pause) {
            throw Files.refused(span);
        }

        @Override
        public CleanedData readCsv(String path, CsvOptions options, CsvCleaning cleaning, Span span, Runnable pause) {
            throw Files.refused(span);
        }

        @Override
        public List<ColumnSummary> describeCsv(String path, char separator, Span span, Runnable pause) {
            throw Files.refused(span);
        }

        @Override
        public SavedModel readModel(String path, Span span, Runnable pause) {
            throw Files.refused(span);
        }

        @Override
        public void writeModel(String path, SavedModel model, Span span) {
            throw Files.refused(span);
        }

        @Override
        public void writeOnnx(String path, Trained net, Span span) {
            throw Files.refused(span);
        }

        @Override
        public TrainingState readCheckpoint(String path, int parameters, String optimizer, Span span, Runnable pause) {
            throw Files.refused(span);
        }

        @Override
        public void writeCheckpoint(String path, TrainingState state, Span span) {
            throw Files.refused(span);
        }
    };

    /**
     * Reads a data set.
     *
     * @param pause run now and then while the file is read; it throws where the program has to end
     */
    DataSet readCsv(String path, CsvOptions options, Span span, Runnable pause);

    /** Reads a data set out of a table with missing values and texts. */
    CleanedData readCsv(String path, CsvOptions options, CsvCleaning cleaning, Span span, Runnable pause);

    /** Looks at the columns of a file. */
    List<ColumnSummary> describeCsv(String path, char separator, Span span, Runnable pause);

    SavedModel readModel(String path, Span span, Runnable pause);

    void writeModel(String path, SavedModel model, Span span);

    /** Writes a network as a model of ONNX. */
    void writeOnnx(String path, Trained net, Span span);

    /**
     * Reads a checkpoint of a training.
     *
     * @param parameters how many parameters the network has that is trained
     * @param optimizer the name of the optimizer that it is trained with
     */
    TrainingState readCheckpoint(String path, int parameters, String optimizer, Span span, Runnable pause);

    void writeCheckpoint(String path, TrainingState state, Span span);
}
