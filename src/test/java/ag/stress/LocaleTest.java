package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;

import ag.cli.ChildProcess;
import ag.cli.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program, in a JVM that was started in another locale. */
@Tag("slow")
final class LocaleTest {
    private static final String PROGRAM = """
        let i = 1.5, I = 2
        print "i {i}, I {I}, {1/3}, {1e-7}, {123456789.5}"
        grad i^2*I
        trace i*I
        check sin(i)
        summary net
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"tr, TR", "ar, EG", "de, DE"})
    void everythingIsWrittenAsInEnglish(String language, String country) throws Exception {
        Path program = Files.writeString(folder.resolve("i.ag"), PROGRAM);
        for (String option : new String[] {"--no-color", "--json"}) {
            String english = output("en", "US", option, program.toString(), "-e", "plot sin for x in -1.5..1.5");
            assertThat(english).contains("0.333333").contains("unknown name 'net'");
            assertThat(output(language, country, option, program.toString(), "-e", "plot sin for x in -1.5..1.5"))
                    .isEqualTo(english);
        }
    }

    private static String output(String language, String country, String... arguments) throws Exception {
        Process process = new ProcessBuilder(ChildProcess.java(
                        List.of(
                                "-XX:TieredStopAtLevel=1",
                                "-Duser.language=" + language,
                                "-Duser.country=" + country,
                                "-Dstdout.encoding=UTF-8"),
                        Main.class,
                        arguments))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
