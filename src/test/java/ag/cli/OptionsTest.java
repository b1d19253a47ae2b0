package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option of every command does what the help says of it, or is refused. */
@Timeout(120)
final class OptionsTest {
    private static final String ENDLESS = "test \"endless\" { while true { } }\n";

    /** To the first question of the sheet of powers with the seed 1. */
    private static final String POWER_ANSWER = "5x^4";

    /** What a kernel that has a connection file does. */
    private static final Set<Option> KERNELS = EnumSet.of(Option.SEED, Option.SANDBOX, Option.MAX_MEMORY);

    @TempDir
    private Path folder;

    static Stream<Arguments> pairs() {
        return Arrays.stream(Command.values())
                .flatMap(command -> Arrays.stream(Option.values()).map(option -> Arguments.of(command, option)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachDoesWhatTheHelpSaysOrIsRefused(Command command, Option option) throws IOException {
        if (option.belongsTo(command)) {
            // What a language server writes is the protocol's; its own test is in ag.lsp.
            if (command != Command.LSP) {
                does(command, option);
            }
            return;
        }
        String value = option.takesValue() ? "1" : "";
        Call call = Call.of(Stream.of(command.word(), option.dashed(), value)
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
        assertThat(call.error()).contains(option.dashed() + " means nothing to ag " + command.word());
        assertThat(call.status()).isEqualTo(2);
    }

    private void does(Command command, Option option) throws IOException {
        if (command == Command.KERNEL && KERNELS.contains(option)) {
            return;
        }
        switch (option) {
            case PROGRAM ->
                assertThat(Call.of(command.word(), "-e", "6*7").output()).isEqualTo("42\n");
            case INTERACTIVE ->
                assertThat(Call.where()
                                .reads("x + 1")
                                .call(command.word(), "-i", file("x = 2"))
                                .output())
                        .isEqualTo("3\n");
            case JSON ->
                assertThat(on(command, "nobody(1)\ntest \"t\" { assert true }\n", "--json")
                                .output())
                        .startsWith("{\"kind\":\"")
                        .contains("unknown name 'nobody'");
            case SEED -> seeds(command);
            case QUIET -> isQuiet(command);
            case ASCII -> isInAscii(command);
            case NO_COLOR -> hasNoColour(command);
            case MAX_TIME -> {
                Call call = on(command, command == Command.TEST ? ENDLESS : "while true { }", "--max-time=200ms");
                assertThat(call.output() + call.error()).contains("longer than --max-time allows");
                assertThat(call.status()).isEqualTo(command == Command.TEST ? 1 : 124);
            }
            case MAX_NODES -> {
                String program = "let a = 1; s = a; repeat 1000 { s = s + a }";
                String text = command == Command.TEST ? "test \"t\" { " + program + " }" : program;
                Call call = on(command, text, "--max-nodes=500");
                assertThat(call.output() + call.error()).contains("holds more than 500 values");
                assertThat(on(command, text, "--max-nodes=1e6").status()).isZero();
            }
            case MAX_MEMORY -> {
                String text = "test \"t\" { assert true }";
                assertThat(on(command, text, "--max-memory=1024g").status()).isZero();
                assertThat(on(command, text, "--max-memory=16m").error()).contains("is heard by the launcher ag alone");
                assertThat(on(command, text, "--max-memory=15m").error()).contains("a size from 16m to 1024g");
            }
            case SANDBOX -> isShut(command);
            case JUNIT -> {
                Path report = folder.resolve("report.xml");
                on(command, "test \"t\" { assert true }", "--junit=" + report);
                assertThat(report).content().contains("<testsuite", "name=\"t\"");
            }
            case PYTORCH -> {
                Path program = folder.resolve("train.py");
                String training = """
                    data d { 1 -> 2 }
                    mlp net { input 1; layer 1 }
                    train net on d { optimizer sgd(0.1); epochs 1 }
                    """;
                Call call = Call.of("export", file(training), "--pytorch", program.toString());
                assertThat(call.output()).contains("wrote PyTorch program to ");
                assertThat(program).content().contains("self.layer1 = nn.Linear(1, 1)");
            }
            case CHECK -> {
                String file = file("a=1");
                assertThat(Call.of(command.word(), "--check", file).status()).isEqualTo(1);
                assertThat(Path.of(file)).hasContent("a=1");
            }
            case HELP -> {
                assertThat(Call.of(command.word(), "--help")).isEqualTo(Call.of("--help"));
                assertThat(Call.of(command.word(), "-h")).isEqualTo(Call.of("--help"));
            }
            case VERSION -> assertThat(Call.of(command.word(), "--version")).isEqualTo(Call.of("--version"));
        }
    }

    private void seeds(Command command) throws IOException {
        String drawn = Call.of("--seed", "11", "-e", "print random()").output().strip();
        String text = command == Command.TEST ? "test \"t\" { assert random() == " + drawn + " }" : "print random()";
        // As many digits as are printed tell one seed from the next.
        String about = text.replace("==", "≈").replace(drawn, drawn + " within 1e-5");
        Call same = on(command, about, "--seed=11");
        Call other = on(command, about, "--seed=12");
        if (command == Command.SERVE) {
            assertThat(same.output())
                    .contains("\"text/plain\":\"" + drawn + "\"")
                    .isNotEqualTo(other.output());
        } else if (command == Command.TEST) {
            assertThat(List.of(same.status(), other.status())).containsExactly(0, 1);
        } else {
            assertThat(same.output()).isEqualTo(drawn + "\n").isNotEqualTo(other.output());
        }
    }

    private void isQuiet(Command command) throws IOException {
        String noted = "let a = 0; log(a)\ntest \"t\" { assert true }";
        Call call = on(command, noted, "--quiet");
        if (command != Command.EXPORT) {
            assertThat(call.error().isEmpty()).isEqualTo(command != Command.KERNEL);
        }
        switch (command) {
            case RUN, REPL -> {
                assertThat(on(command, noted).error()).startsWith("note: ");
                assertThat(call.output()).startsWith("-inf\n");
            }
            case CHECK, FMT -> {
                assertThat(on(command, noted).output()).isNotEmpty();
                assertThat(call.output()).isEmpty();
            }
            case EXPORT ->
                assertThat(on(command, noted).error()).startsWith("note: ").contains("trains no network");
            case TEST -> {
                assertThat(on(command, noted).output()).contains("1 passed, 0 failed");
                assertThat(call.output()).doesNotContain("0 failed");
            }
            case SERVE -> {
                assertThat(on(command, noted).output()).contains("\"kind\":\"note\"");
                assertThat(call.output()).contains("-inf").doesNotContain("\"kind\":\"note\"");
            }
            case GRADE -> assertThat(call.output()).contains("1 of 1");
            case JUPYTER -> {
                assertThat(on(command, noted).output()).contains("the kernel 'ag' is in");
                assertThat(call.output()).isEmpty();
            }
            case HELP, COMPLETIONS, LSP -> assertThat(call).isEqualTo(on(command, noted));
            case KERNEL -> {}
        }
    }

    private void isInAscii(Command command) throws IOException {
        String wrong = "θ = ×\n";
        Call plain = on(command, wrong, "--ascii");
        assertThat(plain.output() + plain.error()).isNotEmpty().isASCII();
        if (command != Command.HELP
                && command != Command.COMPLETIONS
                && command != Command.JUPYTER
                && command != Command.KERNEL) {
            Call usual = on(command, wrong);
            assertThat(usual.output() + usual.error()).contains("θ");
        }
    }

    private void hasNoColour(Command command) throws IOException {
        String wrong = "a = (\n";
        Call plain = on(Call.where().onATerminal(), command, wrong, "--no-color");
        if (command == Command.KERNEL) {
            return;
        }
        assertThat(plain.output() + plain.error()).isNotEmpty().doesNotContain("\u001b");
        if (command != Command.HELP
                && command != Command.COMPLETIONS
                && command != Command.SERVE
                && command != Command.JUPYTER) {
            assertThat(on(Call.where().onATerminal(), command, wrong).error()).contains("\u001b[");
        }
    }

    private void isShut(Command command) throws IOException {
        String imported = file("known = 1");
        String text = "import \"" + imported.replace("\\", "\\\\") + "\"\ntest \"t\" { assert known == 1 }\n";
        assertThat(on(command, text).status()).isZero();
        Call shut = on(command, text, "--sandbox");
        assertThat(shut.output() + shut.error()).contains("files are not allowed here");
        assertThat(shut.status()).isEqualTo(command == Command.SERVE ? 0 : 1);
    }

    private Call on(Command command, String program, String... options) throws IOException {
        return on(Call.where(), command, program, options);
    }

    /** The command with something to do: a program in a file, or what comes in for a conversation, which nobody types. */
    private Call on(Call.Builder where, Command command, String program, String... options) throws IOException {
        String last = switch (command) {
            case REPL, SERVE, LSP -> "";
            case HELP -> "tanh";
            case COMPLETIONS -> "bash";
            case GRADE -> file(program + "\nworksheet { x^5 }\n");
            case JUPYTER -> "install";
            case KERNEL -> folder.resolve("no connection").toString();
            case RUN, CHECK, TEST, FMT, EXPORT -> file(program);
        };
        String answers = command == Command.GRADE ? file("1: " + POWER_ANSWER) : "";
        Stream<String> words = Stream.of(
                        Stream.of(command.word()),
                        Arrays.stream(options),
                        command == Command.EXPORT
                                ? Stream.of("--pytorch=" + folder.resolve("out.py"))
                                : Stream.<String>empty(),
                        Stream.of(last, answers).filter(word -> !word.isEmpty()))
                .flatMap(part -> part);
        String piped = switch (command) {
            case REPL -> program;
            case SERVE -> request(program);
            case HELP, COMPLETIONS, JUPYTER, KERNEL, RUN, CHECK, TEST, FMT, GRADE, EXPORT, LSP -> "";
        };
        return where.reads(piped).has("JUPYTER_DATA_DIR", folder.toString()).call(words.toArray(String[]::new));
    }

    private static String request(String program) {
        return "{\"do\":\"evaluate\",\"code\":\"%s\"}\n"
                .formatted(program.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    }

    private String file(String program) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "a", ".ag"), program)
                .toString();
    }

    /** Without a limit of its own a test has a minute; the one that is given holds for each test, not for all of them. */
    @Test
    void theTimeIsThatOfEachTest() throws IOException {
        Call call = on(Command.TEST, ENDLESS + ENDLESS + "test \"short\" { assert true }", "--max-time=200ms");
        assertThat(call.output()).contains("passed  short", "1 passed, 2 failed");
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void thePageNamesEachOption(Option option) throws IOException {
        if (option != Option.HELP
                && option != Option.VERSION
                && option != Option.PROGRAM
                && option != Option.INTERACTIVE) {
            assertThat(Files.readString(Path.of("docs", "command-line.md"))).contains("| `" + option.dashed());
        }
    }
}
