package ag.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ag.machine.FileAccess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of {@code docs/serve.md}, spoken over pipes. */
@Timeout(60)
final class ServerTest {
    private final Pipe asked = Pipe.open();
    private final Pipe answered = Pipe.open();
    private final OutputStream requests = Channels.newOutputStream(asked.sink());
    private final BufferedReader answers =
            new BufferedReader(new InputStreamReader(Channels.newInputStream(answered.source()), UTF_8));
    private Thread serving = new Thread(() -> {});

    ServerTest() throws IOException {}

    @BeforeEach
    void serve() {
        InputStream input = Channels.newInputStream(asked.source());
        OutputStream output = Channels.newOutputStream(answered.sink());
        serving =
                new Thread(() -> Server.serve(input, output, new Server.Settings(FileAccess.NONE, null, true, false)));
        serving.setDaemon(true);
        serving.start();
    }

    @AfterEach
    void endsWithItsInput() throws Exception {
        requests.close();
        serving.join(20_000);
        assertThat(serving.isAlive()).isFalse();
    }

    private void send(String line) throws IOException {
        requests.write((line.replace('\'', '"') + "\n").getBytes(UTF_8));
        requests.flush();
    }

    /** All lines up to the end of this request. */
    private List<String> answer(String id) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(answers.readLine().replace('"', '\''));
        } while (!lines.getLast().startsWith("{'id':" + id + ",'event':'end'"));
        return lines;
    }

    private List<String> ask(String fields) throws IOException {
        send("{'id':7," + fields + "}");
        return answer("7");
    }

    @Test
    void aProgramGivesResultsAndOneEnd() throws IOException {
        assertThat(ask("'do':'evaluate','code':'let a = 2; L = a^3; grad L','name':'cell'"))
                .containsExactly(
                        "{'id':7,'event':'result','result':{'kind':'grad','file':'cell','line':1,'of':'L','value':8.0,'grad':{'a':12.0}},'document':{'text/plain':'L"
                            + " = 8   ∂L/∂a = 12'}}",
                        "{'id':7,'event':'end','ok':true}");
        assertThat(ask("'do':'evaluate','code':'L'"))
                .as("names stay")
                .anyMatch(line -> line.contains("'text/plain':'8'"));
    }

    @Test
    void aMistakeIsToldOnceAndWhatWasDoneBeforeStays() throws IOException {
        List<String> lines = ask("'do':'evaluate','code':'x = 5\\nnosuch + 1'");
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .contains(
                        "'ok':false", "'code':'unknown-name'", "'line':2,'column':1,'end_column':7", " --> input:2:1");
        assertThat(ask("'do':'names'").getFirst()).contains("{'name':'x','role':'constant','value':'5'}");
        ask("'do':'reset'");
        assertThat(ask("'do':'names'").getFirst()).contains("'names':[]");
    }

    @Test
    void definitionsAreToldWhereTheyAreAskedFor() throws IOException {
        assertThat(ask("'do':'evaluate','code':'let a = 2','definitions':true").getFirst())
                .isEqualTo(
                        "{'id':7,'event':'result','defines':'a','role':'input','line':1,'document':{'text/plain':'a ="
                                + " 2'}}");
        assertThat(ask("'do':'evaluate','code':'let b = 2'")).hasSize(1);
    }

    @Test
    void whatIsAFormulaIsTypeset() throws IOException {
        String defined = "'do':'evaluate','definitions':true,'code':";
        assertThat(ask(defined + "'f(t) = t sin t'").getFirst())
                .contains(
                        "'role':'function'",
                        "'text/plain':'f(t) = t·sin(t)'",
                        "f\\\\left(t\\\\right) = t \\\\, \\\\sin\\\\left(t\\\\right)$'");
        assertThat(ask(defined + "'y = x^2/2'").getFirst())
                .contains("'text/plain':'y = x²/2'", "y = \\\\frac{x^{2}}{2}$'");
        assertThat(ask("'do':'evaluate','code':'y'").getFirst())
                .contains("'text/plain':'x²/2'", "displaystyle \\\\frac{x^{2}}{2}$'");
        assertThat(ask("'do':'evaluate','code':'f′'").getFirst()).contains("f'\\\\left(t\\\\right) = t \\\\, \\\\cos");
        assertThat(ask(defined + "'g(t) = { s = t; while s < 10 { s = 2s }; s }'")
                        .getFirst())
                .contains("{'text/plain':'g = g(t)'}");
        assertThat(ask("'do':'evaluate','code':'2 + 1'").getFirst()).doesNotContain("latex");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        derive x^2                     | text/latex
        plot sin(x) for x in 0..1      | image/svg+xml
        let a = 2; L = a*3; graph L    | image/svg+xml
        let a = 2; L = a*3; trace L    | text/html
        let a = 2; L = a*3; check L    | text/html
        """)
    void resultsComeInTheFormsThatFit(String code, String type) throws IOException {
        assertThat(ask("'do':'evaluate','code':'" + code + "'").getFirst())
                .contains("'text/plain':'", "'" + type + "':'");
    }

    @Test
    void aRunningProgramIsInterruptedAndTheSessionStays() throws Exception {
        send("{'id':1,'do':'evaluate','code':'n = 41; print n; while true { }'}");
        assertThat(answers.readLine()).contains("\"text/plain\":\"41\"");
        long asked = System.nanoTime();
        send("{'id':2,'do':'interrupt'}");
        assertThat(answer("1").getLast()).contains("'code':'interrupted'");
        assertThat(System.nanoTime() - asked).isLessThan(2_000_000_000L);
        assertThat(ask("'do':'evaluate','code':'n + 1'")).anyMatch(line -> line.contains("'42'"));
    }

    @Test
    void digitsThatAreSetStayForTheRequestsBehind() throws IOException {
        ask("'do':'evaluate','code':'set digits 10'");
        assertThat(ask("'do':'evaluate','code':'1/3'")).anyMatch(line -> line.contains("'0.3333333333'"));
    }

    /** It would go on for hours, so that no machine is too quick for it to tell. */
    @Test
    void aTrainingTellsHowFarItIs() throws IOException {
        send("{'id':1,'do':'evaluate','code':'let x = 9; minimize (x - 2)^2 over x { steps 3 }; data d ="
                + " make_moons(n = 400); mlp net { input 2; layer 32 tanh; layer 1 }; train net on d"
                + " { loss bce_logits; optimizer adam(lr = 0.1); epochs 10000000 }'}");
        String line;
        do {
            line = answers.readLine();
            assertThat(line).doesNotContain("\"event\":\"end\"");
            // A slow machine also tells of the three steps.
        } while (!line.contains("\"epochs\":10000000"));
        assertThat(line).contains("\"event\":\"progress\"", "\"done\":");
        send("{'id':2,'do':'interrupt'}");
        assertThat(answer("1"))
                .anyMatch(told -> told.contains("'kind':'train'"))
                .anyMatch(told -> told.contains("'code':'interrupted'"));
    }

    @Test
    void aProgramThatAsksGetsItsAnswers() throws IOException {
        send("{'id':1,'do':'evaluate','code':'let a = 2; L = a^3; practice L'}");
        String line;
        do {
            line = answers.readLine();
        } while (!line.contains("\"event\":\"question\""));
        send("{'id':2,'do':'answer','text':'8'}");
        List<String> judged = new ArrayList<>();
        do {
            line = answers.readLine();
            judged.add(line);
        } while (!line.contains("\"event\":\"question\"") && !line.contains("\"id\":1,\"event\":\"end\""));
        assertThat(judged).anyMatch(each -> each.contains("\"kind\":\"answer\"") && each.contains("\"right\":true"));
        if (line.contains("question")) {
            send("{'id':3,'do':'answer'}");
            assertThat(answer("1").getLast()).contains("'ok':true");
        }
    }

    @Test
    void completionCountsCharactersAsPythonDoes() throws IOException {
        assertThat(ask("'do':'complete','code':'𝛼 + tan','cursor':7").getLast())
                .contains("'start':4,'end':7", "{'text':'tanh','shown':'tanh(x)','group':'functions'");
        assertThat(ask("'do':'complete','code':'train '").getLast()).contains("'lack':'there is no network yet");
    }

    @Test
    void aNameIsExplained() throws IOException {
        assertThat(ask("'do':'inspect','code':'tanh(2)','cursor':2").getLast()).contains("hyperbolic tangent");
        ask("'do':'evaluate','code':'g(t) = t^2'");
        assertThat(ask("'do':'inspect','code':'g','cursor':1").getLast()).contains("g(t) is yours: function");
        assertThat(ask("'do':'inspect','code':'1 + 2','cursor':0").getLast()).contains("'found':false");
    }

    @ParameterizedTest
    @CsvSource({"1 + 2,complete", "f(x) = {,incomplete", "1 +,incomplete", "3 + * 4),invalid"})
    void whetherATextCanRunIsTold(String code, String status) throws IOException {
        assertThat(ask("'do':'is_complete','code':'" + code + "'").getLast()).contains("'status':'" + status + "'");
    }

    @Test
    void programsAreLaidOutAndChecked() throws IOException {
        assertThat(ask("'do':'format','code':'a=1'").getLast()).contains("'code':'a = 1\\n'");
        assertThat(ask("'do':'format','code':'a=('").getLast()).contains("'ok':false,'problems':[{'code':");
        assertThat(ask("'do':'check','code':'a = nosuch'").getLast()).contains("'problems':[{'code':'unknown-name'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nonsense                      | null | this is no JSON
        [1]                           | null | one JSON object on a line
        {'id':'a','do':'dance'}       | 'a'  | there is nothing called 'dance' to do
        {'id':3,'do':'evaluate'}      | 3    | needs the field 'code'
        {'id':3,'do':'complete','code':'a','cursor':'b'} | 3 | is a whole number
        {'id':3,'do':'answer'}        | 3    | no program asks anything now
        {'id':3,'code':{}}            | null | must be a text
        """)
    void whatIsNoRequestIsRefused(String line, String id, String message) throws IOException {
        send(line);
        assertThat(answer(id).getLast()).contains("'code':'bad-request'", message);
        assertThat(ask("'do':'evaluate','code':'1'").getLast()).contains("'ok':true");
    }
}
