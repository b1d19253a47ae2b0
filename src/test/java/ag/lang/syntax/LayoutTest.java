package ag.lang.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTest {
    @Test
    void spacesStandWhereTheyBelong() {
        assertThat(layout("y=3*( x+1 ) -2 / z ^ 2")).isEqualTo("y = 3*(x + 1) - 2/z^2\n");
        assertThat(layout("f (x)=if x>0 then-x else x'")).isEqualTo("f(x) = if x > 0 then -x else x'\n");
        assertThat(layout("v [ 1 .. 3 ]+[ 1,2 , 3 ]")).isEqualTo("v[1..3] + [1, 2, 3]\n");
        assertThat(layout("grad  L wrt a ,b")).isEqualTo("grad L wrt a, b\n");
        assertThat(layout("data d{1,2->0;3,4->1}")).isEqualTo("data d { 1, 2 -> 0; 3, 4 -> 1 }\n");
        assertThat(layout("W@x")).isEqualTo("W @ x\n");
    }

    @Test
    void whatDependsOnASpaceKeepsIt() {
        assertThat(layout("2 e3")).isEqualTo("2 e3\n");
        assertThat(layout("2 x")).isEqualTo("2x\n");
        assertThat(layout("grad -x")).isEqualTo("grad -x\n");
        assertThat(layout("grad - x")).isEqualTo("grad - x\n");
        assertThat(layout("grad (x)")).isEqualTo("grad (x)\n");
        assertThat(layout("x² ³")).isEqualTo("x² ³\n");
        assertThat(layout("d / dx ( 3 )")).isEqualTo("d /dx(3)\n");
        assertThat(layout("d/dx ( x^2 )")).isEqualTo("d/dx (x^2)\n");
    }

    @Test
    void blocksAreTwoColumnsDeeper() {
        assertThat(layout("repeat 3{\nif x>0{\nprint x\n}\nelse {print 1}\n}"))
                .isEqualTo("repeat 3 {\n  if x > 0 {\n    print x\n  }\n  else { print 1 }\n}\n");
        assertThat(layout("y = f([\n1,\n2])\nz = a +\nb")).isEqualTo("y = f([\n  1,\n  2])\nz = a +\n  b\n");
    }

    @Test
    void commentsAreKeptAndStandUnderEachOther() {
        assertThat(layout("#one\n\n\na = 1 # x\nlonger = 22   # y\n  # own\nb = 3"))
                .isEqualTo("#one\n\na = 1        # x\nlonger = 22  # y\n# own\nb = 3\n");
        assertThat(layout("for x in v { # each\n# own\nprint x # says\n# last\n}"))
                .isEqualTo("for x in v {  # each\n  # own\n  print x  # says\n  # last\n}\n");
        assertThat(layout("# nothing else")).isEqualTo("# nothing else\n");
    }

    @Test
    void textsAreLeftAsTheyAre() {
        assertThat(layout("print \"a  {x+1}  # no comment\"")).isEqualTo("print \"a  {x+1}  # no comment\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\frac{d}{dx} \\sqrt{x^2 + 1} at x = 1",
                "$\\frac{d}{dx} x^{2}$",
                "y = 3 # three\n\\frac{d}{dx} x^{2} # two",
                "y = 3; \\frac{d}{dx} x^{2}",
                "repeat 2 {\n  \\frac{d}{dx} x^{2}\n}",
                "\\frac{\\partial}{\\partial x} (x^{2} y)",
                "y = \\frac{x}{2}"
            })
    void latexStaysAsItIsWritten(String text) {
        assertThat(layout(text).replaceAll(" +# ", " # ").strip()).isEqualTo(text);
    }

    @Test
    void lineEndsBecomeOne() {
        assertThat(layout("a = 1;\r\n\r\n\r\nb = 2;;c=3\r")).isEqualTo("a = 1\n\nb = 2; c = 3\n");
        assertThat(layout("")).isEmpty();
        assertThat(layout("\n\n")).isEmpty();
    }

    @Test
    void whatIsNoProgramIsRefused() {
        assertThatThrownBy(() -> layout("a = (")).isInstanceOf(AgException.class);
    }

    static List<Path> programs() throws IOException {
        try (Stream<Path> examples = Files.walk(Path.of("examples"));
                Stream<Path> golden = Files.walk(Path.of("src", "test", "resources", "programs"));
                Stream<Path> wrong = Files.walk(Path.of("src", "test", "resources", "errors"))) {
            return Stream.of(examples, golden, wrong)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".ag") && isProgram(file))
                    .toList();
        }
    }

    private static boolean isProgram(Path file) {
        try {
            Parser.parse(new SourceText("", Files.readString(file)));
            return true;
        } catch (AgException | IOException none) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theLayoutMeansTheSameAndIsItsOwn(Path file) throws IOException {
        String text = Files.readString(file);
        String once = layout(text);
        assertThat(Trees.of(once)).isEqualTo(Trees.of(text));
        assertThat(layout(once)).isEqualTo(once);
        assertThat(once.lines().filter(line -> line.contains("#")).count())
                .isEqualTo(text.lines().filter(line -> line.contains("#")).count());
    }

    private static String layout(String text) {
        return SourceLayout.of(new SourceText("", text));
    }
}
