package ag.repl;

import static org.assertj.core.api.Assertions.assertThat;

import ag.assist.Suggestion;
import ag.machine.FileAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
    private final Workbench bench = new Workbench(FileAccess.ALL, null);
    private final Suggestions suggestions = new Suggestions(bench);

    @BeforeEach
    void define() {
        bench.run(
                new ag.lang.source.SourceText(
                        "",
                        "let alpha = 2; beta = 3; gamma(t) = t^2; mlp net { input 2; layer 1 }; data moons ="
                                + " make_moons(n = 10)"),
                _ -> {});
    }

    /** What stands at the end of the text, with the first word there is as far as it is typed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        al                            | alpha
        2*tan                         | tan tanh
        gam                           | gamma gamma'
        tra                           | train trace transpose
        grad alpha w                  | wrt
        grad alpha wrt                | alpha net
        set                           | alpha net
        train                         | net
        train net on                  | moons
        alpha.                        | grad
        net.p                         | parameters
        moons.                        | inputs targets classes columns
        alpha.rel                     | relu
        mlp m { in                    | input init
        mlp m { input 2; layer 3 rel  | relu
        train net on moons { op       | optimizer
        train net on moons { optimizer adam | adam( adamw( adamax(
        train net on moons { loss bc  | bce bce_logits
        minimize alpha over alpha { st | steps stop
        for i in 1..3 { pri           | print
        (2 + be                       | beta
        2*thet                        | theta
        :he                           | :help
        :help tanh                    | tanh
        :help :un                     | :undo
        :set                          | digits color unicode live
        :set color o                  | on off
        :time 2*al                    | alpha
        """)
    void whatFitsIsOffered(String typed, String expected) {
        String entry = typed.matches(".*(wrt|set|train|on)") ? typed + " " : typed;
        String begun = Suggestions.wordAt(entry, entry.length()).text();
        assertThat(suggestions.at(entry, entry.length()))
                .filteredOn(suggestion -> suggestion.text().startsWith(begun))
                .extracting(Suggestion::text)
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void aFunctionShowsHowItIsCalledAndWhatItIs() {
        assertThat(suggestions.at("tanh", 4))
                .contains(new Suggestion("tanh", "tanh(x)", "functions", "hyperbolic tangent, from -1 to 1"))
                .contains(new Suggestion("gamma", "gamma(t)", "yours", "function"));
    }

    @Test
    void derivativesAreOfferedAsTheyAreWritten() {
        bench.run(new ag.lang.source.SourceText("", "y = p t^2"), _ -> {});
        assertThat(texts("dy")).contains("dy/dp", "dy/dt");
        assertThat(texts("2 + d")).contains("d/dx");
        assertThat(suggestions.at("gam", 3))
                .contains(new Suggestion("gamma'", "gamma'(t)", "yours", "derivative of gamma"));
        assertThat(suggestions.at("om", 2)).contains(new Suggestion("omega", "omega ω", "letters", "read as ω"));
        assertThat(texts("")).doesNotContain("d/dx", "omega");
        assertThat(suggestions.at("set om", 6)).extracting(Suggestion::text).doesNotContain("omega");
    }

    @Test
    void aStatementIsOfferedOnlyWhereOneCanBegin() {
        assertThat(texts("tr")).contains("train");
        assertThat(texts("2 + tr")).doesNotContain("train");
        assertThat(texts("x = 1\ntr")).contains("train");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        train                  | there is no network yet: mlp net { input 2; layer 1 } makes one
        summary                | there is no network yet: mlp net { input 2; layer 1 } makes one
        zero                   | there is no input yet: let x = 2 makes one
        minimize 2 over        | there is no input yet: let x = 2 makes one
        """)
    void whereNothingFitsItIsSaidWhatIsMissing(String typed, String lack) {
        Suggestions unborn = new Suggestions(new Workbench(FileAccess.ALL, null));
        assertThat(unborn.at(typed + " ", typed.length() + 1)).isEmpty();
        assertThat(unborn.lack(typed + " ", typed.length() + 1)).isEqualTo(lack);
        assertThat(suggestions.lack(typed + " ", typed.length() + 1)).isEmpty();
    }

    @Test
    void filesAreOfferedBetweenQuotesAndBehindCommands(@TempDir Path folder) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("points.csv"), "");
        java.nio.file.Files.writeString(folder.resolve(".hidden"), "");
        java.nio.file.Files.createDirectory(folder.resolve("more"));
        List<String> expected = List.of(folder + "/more/", folder + "/points.csv");
        assertThat(texts("csv(\"" + folder + "/")).isEqualTo(expected);
        assertThat(texts(":load " + folder + "/")).isEqualTo(expected);
        assertThat(texts("csv(\"" + folder + "/.h")).contains(folder + "/.hidden");
    }

    @Test
    void aSandboxTellsNoFiles() {
        Suggestions sandboxed = new Suggestions(new Workbench(FileAccess.NONE, null));
        assertThat(sandboxed.at(":load ", 6)).isEmpty();
        assertThat(sandboxed.at("csv(\"", 5)).isEmpty();
    }

    private List<String> texts(String entry) {
        return suggestions.at(entry, entry.length()).stream()
                .map(Suggestion::text)
                .toList();
    }
}
