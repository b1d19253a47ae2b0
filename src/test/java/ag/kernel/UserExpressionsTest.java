package ag.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import ag.client.LiveSession;
import ag.client.MimeBundles;
import ag.host.Host;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.result.print.Style;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an extension of the notebook asks for beside a cell. */
final class UserExpressionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2a | 6", "a; a^2 | 9", "1; 2; a | 3", "b = 5; b + a | 8"})
    void anExpressionIsWorthItsLastValue(String expression, String value) {
        LiveSession session = new LiveSession(FileAccess.NONE, null);
        session.evaluate(new SourceText("cell", "let a = 3"), _ -> {});
        MimeBundles documents = new MimeBundles(Style.PLAIN, session.format(), Host.PLAIN.pictures());
        Object found = new UserExpressions(session, documents)
                .values(Map.of("asked", expression))
                .get("asked");
        assertThat(found).isInstanceOfSatisfying(Map.class, reply -> {
            assertThat(reply.get("status")).isEqualTo("ok");
            assertThat(reply.get("data"))
                    .isInstanceOfSatisfying(
                            Map.class,
                            data -> assertThat(data.get("text/plain")).isEqualTo(value));
        });
    }
}
