package ag.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ag.machine.FileAccess;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every request, and of what a session is served with. */
final class ServerRulesTest {
    private static final Server.Settings PLAIN = settings(null, true, false);

    private static Server.Settings settings(@Nullable Long seed, boolean unicode, boolean quiet) {
        return new Server.Settings(FileAccess.NONE, seed, unicode, quiet);
    }

    /** All lines that are answered, each of them JSON. */
    private static List<String> served(Server.Settings settings, String... requests) throws IOException {
        String asked = String.join("\n", requests).replace('\'', '"') + "\n";
        ByteArrayOutputStream answered = new ByteArrayOutputStream();
        Server.serve(new ByteArrayInputStream(asked.getBytes(UTF_8)), answered, settings);
        List<String> lines = answered.toString(UTF_8).lines().toList();
        for (String line : lines) {
            try (JsonParser json = new JsonFactory().createParser(line)) {
                while (json.nextToken() != null) {
                    assertThat(json.currentLocation().getLineNr()).isEqualTo(1);
                }
            }
        }
        return lines.stream().map(line -> line.replace('"', '\'')).toList();
    }

    private static String evaluated(String code) {
        return "{'id':1,'do':'evaluate','code':'" + code + "'}";
    }

    /** The code has to be named, and may be empty. */
    @ParameterizedTest
    @ValueSource(strings = {"evaluate", "complete", "inspect", "is_complete", "format", "check"})
    void codeHasToBeThereAndMayBeEmpty(String action) throws IOException {
        assertThat(served(PLAIN, "{'id':1,'do':'" + action + "'}").getLast())
                .contains("'ok':false", "'" + action + "' needs the field 'code'");
        assertThat(served(PLAIN, "{'id':1,'do':'" + action + "','code':null}").getLast())
                .contains("needs the field 'code'");
        assertThat(served(PLAIN, "{'id':1,'do':'" + action + "','code':''}").getLast())
                .contains("'event':'end','ok':true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-4", "1.5", "'a'", "''", "null", "'ä\\n'", "true"})
    void theIdComesBackAsItWas(String id) throws IOException {
        assertThat(served(PLAIN, "{'id':" + id + ",'do':'names'}"))
                .containsExactly("{'id':" + id + ",'event':'end','ok':true,'names':[]}");
    }

    /** A cursor that is not named, or lies outside of the code, is at the nearer end. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, 4",
        "'''cursor'':99,', 0, 4",
        "'''cursor'':4,', 0, 4",
        "'''cursor'':2,', 0, 2",
        "'''cursor'':-3,', 0, 0"
    })
    void aCursorOutsideIsAtTheNearerEnd(String cursor, int start, int end) throws IOException {
        assertThat(served(PLAIN, "{'id':1,'do':'complete'," + cursor + "'code':'tanh'}")
                        .getLast())
                .contains("'start':" + start + ",'end':" + end + ",");
    }

    @Test
    void aFreshSessionAnswersLikeOneThatWasReset() throws IOException {
        Server.Settings seeded = settings(11L, true, false);
        String chance = evaluated("random() + normal(0, 1)");
        List<String> fresh = served(seeded, chance, "{'id':2,'do':'names'}");
        List<String> reset = served(
                seeded, evaluated("x = random(); let a = 2"), "{'id':2,'do':'reset'}", chance, "{'id':2,'do':'names'}");
        assertThat(reset.subList(reset.size() - fresh.size(), reset.size())).containsExactlyElementsOf(fresh);
        assertThat(served(settings(12L, true, false), chance)).isNotEqualTo(served(seeded, chance));
    }

    @Test
    void nothingIsAnsweredBehindTheEnd() throws IOException {
        assertThat(served(PLAIN, evaluated("1"), "{'id':2,'do':'quit'}", evaluated("2")))
                .hasSize(3);
        assertThat(served(PLAIN, "", "  ", evaluated("1"), "")).hasSize(2);
    }

    @Test
    void whatIsQuietTellsNoNotes() throws IOException {
        String noted = evaluated("v = [-1, 2]; |v|; v");
        List<String> told = served(PLAIN, noted);
        List<String> quiet = served(settings(null, true, true), noted);
        assertThat(told).anyMatch(line -> line.contains("'kind':'note'"));
        assertThat(quiet)
                .containsExactlyElementsOf(told.stream()
                        .filter(line -> !line.contains("'kind':'note'"))
                        .toList());
    }

    @Test
    void whatIsPlainHasNoOtherLetters() throws IOException {
        String program = evaluated("let a = 2; L = a^3; grad L; x² + ß; nosuch·2");
        assertThat(served(settings(null, false, false), program))
                .allMatch(line -> line.chars().allMatch(c -> c < 128));
        assertThat(served(PLAIN, program)).anyMatch(line -> line.contains("∂"));
    }

    @Test
    void aMistakeNamesItsProgramAndPlace() throws IOException {
        assertThat(served(PLAIN, "{'id':1,'do':'evaluate','name':'cell 4','code':'x = 1\\n  y = nosuch'}")
                        .getLast())
                .contains("'file':'cell 4','line':2,'column':7,'end_column':13", " --> cell 4:2:7");
        assertThat(served(PLAIN, "{'id':1,'do':'check','name':'p','code':'y = nosuch'}")
                        .getLast())
                .contains("'ok':true", "'file':'p','line':1,'column':5,'end_column':11");
        assertThat(served(PLAIN, "{'id':1,'do':'check','code':'y = nosuch'}").getLast())
                .contains("'file':'input'");
    }

    @Test
    void namesComeOldestFirstWithRoleAndValue() throws IOException {
        assertThat(served(PLAIN, evaluated("let b = 1/3; a = 2b; f(x) = x; set digits 3"), "{'id':2,'do':'names'}")
                        .getLast())
                .contains(
                        "[{'name':'b','role':'input','value':'0.333'},{'name':'a','role':'formula','value':'0.667'},{'name':'f','role':'function',");
    }
}
