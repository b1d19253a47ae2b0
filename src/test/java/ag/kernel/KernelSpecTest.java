package ag.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's file lies where Jupyter of each system looks. */
final class KernelSpecTest {
    @TempDir
    private Path home;

    private String installed(String system, Map<String, String> environment) throws IOException {
        Path folder = KernelSpec.install(List.of("/opt/ag/bin/ag"), environment, system);
        assertThat(folder.resolve("kernel.json")).hasContent("""
            {
              "argv": [
                "/opt/ag/bin/ag",
                "kernel",
                "{connection_file}"
              ],
              "display_name": "ag",
              "language": "ag",
              "interrupt_mode": "message"
            }
            """);
        return home.relativize(folder).toString().replace('\\', '/');
    }

    @Test
    void eachSystemHasItsFolder() throws IOException {
        String user = home.toString();
        assertThat(installed("Linux", Map.of("HOME", user))).isEqualTo(".local/share/jupyter/kernels/ag");
        assertThat(installed("Linux", Map.of("HOME", user, "XDG_DATA_HOME", user + "/data")))
                .isEqualTo("data/jupyter/kernels/ag");
        assertThat(installed("Mac OS X", Map.of("HOME", user))).isEqualTo("Library/Jupyter/kernels/ag");
        assertThat(installed("Windows 11", Map.of("APPDATA", user + "/AppData")))
                .isEqualTo("AppData/jupyter/kernels/ag");
        assertThat(installed("Linux", Map.of("HOME", "/nowhere", "JUPYTER_DATA_DIR", user + "/here")))
                .isEqualTo("here/kernels/ag");
    }
}
