package ag.repl;

import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.session.Session;
import ag.store.StoreException;
import ag.store.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the statements of a session in a file, each written as soon as it has worked, so that a crash takes nothing with it. The file
 * is a program that runs as it is. A session that was left as it should be ends with a line that says so.
 */
final class SessionLog {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
    private static final String LEFT = "# left\n";
    private static final int MOST_FILES = 20;

    private final Path folder;
    private final Path file;
    private final Transcript transcript;
    private boolean begun;
    private boolean answerUsed;
    private boolean broken;

    private SessionLog(Path folder, Path file, Transcript transcript) {
        this.folder = folder;
        this.file = file;
        this.transcript = transcript;
    }

    /** The file of a session that begins now; it is made with the first statement. */
    static SessionLog in(Path folder, Transcript transcript) {
        String name = LocalDateTime.now(java.time.ZoneId.systemDefault()).format(NAME) + "-"
                + ProcessHandle.current().pid();
        return new SessionLog(folder, folder.resolve(name + ".ag"), transcript);
    }

    /**
     * A session of before.
     *
     * @param program its statements, each of them whole
     * @param left whether it was left as it should be
     */
    record Earlier(Path file, String program, boolean left) {
        /** Reads what a session has written; the program may have been killed while it wrote the last statement. */
        private static Earlier of(Path file) throws IOException {
            String lines = WholeLines.of(Files.readAllBytes(file));
            Parser.Reading reading = Session.parse(new SourceText("", lines));
            String program = reading.broken().isEmpty()
                    ? lines
                    : lines.substring(0, reading.broken().getLast().span().start());
            return new Earlier(file, program, lines.endsWith(LEFT));
        }

        /** Whether it ended by a crash, a power cut or a closed window. */
        boolean isCutOff() {
            return !left && !isRunning();
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
            List<Path> files = files();
            Path last = files.stream().filter(other -> !other.equals(file)).reduce(file, (_, newer) -> newer);
            return last.equals(file) ? Optional.empty() : Optional.of(Earlier.of(last));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** A statement has worked, the last of these. */
    void add(List<Statement> statements) {
        Statement statement = statements.getLast();
        if (begun && !answerUsed && Transcript.usesAnswer(statement)) {
            rewrite(statements);
        } else {
            append(Transcript.line(statement, answerUsed));
        }
        answerUsed |= Transcript.usesAnswer(statement);
    }

    /** Statements were taken back: these are left. */
    void rewrite(List<Statement> statements) {
        if (begun && !broken) {
            try {
                WholeFile.write(file, transcript.program(statements).getBytes(StandardCharsets.UTF_8));
            } catch (StoreException unwritable) {
                broken = true;
            }
        }
    }

    /** The session is left as it should be. */
    void leave() {
        if (begun) {
            append(LEFT);
        }
    }

    /** A disk that is full or not there ends the log, and not the session. */
    private void append(String text) {
        if (broken) {
            return;
        }
        try {
            if (begun) {
                Files.writeString(file, text, StandardOpenOption.APPEND);
            } else {
                Files.createDirectories(folder);
                forgetOldest();
                begun = true;
                Files.writeString(file, transcript.beginning() + text, StandardOpenOption.CREATE);
            }
        } catch (IOException | UncheckedIOException unwritable) {
            broken = true;
        }
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
