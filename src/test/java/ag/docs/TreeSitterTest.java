package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ag.lang.syntax.Forms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar for tree-sitter, compiled by gcc: it reads all programs, and sees in them what it should. */
@Tag("slow")
final class TreeSitterTest {
    private static final Path GRAMMAR = Path.of("editors", "tree-sitter-ag");
    private static final Pattern ENTRY =
            Pattern.compile("=+\n(.+)\n=+\n\n(?s:(.*?))\n---\n\n(?s:(.*?))(?=\n\n=+\n|\\s*\\z)");

    @TempDir
    private static Path folder;

    private static Path parse;

    private record Said(int status, String output) {}

    /** A program with its tree, of the files in {@code test/corpus}. */
    record Entry(String title, String program, String tree) {
        @Override
        public String toString() {
            return title;
        }
    }

    @BeforeAll
    static void compile() throws Exception {
        Path empty = Files.writeString(folder.resolve("probe.c"), "#include <tree_sitter/api.h>\n");
        assumeThat(run("sh", "-c", "gcc -fsyntax-only " + empty).status())
                .as("gcc and libtree-sitter-dev are here")
                .isZero();
        parse = folder.resolve("parse");
        Path source = GRAMMAR.resolve("src");
        Said said = run(
                "gcc",
                "-O0",
                "-I" + source,
                "-o",
                parse.toString(),
                GRAMMAR.resolve("test/parse.c").toString(),
                source.resolve("parser.c").toString(),
                source.resolve("scanner.c").toString(),
                "-ltree-sitter");
        assertThat(said.status()).as(said.output()).isZero();
    }

    private static Said run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output);
    }

    private static Said parse(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(parse.toString()));
        command.addAll(arguments);
        return run(command.toArray(String[]::new));
    }

    private static List<String> files(Path root, String end) throws Exception {
        try (Stream<Path> found = Files.walk(root)) {
            return found.map(Path::toString)
                    .filter(name -> name.endsWith(end))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyProgramIsRead() throws Exception {
        List<String> programs = new ArrayList<>(files(Path.of("src", "test", "resources", "programs"), ".ag"));
        programs.addAll(files(Path.of("examples"), ".ag"));
        for (Page page : Page.all()) {
            for (Block block : page.blocks()) {
                if (block.isProgram()) {
                    Path program = folder.resolve(page.file().getFileName() + "-" + block.start() + ".ag");
                    programs.add(Files.writeString(program, block.text()).toString());
                }
            }
        }

        assertThat(programs).hasSizeGreaterThan(400);
        assertThat(parse(programs)).isEqualTo(new Said(0, ""));
    }

    @Test
    void whatIsWrongIsFoundAndTheRestIsRead() throws Exception {
        Path program = Files.writeString(folder.resolve("wrong.ag"), "let a = 2\nL = )\nb = a^2\n");

        Said said = parse(List.of("--tree", program.toString()));

        assertThat(said.status()).isOne();
        assertThat(said.output()).contains("(let (binding", "ERROR", "(definition left: (name) right: (power");
    }

    static List<Entry> entries() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (String file : files(GRAMMAR.resolve("test").resolve("corpus"), ".txt")) {
            ENTRY.matcher(Files.readString(Path.of(file)))
                    .results()
                    .map(TreeSitterTest::entry)
                    .forEach(entries::add);
        }
        return entries;
    }

    private static Entry entry(MatchResult found) {
        return new Entry(found.group(1), found.group(2), found.group(3).replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aProgramHasItsTree(Entry entry) throws Exception {
        Path program = Files.writeString(folder.resolve("entry.ag"), entry.program());

        assertThat(parse(List.of("--tree", program.toString()))).isEqualTo(new Said(0, entry.tree() + "\n"));
    }

    /** Editors colour a word by the last pattern that captures it. */
    @Test
    void wordsAreColouredByWhereTheyStand() throws Exception {
        Path program = Files.writeString(folder.resolve("colours.ag"), """
            let trace = 2
            f(x) = sin(x) + trace if x > 0 else π
            grad f wrt trace
            mlp net { layer 16 tanh }
            """);
        String query = GRAMMAR.resolve("queries/highlights.scm").toString();

        List<String> captures = parse(List.of("--query", query, program.toString()))
                .output()
                .lines()
                .toList();

        assertThat(captures)
                .contains(
                        "keyword let",
                        "function f",
                        "variable.parameter x",
                        "function.builtin sin",
                        "constant.builtin π",
                        "keyword grad",
                        "keyword wrt",
                        "keyword mlp",
                        "attribute layer",
                        "constant.numeric 16",
                        "function.builtin tanh")
                .doesNotContain("keyword trace", "function.builtin f", "function.builtin trace", "constant.builtin x");
    }

    @Test
    void everyQueryIsUnderstood() throws Exception {
        Path program = Files.writeString(folder.resolve("small.ag"), "f(x) = { x^2 }\n");

        for (String query : files(GRAMMAR.resolve("queries"), ".scm")) {
            Said said = parse(List.of("--query", query, program.toString()));
            assertThat(said.status()).as(query + ": " + said.output()).isZero();
            assertThat(said.output()).as(query).isNotEmpty();
        }
    }

    /** The parser is generated by hand: a word that is new in the language is missing in it until then. */
    @Test
    void theParserKnowsTheWordsOfTheLanguage() throws Exception {
        String parser = Files.readString(GRAMMAR.resolve("src/parser.c"));
        List<String> words = Stream.concat(
                        Forms.words().stream(), Forms.words().stream().flatMap(word -> Forms.clauses(word).stream()))
                .distinct()
                .toList();

        assertThat(words)
                .as("words in the generated parser; tree-sitter generate makes it anew")
                .allSatisfy(word -> assertThat(parser).contains("] = \"" + word + "\""));
    }
}
