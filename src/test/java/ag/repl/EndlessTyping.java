package ag.repl;

import ag.cli.RandomKills;
import ag.lang.source.SourceText;
import ag.lang.syntax.Statement;
import ag.session.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.reader.History;
import org.jline.terminal.impl.DumbTerminal;

/** Keeps the history and the statements of a session that does not end, as fast as it can: to be killed. */
final class EndlessTyping {
    static final Transcript UNSEEDED = new Transcript(null);

    /** After so many statements all is forgotten, as by {@code :reset}. */
    static final int STATEMENTS = 5;

    /** History is written much faster than statements are taken apart. */
    static final int ENTRIES_PER_STATEMENT = 10;

    /** So many elements that an entry is written in many pieces, and a kill falls between two of them now and then. */
    private static final int ELEMENTS = 8_000;

    private EndlessTyping() {}

    @SuppressWarnings("SystemOut") // The test reads it.
    public static void main(String[] arguments) throws IOException {
        Path state = Path.of(arguments[0]);
        List<Statement> statements = statements();
        History history = history(state);
        SessionLog log = new SessionLog(state.resolve("sessions"), UNSEEDED);
        for (int entries = 0; ; ) {
            for (int k = 1; k <= STATEMENTS; k++) {
                for (int j = 0; j < ENTRIES_PER_STATEMENT; j++) {
                    history.add(entry(entries++));
                }
                log.add(statements.subList(0, k));
            }
            log.rewrite(statements.subList(0, STATEMENTS - 1));
            log.rewrite(List.of());
            System.out.println(RandomKills.WRITTEN);
        }
    }

    static List<Statement> statements() {
        String program =
                IntStream.range(0, STATEMENTS).mapToObj(EndlessTyping::entry).collect(Collectors.joining("\n"));
        return Session.parse(new SourceText("", program)).statements();
    }

    /** The history as the REPL keeps it. */
    static History history(Path state) throws IOException {
        EntryReader reader = new EntryReader(new DumbTerminal(
                "test",
                "dumb",
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                StandardCharsets.UTF_8));
        reader.keepHistory(state.resolve("history"));
        History history = reader.getHistory();
        history.attach(reader);
        return history;
    }

    /** Of several lines, with characters of several bytes; each can be told from all others and from its parts. */
    static String entry(int number) {
        return "θ" + number + " = [\n" + (number + ",\n").repeat(ELEMENTS) + number + "]";
    }
}
