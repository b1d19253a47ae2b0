package ag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The program's version and commit, as the build has written them into the jar. */
final class Version {
    private static final String COMMIT = "commit.txt";

    private Version() {}

    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** The commit it was built from, with {@code -dirty} where files of it had been changed; {@code unknown} where that was no checkout. */
    static String commit() {
        try (InputStream written = Version.class.getResourceAsStream(COMMIT)) {
            return written == null ? "unknown" : new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
