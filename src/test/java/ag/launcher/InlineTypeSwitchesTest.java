package ag.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of the build that gives switches over types their code. */
@Tag("slow")
final class InlineTypeSwitchesTest {
    private static final String SOURCE = """
        import java.util.List;
        import java.util.function.Function;

        public class Switches implements Function<Object, String> {
            sealed interface Shape permits Circle, Square, Dot {
                default double area() {
                    return switch (this) {
                        case Circle circle -> 3 * circle.radius() * circle.radius();
                        case Square(double side) -> side * side;
                        case Dot _ -> 0;
                    };
                }
            }
            record Circle(double radius) implements Shape {}
            record Square(double side) implements Shape {}
            record Dot() implements Shape {}
            enum Colour { RED, GREEN }

            @Override
            public String apply(Object what) {
                return switch (what) {
                    case null -> "nothing";
                    case Circle circle when circle.radius() > 10 -> "large circle";
                    case Circle circle when circle.radius() > 5 -> "circle";
                    case Shape shape -> "shape of " + shape.area();
                    case Integer number when number < 0 -> "negative";
                    case Number number -> "number";
                    case CharSequence text -> text.isEmpty() ? "empty" : mixed(text.toString());
                    case List<?> list -> "list of " + list.stream().map(this).toList();
                    case Colour colour -> mixed(colour);
                    default -> "else";
                };
            }

            private static String mixed(Object what) {
                return switch (what) {
                    case String text when text.length() > 3 -> "long";
                    case String _ -> "short";
                    case Colour.RED -> "red";
                    case Colour colour -> "not red";
                    default -> throw new IllegalArgumentException();
                };
            }

            public static List<Object> examples() {
                return java.util.Arrays.asList(null, new Circle(11), new Circle(6), new Circle(2), new Square(3), new Dot(),
                        -1, 1, -1.5, "", "abc", "abcd", List.of(1, "", new Dot()), Colour.RED, Colour.GREEN, 'c');
            }
        }
        """;

    @TempDir
    Path folder;

    @Test
    void switchesDecideAsBefore() throws Exception {
        Path source = Files.writeString(folder.resolve("Switches.java"), SOURCE);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();
        List<String> before = answers();
        assertThat(before)
                .containsExactly(
                        "nothing",
                        "large circle",
                        "circle",
                        "shape of 12.0",
                        "shape of 9.0",
                        "shape of 0.0",
                        "negative",
                        "number",
                        "number",
                        "empty",
                        "short",
                        "long",
                        "list of [number, empty, shape of 0.0]",
                        "red",
                        "not red",
                        "else");

        rewrite();

        assertThat(answers()).isEqualTo(before);
        assertThat(leftToTheJvm("Switches.class"))
                .as("those that also compare with constants")
                .hasSize(1);
        assertThat(leftToTheJvm("Switches$Shape.class"))
                .as("a default method of an interface")
                .isEmpty();
    }

    private List<String> answers() throws Exception {
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> switches = loader.loadClass("Switches");
            @SuppressWarnings("unchecked")
            var chosen =
                    (Function<Object, String>) switches.getDeclaredConstructor().newInstance();
            return ((List<?>) switches.getMethod("examples").invoke(null))
                    .stream().map(chosen).toList();
        }
    }

    private void rewrite() throws Exception {
        Path errors = folder.resolve("errors");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        folder.toString(),
                        new File("src/main/build/InlineTypeSwitches.java").getAbsolutePath(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(tool.exitValue()).as(Files.readString(errors)).isZero();
    }

    private List<CodeElement> leftToTheJvm(String file) throws Exception {
        return ClassFile.of().parse(folder.resolve(file)).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(element -> element instanceof InvokeDynamicInstruction call
                        && call.name().stringValue().equals("typeSwitch"))
                .toList();
    }
}
