package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.statements.BlockWord;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.Forms;
import ag.lang.values.Callable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the editors' files colour are those of the language. {@code -Dgolden.update=true} writes them anew. */
final class EditorFilesTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** What stands behind the comment that names a list: the list itself, in the form of the file. */
    private static final Map<String, String> LISTS = Map.of(
            ".json", "\"comment\": \"%s\",(?s:.*?)\\(([\\p{L}\\p{N}_|]+)\\)",
            ".vim", "\" %s\n(?:syntax keyword \\w+ |[^\n]*?\\\\%%\\()([\\p{L}\\p{N}_\\\\| ]+?)(?=\\\\\\)|\n)",
            ".el", ";; %s\n  '\\(([^)]*)\\)",
            ".js", "// %s\n  \\w+: '([^']*)'",
            ".c", "// %s\n[^\n]*\"\\|([^\"]*)\\|\"",
            ".scm", "; %s\n  ([^)]*)\\)");

    /** Which lists a file has; the others have all. */
    private static final Map<String, List<String>> SOME = Map.of(
            "editors/tree-sitter-ag/words.js", List.of("statements", "clauses"),
            "editors/tree-sitter-ag/src/scanner.c", List.of("statements"),
            "editors/tree-sitter-ag/queries/highlights.scm", List.of("functions"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "editors/vscode/syntaxes/ag.tmLanguage.json",
                "editors/vim/syntax/ag.vim",
                "editors/emacs/ag-mode.el",
                "editors/tree-sitter-ag/words.js",
                "editors/tree-sitter-ag/src/scanner.c",
                "editors/tree-sitter-ag/queries/highlights.scm"
            })
    void theWordsAreThoseOfTheLanguage(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        String expected = text;
        Map<String, Collection<String>> words = words();
        for (String list : SOME.getOrDefault(file, List.copyOf(words.keySet()))) {
            expected = with(expected, file, list, Objects.requireNonNull(words.get(list)));
        }
        if (UPDATE) {
            Files.writeString(Path.of(file), expected);
        }
        assertThat(text)
                .as("words to write with: mvn test -Dtest=EditorFilesTest -Dgolden.update=true")
                .isEqualTo(expected);
    }

    private static Map<String, Collection<String>> words() {
        Map<String, Collection<String>> words = new LinkedHashMap<>();
        List<String> reserved = Forms.reserved();
        List<String> statements = Forms.words();
        words.put("statements", statements);
        words.put("reserved", reserved);
        words.put(
                "lines",
                new TreeSet<>(statements.stream()
                        .flatMap(statement -> BlockWord.of(statement).stream())
                        .map(BlockWord::word)
                        .toList()));
        words.put(
                "clauses",
                new TreeSet<>(statements.stream()
                        .flatMap(statement -> Forms.clauses(statement).stream())
                        .filter(word -> !reserved.contains(word))
                        .toList()));
        words.put(
                "functions",
                new TreeSet<>(new StandardLanguage()
                        .library().names().entrySet().stream()
                                .filter(name -> name.getValue() instanceof Callable)
                                .map(Map.Entry::getKey)
                                .filter(name -> !statements.contains(name))
                                .toList()));
        return words;
    }

    private static String with(String text, String file, String list, Collection<String> words) {
        String form = LISTS.entrySet().stream()
                .filter(entry -> file.endsWith(entry.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
        Matcher matcher = Pattern.compile(form.formatted(list)).matcher(text);
        assertThat(matcher.find()).as(list).isTrue();
        boolean lisp = file.endsWith(".el") || file.endsWith(".scm");
        String separator = lisp || matcher.group().contains("keyword ag") ? " " : file.endsWith(".vim") ? "\\|" : "|";
        String joined =
                words.stream().map(word -> lisp ? "\"" + word + "\"" : word).collect(Collectors.joining(separator));
        return text.substring(0, matcher.start(1)) + joined + text.substring(matcher.end(1));
    }
}
