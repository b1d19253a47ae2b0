package ag.repl;

import ag.files.StoreException;
import ag.files.WholeFile;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.machine.DeepThread;
import ag.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the statements of a session in a file, each written as soon as it has worked, so that a crash takes nothing with it. The file
 * is a program that runs as it is. A session that was left as it should be ends with a line that says so.
 */
final class SessionLog {
    private static final String LEFT = "# left\n";
    private static final int MOST_FILES = 20;

    private final Path folder;
    private final Transcript transcript;
    /** Made with the first statement; null before. */
    private @Nullable Path file;

    private boolean answerUsed;
    private boolean broken;

    SessionLog(Path folder, Transcript transcript) {
        this.folder = folder;
        this.transcript = transcript;
    }

    /**
     * A session of before.
     *
     * @param lines what it has written; the program may have been killed in the middle of a line, which is not among them
     */
    record Earlier(Path file, String lines) {
        private static Earlier of(Path file) throws IOException {
            return new Earlier(file, WholeLines.of(Files.readAllBytes(file)));
        }

        /** Its statements, each of them whole: the program may have been killed while it wrote the last one. */
        String program() {
            Parser.Reading reading = new DeepThread().call(() -> Session.parse(new SourceText("", lines)));
            return reading.broken().isEmpty()
                    ? lines
                    : lines.substring(0, reading.broken().getLast().span().start());
        }

        /** Whether it was left as it should be. */
        boolean isLeft() {
            return lines.endsWith(LEFT);
        }

        /** Whether it ended by a crash, a power cut or a closed window. */
        boolean isCutOff() {
            return !isLeft() && !isRunning();
        }

        private boolean isRunning() {
            String name = file.getFileName().toString();
            String pid = name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
            return pid.matches("\\d{1,18}")
                    && Long.parseLong(pid) != ProcessHandle.current().pid()
                    && ProcessHandle.of(Long.parseLong(pid)).isPresent();
        }
    }

    /** The last session before this one. */
    Optional<Earlier> last() {
        try {
            List<Path> others =
                    files().stream().filter(other -> !other.equals(file)).toList();
            return others.isEmpty() ? Optional.empty() : Optional.of(Earlier.of(others.getLast()));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** A statement has worked, the last of these. */
    void add(List<Statement> statements) {
        Statement statement = statements.getLast();
        if (file != null && !answerUsed && Transcript.usesAnswer(statement)) {
            rewrite(statements);
        } else {
            append(Transcript.line(statement, answerUsed));
        }
        answerUsed |= Transcript.usesAnswer(statement);
    }

    /** Statements were taken back: these are left. */
    void rewrite(List<Statement> statements) {
        if (file != null && !broken) {
            try {
                WholeFile.write(file, transcript.program(statements).getBytes(StandardCharsets.UTF_8));
            } catch (StoreException unwritable) {
                broken = true;
            }
        }
    }

    /** The session is left as it should be. */
    void leave() {
        if (file != null) {
            append(LEFT);
        }
    }

    /** A disk that is full or not there ends the log, and not the session. */
    private void append(String text) {
        if (broken) {
            return;
        }
        try {
            if (file != null) {
                Files.writeString(file, text, StandardOpenOption.APPEND);
            } else {
                Files.createDirectories(folder);
                forgetOldest();
                Path begun = folder.resolve(name());
                file = begun;
                Files.writeString(begun, transcript.beginning() + text, StandardOpenOption.CREATE);
            }
        } catch (IOException | UncheckedIOException unwritable) {
            broken = true;
        }
    }

    /** When the session began, so that the names are in the order of time, and which process it is. */
    private static String name() {
        String now = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        return now + "-" + ProcessHandle.current().pid() + ".ag";
    }

    private void forgetOldest() throws IOException {
        List<Path> files = files();
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST_FILES + 1))) {
            Files.deleteIfExists(old);
        }
    }

    /** All sessions, oldest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".ag"))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }
}
