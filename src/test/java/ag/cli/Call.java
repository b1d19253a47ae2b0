package ag.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ag.cli.Surroundings.Sink;
import ag.cli.Surroundings.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/** A call of the program in the test's own process: what it printed, and how it ended. */
record Call(int status, String output, String error) {
    /** What a call finds around itself: nothing piped in, no terminal, no variables. */
    static Builder where() {
        return new Builder("", false, Map.of(), true);
    }

    static Call of(String... arguments) {
        return where().call(arguments);
    }

    record Builder(String input, boolean terminal, Map<String, String> environment, boolean unicode) {
        Builder reads(String piped) {
            return new Builder(piped, terminal, environment, unicode);
        }

        Builder onATerminal() {
            return new Builder(input, true, environment, unicode);
        }

        Builder has(String variable, String value) {
            return new Builder(input, terminal, Map.of(variable, value), unicode);
        }

        Builder inAscii() {
            return new Builder(input, terminal, environment, false);
        }

        Call call(String... arguments) {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            ByteArrayOutputStream error = new ByteArrayOutputStream();
            Surroundings around = new Surroundings(
                    new Source(new ByteArrayInputStream(input.getBytes(UTF_8)), false),
                    new Sink(output, terminal),
                    new Sink(error, terminal),
                    environment,
                    unicode,
                    () -> 40);
            int status = new CommandLine(around).run(arguments);
            return new Call(status, output.toString(UTF_8), error.toString(UTF_8));
        }
    }
}
