package ag.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ag.launcher.Project.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the launcher may be called from, and which Java it takes. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has ag.cmd")
@Tag("slow")
final class StartTest {
    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aBuiltProject() throws Exception {
        project = Project.ready(folder).withoutRecording();
    }

    @AfterEach
    void cleanUp() throws Exception {
        project.close();
    }

    @Test
    void argumentsAndStandardInputReachTheProgramUnchanged() throws Exception {
        Launch launch = project.launch("-e", "θ = 2 * 3", "", "*", "a'b\"c\\n$HOME");

        assertThat(launch.arguments()).containsExactly("-e", "θ = 2 * 3", "", "*", "a'b\"c\\n$HOME");
        assertThat(launch.output()).last().isEqualTo("standard input");
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.status()).isZero();
    }

    /** A size that Java would refuse in its own words is left to the program, which refuses it in ours. */
    @ParameterizedTest
    @CsvSource({
        "15m, false",
        "16m, true",
        "1g, true",
        "512M, true",
        "1024g, true",
        "1025g, false",
        "1048576m, true",
        "1048577m, false",
        "99999g, false",
        "9999999999g, false",
        "0g, false",
        "12, false",
        "lots, false"
    })
    void aSizeOfMemoryReachesJavaWhereItIsOne(String size, boolean known) throws Exception {
        for (String[] call : new String[][] {{"--max-memory", size}, {"--max-memory=" + size}}) {
            Launch launch = project.launch(call);
            assertThat(launch.arguments()).containsExactly(call);
            assertThat(launch.javaArguments().contains("-Xmx" + size)).as(size).isEqualTo(known);
            assertThat(launch.javaArguments().stream().filter(argument -> argument.startsWith("-Xmx")))
                    .hasSize(known ? 1 : 0);
        }
    }

    @Test
    void theProgramRunsInTheFolderOfTheCaller() throws Exception {
        Path elsewhere = Files.createDirectories(project.path("some where/else"));

        for (String script : new String[] {project.path("ag").toString(), "../../ag", "./../../ag"}) {
            Launch launch = project.launch(elsewhere, Path.of(script));
            assertThat(launch.output()).contains("folder " + elsewhere);
            assertThat(launch.javaArguments())
                    .contains(project.path("target/ag.jar").toString());
        }
    }

    @Test
    void symbolicLinksAreFollowedToTheProject() throws Exception {
        Path bin = Files.createDirectories(project.path("home/bin"));
        Files.createSymbolicLink(bin.resolve("mathematics"), project.path("ag"));
        Files.createSymbolicLink(bin.resolve("m"), Path.of("mathematics"));

        Launch launch = project.launch(bin, bin.resolve("m"), "1+1");

        assertThat(launch.javaArguments())
                .contains(project.path("target/ag.jar").toString());
        assertThat(launch.arguments()).containsExactly("1+1");
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "Java on macOS reads all text as UTF-8")
    void javaReadsTextAsUtf8WhateverTheLocaleAndTheProgramLearnsThatLocale() throws Exception {
        project.set("LANG", "de_DE.ISO-8859-1").set("LC_CTYPE", "tr_TR.UTF-8");
        assertThat(project.launch().output()).contains("locale C.UTF-8", "argument -Dag.locale=tr_TR.UTF-8");

        project.set("LC_ALL", "C");
        assertThat(project.launch().output()).contains("locale C.UTF-8", "argument -Dag.locale=C");
    }

    @Test
    void aClosedStreamIsAnEmptyOne() throws Exception {
        Launch launch = project.launch(project.path("."), Path.of("sh"), "-c", "exec ./ag x <&-");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.status()).isZero();
    }

    @Test
    void aFolderThatIsGoneIsNamedAsTheProblem() throws Exception {
        Launch launch = project.launch(
                project.path("."),
                Path.of("sh"),
                "-c",
                "mkdir gone && cd gone && rmdir ../gone && exec " + project.path("ag"));

        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors()).last().asString().contains("the folder this is called from is not there any more");
        assertThat(launch.status()).isEqualTo(2);
    }

    @Test
    void theExitStatusIsTheOneOfTheProgram() throws Exception {
        project.script("jdks/jdk-25/bin/java", "exit 124");

        assertThat(project.launch().status()).isEqualTo(124);
    }

    @Test
    void withoutAJdkOneSentenceSaysWhatToInstall() throws Exception {
        project.set("AG_JDKS", "/nowhere");

        Launch launch = project.launch();

        assertThat(launch.status()).isEqualTo(127);
        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors())
                .containsExactly(
                        "ag: please install a JDK, version 25 or newer (for example from https://adoptium.net), or set"
                                + " JAVA_HOME to the folder of one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.0.2", "17", "1.8.0_392"})
    void anOlderJdkIsPassedOver(String version) throws Exception {
        project.set("JAVA_HOME", project.jdk("jdk-00", version).toString());

        assertThat(project.launch().java())
                .isEqualTo(project.path("jdks/jdk-25").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "26-ea", "25.0.1", "101.2"})
    void anyNewerJdkWillDo(String version) throws Exception {
        Path jdk = project.jdk("jdk-00", version);

        assertThat(project.launch().java()).isEqualTo(jdk.toString());
    }

    @Test
    void javaHomeComesFirstThenThePathThenTheUsualFolders() throws Exception {
        Path second = project.jdk("jdk-26", "26");
        Path third = project.jdk("jdk-27", "27");

        assertThat(project.launch().java())
                .isEqualTo(project.path("jdks/jdk-25").toString());

        Files.createSymbolicLink(project.path("tools/java"), second.resolve("bin/java"));
        project.set("AG_JDKS", "/nowhere");
        assertThat(project.launch().java()).isEqualTo(second.toString());

        project.set("JAVA_HOME", third.toString());
        assertThat(project.launch().java()).isEqualTo(third.toString());
    }

    @Test
    void theJavaThatWasFoundIsRememberedUntilItIsGone() throws Exception {
        Path first = project.path("jdks/jdk-25");
        assertThat(project.launch().java()).isEqualTo(first.toString());

        Path better = project.jdk("a-jdk", "25.0.2");
        assertThat(project.launch().java()).as("no new search").isEqualTo(first.toString());

        Files.delete(first.resolve("bin/java"));
        assertThat(project.launch().java()).isEqualTo(better.toString());
    }

    @Test
    void aNoteOfNonsenseAboutJavaIsReplaced() throws Exception {
        project.launch().status();
        project.write("home/.cache/ag" + project.path("java"), "\u0000\u0001 nonsense");

        assertThat(project.launch().java())
                .isEqualTo(project.path("jdks/jdk-25").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere", "/dev/null"})
    void aHomeThatKeepsNothingDoesNoHarm(String home) throws Exception {
        project.set("HOME", home);

        Launch launch = project.launch("x");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(launch.errors()).isEmpty();
        assertThat(launch.status()).isZero();
    }

    @Test
    void aPlaceForNotesThatIsNoFolderDoesNoHarm() throws IOException, InterruptedException {
        project.set("XDG_CACHE_HOME", project.write("a-file", "").toString());

        Launch launch = project.launch("x");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(launch.errors()).isEmpty();
    }
}
