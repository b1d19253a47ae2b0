package ag.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ag.launcher.Project.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** When the launcher builds, and what the user sees of it. */
@Execution(ExecutionMode.CONCURRENT)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has ag.cmd")
@Tag("slow")
final class BuildTest {
    private static final String BUILDING =
            "ag: building; the first time also fetches libraries and may take some minutes";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aFreshClone() throws Exception {
        project = new Project(folder).withoutRecording();
        project.jdk("jdk-25", "25");
        project.maven(project.makesTheJar());
    }

    @AfterEach
    void cleanUp() throws Exception {
        project.close();
    }

    @Test
    void aFreshCloneIsBuiltAndSaysSoOnStandardErrorOnly() throws Exception {
        Launch launch = project.launch("first.ag");

        assertThat(launch.errors()).containsExactly(BUILDING);
        assertThat(launch.arguments()).containsExactly("first.ag");
        assertThat(launch.output()).doesNotContain("[INFO] chatter").contains("standard input");
        assertThat(project.lines("builds")).isEqualTo(1);
    }

    @Test
    void whatIsBuiltIsNotBuiltAgain() throws Exception {
        project.launch().status();

        assertThat(project.launch().errors()).isEmpty();
        assertThat(project.lines("builds")).isEqualTo(1);
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        project.launch().status();
        project.makeNewer("src/main/java/Main.java");

        assertThat(project.launch().errors()).containsExactly(BUILDING);
        assertThat(project.lines("builds")).isEqualTo(2);
    }

    @Test
    void aRemovedSourceIsBuiltAgain() throws Exception {
        project.launch().status();
        Files.delete(project.path("src/main/java/Main.java"));
        project.makeNewer("src/main/java");

        assertThat(project.launch().errors()).containsExactly(BUILDING);
    }

    @Test
    void anEditDuringTheBuildCountsAsNewer() throws Exception {
        project.maven("sleep 0.1; touch " + project.path("pom.xml") + "; " + project.makesTheJar());
        project.launch().status();

        assertThat(project.launch().errors()).containsExactly(BUILDING);
    }

    @Test
    void twoFirstStartsAtOnceShareOneBuild() throws Exception {
        project.maven("sleep 0.5; " + project.makesTheJar());
        List<Launch> launches = List.of(project.launch("a"), project.launch("b"), project.launch("c"));

        for (Launch launch : launches) {
            assertThat(launch.status()).isZero();
            assertThat(launch.arguments()).hasSize(1);
        }
        assertThat(project.lines("builds")).isEqualTo(1);
        assertThat(project.path("target/.building")).doesNotExist();
    }

    @Test
    void aFailedBuildShowsWhatMavenSaysAndRunsNothing() throws Exception {
        project.maven("echo '[ERROR] Main.java:[3,9] missing semicolon'; exit 1");

        Launch launch = project.launch();

        assertThat(launch.status()).isEqualTo(1);
        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors())
                .containsExactly(
                        BUILDING,
                        "[ERROR] Main.java:[3,9] missing semicolon",
                        "ag: the build failed; all that Maven said is in " + project.path("target/build.log"));

        project.maven(project.makesTheJar());
        assertThat(project.launch().status()).isZero();
    }

    @Test
    void withoutMavenOneSentenceSaysWhatToInstall() throws Exception {
        Files.delete(project.path("tools/mvn"));

        Launch launch = project.launch();

        assertThat(launch.status()).isEqualTo(127);
        assertThat(launch.output()).isEmpty();
        assertThat(launch.errors())
                .containsExactly("ag: please install Maven (the mvn command, from your package manager or"
                        + " https://maven.apache.org): ag is built with it once.");
    }

    @Test
    void withoutMavenAnOlderProgramStillRunsAndSaysThatItIsOlder() throws Exception {
        project.launch().status();
        Files.delete(project.path("tools/mvn"));
        project.makeNewer("pom.xml");

        Launch launch = project.launch("x");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(launch.errors())
                .containsExactly(
                        "ag: the sources have changed, but without Maven or the right to write here only the old"
                                + " program can be run.");
    }

    @Test
    void theLockOfADeadBuildIsTakenOver() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        project.write("target/.building/" + dead.pid(), "");
        project.write("target/ag.jar", "half a jar");

        Launch launch = project.launch("x");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(project.lines("builds")).isEqualTo(1);
        assertThat(project.path("target/ag.jar")).hasContent("jar");
        assertThat(project.path("target/.building")).doesNotExist();
    }

    @Test
    void aKilledLauncherLeavesItsBuildToFinishBeforeAnotherOneStarts() throws Exception {
        Path running = project.path("running");
        project.maven("mkdir " + running + " || echo two at once >>" + project.path("collisions") + "; sleep 1; rmdir "
                + running + "; " + project.makesTheJar());
        Launch killed = startBuilding();
        killed.process().destroyForcibly().waitFor();

        Launch launch = project.launch("x");

        assertThat(launch.arguments()).containsExactly("x");
        assertThat(project.path("collisions")).doesNotExist();
    }

    @Test
    void anInterruptedLauncherStopsMaven() throws Exception {
        project.maven("echo $$ >" + project.path("maven") + "; exec sleep 60");
        Launch launch = startBuilding();
        while (project.lines("maven") == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var maven = ProcessHandle.of(
                        Long.parseLong(Files.readString(project.path("maven")).strip()))
                .orElseThrow();

        launch.process().destroy();

        assertThat(launch.status()).isEqualTo(130);
        assertThat(maven.onExit()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(project.path("target/.building")).doesNotExist();
    }

    private Launch startBuilding() throws Exception {
        Launch launch = project.launch();
        while (project.lines("builds") == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return launch;
    }
}
