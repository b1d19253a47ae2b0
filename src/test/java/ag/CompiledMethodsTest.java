package ag;

import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds every method to the length that the just-in-time compiler takes. A longer one is interpreted for ever: the parser's method
 * for statements was, which is as long as its rule of the grammar has forms, and reading a statement took three times as long.
 */
final class CompiledMethodsTest {
    /** HotSpot's {@code HugeMethodLimit}, in bytes of bytecode. */
    private static final int LONGEST = 8000;

    @Test
    void everyMethodIsShortEnoughToBeCompiled() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> tooLong = files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(file -> tooLong(read(file)))
                    .toList();
            assertThat(tooLong)
                    .as("methods of more than %d bytes; split a rule of the grammar, or the method", LONGEST)
                    .isEmpty();
        }
    }

    private static ClassModel read(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Stream<String> tooLong(ClassModel type) {
        return type.methods().stream()
                .filter(method -> length(method) > LONGEST)
                .map(method ->
                        "%s.%s: %d".formatted(type.thisClass().asInternalName(), method.methodName(), length(method)));
    }

    private static int length(MethodModel method) {
        return method.findAttribute(Attributes.code())
                .map(code -> code.codeLength())
                .orElse(0);
    }
}
