import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the commit that is built into a file, for {@code ag --version}: its first twelve digits, with {@code -dirty} behind them where
 * files of it have been changed, and {@code unknown} where the project is no checkout. The same commit gives the same bytes.
 *
 * <p>Called with the project's folder and the file.
 */
final class WriteCommit {
    private WriteCommit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String folder = arguments[0];
        Path file = Path.of(arguments[1]);
        // A folder in a checkout of something else has that one's commits.
        boolean isCheckout = said(folder, "rev-parse", "--is-inside-work-tree").equals("true")
                && said(folder, "rev-parse", "--show-prefix").isEmpty();
        String commit = isCheckout ? said(folder, "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*") : "";
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, (commit.isEmpty() ? "unknown" : commit) + "\n");
    }

    /** What Git says; empty where it fails, or is not there. */
    private static String said(String folder, String... words) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", folder));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            String said = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : "";
        } catch (IOException none) {
            return "";
        }
    }
}
