package ag.lang.mistakes;

import ag.engine.Operation;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.Term;
import ag.lang.algebra.TermReader;
import ag.lang.reading.Meaning;
import ag.lang.reading.Reading;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Formulas and tables of them from their text. */
final class Written {
    private Written() {}

    static Term term(String text) {
        Statement statement =
                Parser.parse(new SourceText("test", "(" + text + ")")).getFirst();
        return TermReader.read(
                        Reading.of(
                                ((Statement.Evaluate) statement).expression(), new Names(), (kind, note, span) -> {}),
                        Meanings.LETTERS)
                .orElseThrow(() -> new IllegalArgumentException("no formula: " + text));
    }

    /** The cells of a file's lines, which are parted by bars with spaces around them. */
    static List<List<String>> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" \\| "))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Functions of the language are functions, and all else are numbers. */
    private static final class Names implements ag.lang.reading.NameMeanings {
        @Override
        public String spelled(String name) {
            return name;
        }

        @Override
        public Meaning of(String name) {
            String row = name.equals("ln") ? "log" : name;
            return Operation.function(row, 1).isPresent() ? new Meaning.Function(List.of(), true) : new Meaning.Value();
        }

        @Override
        public List<String> inputs(String name) {
            return List.of();
        }

        @Override
        public boolean isWrittenIn(String formula, String name) {
            return false;
        }
    }
}
