package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ag.data.CsvColumn;
import ag.data.CsvOptions;
import ag.data.DataSet;
import ag.data.RandomSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final String IRIS = """
        sepal,petal,species
        5.1,1.4,setosa
        7.0,4.7,versicolor
        6.3,6.0,virginica
        4.9,1.5,setosa
        """;

    @Test
    void namedColumnsBecomeInputsAndTextTargetsBecomeSortedClasses() {
        DataSet iris = parse(IRIS, List.of("petal", "sepal"), List.of("species"));
        assertThat(iris.inputs()).containsExactly(1.4, 5.1, 4.7, 7.0, 6.0, 6.3, 1.5, 4.9);
        assertThat(iris.targets()).containsExactly(0, 1, 2, 0);
        assertThat(iris.inputNames()).containsExactly("petal", "sepal");
        assertThat(iris.targetNames()).containsExactly("species");
        assertThat(iris.classNames()).containsExactly("setosa", "versicolor", "virginica");
    }

    @Test
    void classNumbersFollowTheAlphabetWhateverTheOrderOfTheRows() {
        DataSet data = parse("x,c\n1,pear\n2,apple\n3,fig\n4,apple\n", List.of("x"), List.of("c"));
        assertThat(data.classNames()).containsExactly("apple", "fig", "pear");
        assertThat(data.targets()).containsExactly(2, 0, 1, 0);
    }

    @Test
    void withoutInputNamesEveryColumnThatIsNoTargetIsAnInput() {
        DataSet data = parse("a,t,b\n1,2,3\n", List.of(), List.of("t"));
        assertThat(data.inputNames()).containsExactly("a", "b");
        assertThat(data.inputs()).containsExactly(1, 3);
        assertThat(data.targets()).containsExactly(2);
        assertThat(data.classNames()).isEmpty();
        DataSet untargeted = parse("a,b\n1,2\n", List.of(), List.of());
        assertThat(untargeted.inputs()).containsExactly(1, 2);
        assertThat(untargeted.targetWidth()).isZero();
    }

    @Test
    void severalTargetColumnsStandInTheOrderAsked() {
        DataSet data = parse("a,b,c\n1,2,3\n4,5,6\n", List.of("a"), List.of("c", "b"));
        assertThat(data.targets()).containsExactly(3, 2, 6, 5);
        assertThat(data.targetNames()).containsExactly("c", "b");
    }

    @Test
    void columnsCanBePointedAtByPlaceAndHaveNoName() {
        CsvOptions options =
                new CsvOptions(List.of(new CsvColumn.Numbered(2)), List.of(new CsvColumn.Numbered(0)), ',');
        DataSet data = CsvReader.parse("d.csv", ",a,\n1,2,3\n", options);
        assertThat(data.inputs()).containsExactly(3);
        assertThat(data.targets()).containsExactly(1);
        assertThat(data.inputNames()).containsExactly("column 2");
    }

    @Test
    void numbersInTheHeaderAreNamesWhereTheyAreAskedFor() {
        assertThat(parse("2019,2020\n1,2\n", List.of("2020"), List.of()).inputs())
                .containsExactly(2);
    }

    @Test
    void columnMayBeInputAndTarget() {
        DataSet data = parse("a\n1\n2\n", List.of("a"), List.of("a"));
        assertThat(data.inputs()).containsExactly(data.targets());
    }

    @Test
    void textInColumnsThatAreNotAskedForDoesNotMatter() {
        assertThat(parse("id,x\nfirst,1\n,2\n", List.of("x"), List.of()).inputs())
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,name\n1,Ann\n2,Bob\n",
                "x,name\n1,Ann\n2,Bob",
                "x,name\r\n1,Ann\r\n2,Bob\r\n",
                "x,name\r1,Ann\r2,Bob\r",
                "\uFEFFx,name\n1,Ann\n2,Bob\n",
                "\n\nx,name\n\n1,Ann\n   \n2,Bob\n\n",
                "\"x\",\"name\"\n\"1\",\"Ann\"\n\"2\",\"Bob\"\n",
                " x , name \n 1 , Ann\n\t2 ,\u00A0Bob \n",
                "x, \"name\"\n1, \"Ann\" \n2,  \" Bob\"\n",
            })
    void lineEndsQuotesSpacesEmptyLinesAndByteOrderMarkDoNotCount(String text) {
        DataSet data = parse(text, List.of("x"), List.of("name"));
        assertThat(data.inputs()).containsExactly(1, 2);
        assertThat(data.targets()).containsExactly(0, 1);
        assertThat(data.classNames()).containsExactly("Ann", "Bob");
    }

    @Test
    void quotedValuesKeepSeparatorsQuotesAndLineBreaks() {
        DataSet data = parse(
                "x,\"the \"\"name\"\", given\"\n1,\"Doe, Ann\"\n2,\"two\nlines\"\n",
                List.of("x"),
                List.of("the \"name\", given"));
        assertThat(data.classNames()).containsExactly("Doe, Ann", "two\nlines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"x;y#;", "x|y#|", "x,y#','"})
    void otherSeparatorsAreReadWhenAskedFor(String header, char separator) {
        CsvOptions options = CsvOptions.named(List.of("x"), List.of("y")).withSeparator(separator);
        String text = header + "\n1" + separator + "2\n";
        assertThat(CsvReader.parse("d.csv", text, options).targets()).containsExactly(2);
    }

    /** As the file of cars at UCI has it: columns by blanks, a tab before the name. */
    @Test
    void anyNumberOfBlanksSeparates() {
        CsvOptions options = CsvOptions.named(List.of("x"), List.of("y")).withSeparator(' ');
        DataSet data = CsvReader.parse(
                "d.data", "x   y\tname\n 18.0   8 \t\"chevrolet  malibu\"\n\n15.      4\t\"\"  \n", options);
        assertThat(data.inputs()).containsExactly(18, 15);
        assertThat(data.targets()).containsExactly(8, 4);
    }

    @Test
    void tabsSeparateEvenBesideQuotesAndSpaces() {
        CsvOptions options = CsvOptions.named(List.of("x"), List.of("y")).withSeparator('\t');
        DataSet data = CsvReader.parse("d.tsv", "x\tnote\ty\n 1 \t\"a\tb\"\t2\n3\t\t4\n", options);
        assertThat(data.inputs()).containsExactly(1, 3);
        assertThat(data.targets()).containsExactly(2, 4);
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '.', '1', 'a'})
    void separatorThatCouldBePartOfAValueIsRefused(char separator) {
        CsvOptions options = CsvOptions.named(List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withSeparator(separator))
                .withMessageStartingWith("values are separated by");
    }

    @Test
    void filesAreReadAsTextIs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("größen ☃.csv");
        Files.writeString(file, "\uFEFFgröße,名前\r\n1.5,\"π, ☃\"\r\n", StandardCharsets.UTF_8);
        DataSet data = CsvReader.read(file, CsvOptions.named(List.of("größe"), List.of("名前")));
        assertThat(data.inputs()).containsExactly(1.5);
        assertThat(data.classNames()).containsExactly("π, ☃");
    }

    @Test
    void manyRowsComeBackAsTheyWereWritten(@TempDir Path folder) throws IOException {
        RandomSource random = new RandomSource(12);
        double[] numbers = IntStream.range(0, 30_000)
                .mapToDouble(_ -> random.normal(0, 1) * Math.pow(10, random.integer(40) - 20))
                .toArray();
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> numbers[3 * i] + "," + numbers[3 * i + 1] + "," + numbers[3 * i + 2])
                .collect(Collectors.joining("\r"));
        Path file = folder.resolve("numbers.csv");
        for (String text : List.of("a,b,c\r" + rows, "a,b,c\n" + rows.replace('\r', '\n') + "\n\n")) {
            Files.writeString(file, text);
            assertThat(CsvReader.read(file, CsvOptions.named(List.of(), List.of()))
                            .inputs())
                    .containsExactly(numbers);
        }
    }

    private static DataSet parse(String text, List<String> inputs, List<String> targets) {
        return CsvReader.parse("data.csv", text, CsvOptions.named(inputs, targets));
    }
}
