package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ag.data.CsvColumn;
import ag.data.CsvOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("sets the locale")
class CsvMistakesTest {
    private static Arguments mistake(String text, String message) {
        return Arguments.of(text, message);
    }

    static Stream<Arguments> mistakesInTextWithInputsXAndYAndTargetT() {
        return Stream.of(
                mistake("", "d.csv: the file is empty. Its first line has to name the columns"),
                mistake("\uFEFF\n  \n", "d.csv: the file is empty. Its first line has to name the columns"),
                mistake("x,y,t\n", "d.csv:1: there are no rows below the names of the columns"),
                mistake("\nx,y,t\n\n", "d.csv:2: there are no rows below the names of the columns"),
                mistake("x,Y,t\n1,2,3", "d.csv:1: there is no column 'y'. Did you mean 'Y'?"),
                mistake("x,why,t\n1,2,3", "d.csv:1: there is no column 'y'. The columns are 'x', 'why', 't'"),
                mistake("x,,t\n1,2,3", "d.csv:1: there is no column 'y'. The columns are 'x', 'column 1', 't'"),
                mistake("x,y,x,t\n", "d.csv:1: two columns are called 'x'. Rename one of them"),
                mistake(
                        "x;y;t\n1;2;3",
                        "d.csv:1: there is no column 'x'. Are the values separated by ';'? Then give that as the"
                                + " separator"),
                mistake(
                        "x\ty\tt\n1\t2\t3",
                        "d.csv:1: there is no column 'x'. Are the values separated by a tab? Then give that as the"
                                + " separator"),
                mistake(
                        "1,2,3\n4,5,6",
                        "d.csv:1: there is no column 'x'. This line has to name the columns, but it holds numbers"),
                mistake("x,y,t\n1,2,3\n1,2\n", "d.csv:3: this row has 2 values, but the first line names 3"),
                mistake(
                        "x,y,t\n1,2,3,",
                        "d.csv:2: this row ends with a separator, and the first line does not. Remove it, in this row"
                                + " and where else it stands, or end the first line with one too"),
                mistake(
                        "x,y,t\n1,2,3,,",
                        "d.csv:2: this row has 5 values, but the first line names 3. A value that contains the"
                                + " separator has to be put in quotes"),
                mistake("x,y,t\n1,", "d.csv:2: this row has 2 values, but the first line names 3"),
                mistake(
                        "x,y,t,\n1,2,3",
                        "d.csv:2: the first line ends with a separator, and this row does not. Remove it in the first"
                                + " line"),
                mistake("x,y,t\n1,2,3\n\n7\n", "d.csv:4: this row has 1 value, but the first line names 3"),
                mistake(
                        "x,y,t\r\n1,2,3,4\r\n",
                        "d.csv:2: this row has 4 values, but the first line names 3. A value that contains the"
                                + " separator has to be put in quotes"),
                mistake(
                        "x,y,t\n1,,3",
                        "d.csv:2: column 'y': the value is missing. Fill it in, or say what becomes of such rows:"
                                + " missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,2,3\n1,\"  \",3",
                        "d.csv:3: column 'y': the value is missing. Fill it in, or say what becomes of such rows:"
                                + " missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,NaN,3",
                        "d.csv:2: column 'y': the value is missing: 'NaN'. Fill it in, or say what becomes of such"
                                + " rows: missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,2,\n",
                        "d.csv:2: column 't': the value is missing. Fill it in, or say what becomes of such rows:"
                                + " missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,2,a\n1,2,\n",
                        "d.csv:3: column 't': the value is missing. Fill it in, or say what becomes of such rows:"
                                + " missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,2,3\n1,2,NA\n",
                        "d.csv:3: column 't': the value is missing: 'NA'. Fill it in, or say what becomes of such"
                                + " rows: missing = \"drop\", \"mean\", \"median\" or a number"),
                mistake(
                        "x,y,t\n1,two,3",
                        "d.csv:2: column 'y': 'two' is not a number. Say what becomes of texts: categories ="
                                + " \"one_hot\" or \"codes\"; or name the input columns without this one"),
                mistake(
                        "x,y,t\n1,\"2,5\",3",
                        "d.csv:2: column 'y': '2,5' is not a number. Numbers are written with a point: 2.5"),
                mistake(
                        "x,y,t\n1,2,\"0,5\"",
                        "d.csv:2: column 't': '0,5' is not a number. Numbers are written with a point: 0.5"),
                mistake("x,y,t\n1,-1e999,3", "d.csv:2: column 'y': '-1e999' is too large for a number"),
                mistake(
                        "x,y,t\n1,2,3\n1,2,1.o",
                        "d.csv:3: column 't': '1.o' is not a number. The target is a number in line 2; it has to be"
                                + " the same kind in every row"),
                mistake(
                        "x,y,t\n1,2,cat\n1,2,dog\n1,2,3",
                        "d.csv:4: column 't': '3' is a number. The target is text in line 2; it has to be the same"
                                + " kind in every row"),
                mistake(
                        "x,y,t\n1,2,\"cat\n1,2,dog\n",
                        "d.csv:2: a quoted value that begins in this row does not end properly. A quote inside a"
                                + " quoted value is written twice: \"\""),
                mistake(
                        "x,y,t\n1,2,a\n1,2,\"5\" pipe\"\n",
                        "d.csv:3: a quoted value that begins in this row does not end properly. A quote inside a"
                                + " quoted value is written twice: \"\""),
                mistake(
                        "x,y,t\n1,2,\"two\nlines\"\n1,2\n",
                        "d.csv:4: this row has 2 values, but the first line names 3"),
                mistake(
                        "x\0,\0y\0\n",
                        "d.csv:1: this is not UTF-8 text: it has zero bytes. Save it with the encoding UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInTextWithInputsXAndYAndTargetT")
    void isRefusedWithFileLineColumnAndWhatToDo(String text, String message) {
        assertThat(refused(text, CsvOptions.named(List.of("x", "y"), List.of("t"))))
                .hasMessage(message);
    }

    @Test
    void everyPartOfTheMistakeCanBeAskedFor() {
        CsvOptions options = CsvOptions.named(List.of("x"), List.of());
        CsvException inColumn = refused("x\n1\n2,\n", options.withSeparator(';'));
        assertThat(inColumn.file()).isEqualTo("d.csv");
        assertThat(inColumn.line()).hasValue(3);
        assertThat(inColumn.column()).contains("x");
        assertThat(inColumn.problem()).isEqualTo("column 'x': '2,' is not a number");
        assertThat(inColumn.hint()).contains("Numbers are written with a point: 2.");
        CsvException inFile = refused("", options);
        assertThat(inFile.line()).isEmpty();
        assertThat(inFile.column()).isEmpty();
        assertThat(refused("x\n", options).hint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Infinity",
                "-inf",
                "0x1p3",
                "1f",
                "2d",
                "1e",
                "e5",
                "1e+",
                "+",
                "--1",
                "1.2.3",
                "1 000",
                "1_000",
                "٣",
                "½",
                "1e5.5",
                "five",
                "true",
                "−1",
                "1,234,567"
            })
    void spellingThatIsNoDecimalNumberIsRefusedInInputs(String spelling) {
        assertThat(refused("x\n\"" + spelling + "\"\n", CsvOptions.named(List.of("x"), List.of())))
                .hasMessageStartingWith("d.csv:2: column 'x': '" + spelling + "' is not a number");
    }

    @Test
    void columnsAskedForInVainAreRefused() {
        String text = "a,b\n1,2\n";
        assertThat(refused(text, numbered(5)))
                .hasMessage("d.csv:1: there is no column number 5. The columns are numbered from 0 to 1");
        assertThat(refused(text, numbered(-1))).hasMessageStartingWith("d.csv:1: there is no column number -1");
        assertThat(refused("a;b\n", numbered(1))).hasMessageContaining("separated by ';'?");
        assertThat(refused(text, CsvOptions.named(List.of("a", "a"), List.of())))
                .hasMessage("d.csv:1: 'a' is asked for twice");
        assertThat(refused(text, CsvOptions.named(List.of(), List.of("b", " b"))))
                .hasMessage("d.csv:1: 'b' is asked for twice");
        assertThat(refused("t\n1\n", CsvOptions.named(List.of(), List.of("t"))))
                .hasMessage("d.csv:1: there is no column beside the target");
        assertThat(refused("a,,\n1,2,3\n", CsvOptions.named(List.of(""), List.of())))
                .hasMessageStartingWith("d.csv:1: there is no column ''");
    }

    private static CsvOptions numbered(int column) {
        return new CsvOptions(List.of(new CsvColumn.Numbered(column)), List.of(), ',');
    }

    @Test
    void textTargetBesideAnotherTargetIsRefused() {
        assertThat(refused("x,a,b\n1,2,cat\n", CsvOptions.named(List.of("x"), List.of("a", "b"))))
                .hasMessage("d.csv:2: column 'b': 'cat' is not a number. Text can be the target only where it is the"
                        + " only target column");
    }

    @Test
    void fileWithoutHeaderIsNotReadAsOneThatLacksItsFirstSample() {
        assertThat(refused("1,2.5\n3,4\n", CsvOptions.named(List.of(), List.of())))
                .hasMessage(
                        "d.csv:1: this line has to name the columns, but it holds numbers. Put a line with a name for"
                                + " each column before it, or write header = false");
        assertThat(refused("1;2\n3;4\n", CsvOptions.named(List.of(), List.of())))
                .hasMessageContaining("separated by ';'?");
    }

    @Test
    void longValuesAndLongHeadersAreShortenedInMessages() {
        String header = "c0" + ",c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11";
        assertThat(refused(header + "\n", CsvOptions.named(List.of("temperature"), List.of())))
                .hasMessageEndingWith("The columns are 'c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9' …");
        assertThat(refused("x\n\"" + "line\n".repeat(50) + "\"\n", CsvOptions.named(List.of(), List.of())))
                .hasMessageContaining("'" + "line⏎".repeat(8) + "…' is not a number");
    }

    @Test
    void numbersAndMessagesAreTheSameWhereDigitsAndPointsAreWrittenOtherwise() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(CsvReader.parse("d.csv", "x\n1.5\n", CsvOptions.named(List.of(), List.of()))
                            .inputs())
                    .containsExactly(1.5);
            assertThat(refused("x\n1,2\n", CsvOptions.named(List.of(), List.of())))
                    .hasMessageStartingWith("d.csv:2: this row has 2 values, but the first line names 1.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void fileThatCannotBeHadIsRefusedByName(@TempDir Path folder) {
        CsvOptions options = CsvOptions.named(List.of(), List.of());
        Path missing = folder.resolve("missing.csv");
        assertThat(refused(missing, options))
                .hasMessage(missing + ": there is no such file. Give the path from the folder you are in");
        assertThat(refused(folder, options)).hasMessage(folder + ": this is a folder. Name a file in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "Shift_JIS"})
    void textThatIsNotUtf8IsRefusedWithItsLine(String encoding, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("d.csv");
        boolean wide = encoding.startsWith("UTF-16");
        String odd = encoding.startsWith("Shift") ? "猫" : "Löwe";
        String text = "x,name\n" + "1,cat\n".repeat(3000) + "2," + odd + "\n" + "3,dog\n".repeat(3000);
        Files.writeString(file, text, Charset.forName(encoding));
        CsvException refused = refused(file, CsvOptions.named(List.of("x"), List.of("name")));
        assertThat(refused.line()).hasValue(wide ? 1 : 3002);
        assertThat(refused).hasMessageContaining("this is not UTF-8 text");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        assertThat(CsvReader.read(file, CsvOptions.named(List.of("x"), List.of("name")))
                        .size())
                .isEqualTo(6001);
    }

    private static CsvException refused(String text, CsvOptions options) {
        return catchThrowableOfType(CsvException.class, () -> CsvReader.parse("d.csv", text, options));
    }

    private static CsvException refused(Path file, CsvOptions options) {
        return catchThrowableOfType(CsvException.class, () -> CsvReader.read(file, options));
    }
}
