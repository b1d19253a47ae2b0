package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every program prints what stands beside it. */
final class GoldenTest {
    /** What a program alone does not bring about: it takes a person at the keys, a small memory, or a mistake in ag. */
    private static final EnumSet<ErrorCode> FROM_OUTSIDE =
            EnumSet.of(ErrorCode.INTERRUPTED, ErrorCode.OUT_OF_MEMORY, ErrorCode.INTERNAL);

    @TestFactory
    Stream<DynamicContainer> programs() {
        return tests("programs", golden -> {
            assertThat(golden.failure()).as("the mistake that ends the program").isEmpty();
            golden.check();
        });
    }

    @TestFactory
    Stream<DynamicContainer> errors() {
        return tests("errors", golden -> {
            assertThat(golden.failure()).as("the mistake that ends the program").isPresent();
            golden.check();
        });
    }

    @Test
    void thereAreManyWrongPrograms() {
        assertThat(Golden.all("errors")).hasSizeGreaterThanOrEqualTo(110);
    }

    @Test
    void everyKindOfMistakeHasItsProgram() {
        assertThat(Golden.all("errors")
                        .flatMap(golden -> golden.failure().stream())
                        .map(Diagnostic::error))
                .containsAll(EnumSet.complementOf(FROM_OUTSIDE));
    }

    @Test
    void everyExpectedOutputHasItsProgram() {
        assertThat(Stream.of("programs", "errors")
                        .flatMap(folder -> Golden.folders(folder).stream())
                        .flatMap(GoldenTest::files)
                        .filter(file -> file.toString().endsWith(".out"))
                        .map(file -> file.resolveSibling(
                                file.getFileName().toString().replace(".out", ".ag"))))
                .allSatisfy(program -> assertThat(program).exists());
    }

    private static Stream<DynamicContainer> tests(String folder, Consumer<Golden> test) {
        return Golden.folders(folder).stream()
                .map(feature -> dynamicContainer(
                        feature.getFileName().toString(),
                        Golden.in(feature).stream()
                                .map(golden -> dynamicTest(golden.name(), () -> test.accept(golden)))));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
