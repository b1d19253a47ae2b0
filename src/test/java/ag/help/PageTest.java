package ag.help;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.syntax.Forms;
import ag.result.print.Style;
import ag.session.Interruption;
import ag.session.Session;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PageTest {
    private static final Help HELP = Help.standard();
    private static final HelpPrinter PRINTER = new HelpPrinter(Style.PLAIN, 80);

    static Stream<String> statements() {
        return Forms.words().stream();
    }

    static Stream<Topic> topics() {
        return HELP.topics().stream();
    }

    static Stream<String> names() {
        return new Session(_ -> {}, Host.PLAIN, Interruption.none()).interpreter().library().names().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void everyStatementHasATopicAndAForm(String word) {
        assertThat(HELP.topic(word))
                .as("a row for '%s' in ag.help.StatementTopics", word)
                .isPresent();
        assertThat(Forms.of(word))
                .as("how %s is written, in ag.lang.syntax.CommandWord", word)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameOfTheLibraryHasATopic(String name) {
        assertThat(HELP.topic(name)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyExampleRuns(Topic topic) {
        Session session = new Session(_ -> {}, Host.PLAIN, Interruption.none());
        assertThat(session.run(new SourceText(topic.name(), topic.example()))).isEmpty();
    }

    @Test
    void aFunctionIsExplainedByItsRowAndByWhatItGives() {
        assertThat(PRINTER.text(HELP.topic("tanh").orElseThrow()))
                .startsWith("""
                    tanh(x)
                      hyperbolic tangent, from -1 to 1

                      takes       any number
                      derivative  1 - y^2, where y is the result

                      ag> tanh(0.5)
                      0.462117
                      ag> tanh'(0.5)
                      0.786448
                    """)
                .contains("⠁");
    }

    @Test
    void aConventionAtAKinkIsTold() {
        assertThat(PRINTER.text(HELP.topic("abs").orElseThrow())).contains("convention  the derivative at 0 is 0");
    }

    @Test
    void aStatementTellsTheLinesOfItsBlock() {
        assertThat(PRINTER.text(HELP.topic("train").orElseThrow()))
                .contains("optimizer   sgd(lr = 0.1)")
                .contains("trained net: 2 parameters");
    }

    @Test
    void aMisspeltWordNamesItsNearest() {
        assertThat(HELP.topic("tahn")).isEmpty();
        assertThat(HELP.nearest("tahn")).contains("tanh");
        assertThat(HELP.nearest("trian")).contains("train");
    }

    @Test
    void aNarrowScreenGetsShorterLines() {
        assertThat(new HelpPrinter(Style.PLAIN, 40)
                        .text(HELP.topic("trace").orElseThrow())
                        .lines()
                        .limit(5))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }
}
