package ag.repl;

import ag.lang.values.Dialogue;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Reads what a program asks for, a line of its own that the history does not keep. Ctrl-C and Ctrl-D end the questions.
 */
final class AnswerReader implements Dialogue {
    private final LineReader lines;

    AnswerReader(Terminal terminal) {
        lines = LineReaderBuilder.builder().terminal(terminal).appName("ag").build();
        lines.setVariable(LineReader.DISABLE_HISTORY, true);
    }

    @Override
    public Optional<String> ask(String prompt) {
        try {
            return Optional.of(lines.readLine(prompt));
        } catch (UserInterruptException | EndOfFileException enough) {
            return Optional.empty();
        }
    }
}
