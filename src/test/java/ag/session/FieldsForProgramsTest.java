package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.print.JsonPrinter;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement tells programs in a field is what an expression asked afterwards says. */
final class FieldsForProgramsTest {
    private static final String START = """
        let a = 2, b = 3
        L = a^2*b + a
        x = [0, 1, 2, 4]; y = [1, 3, 4, 10]; let m = 1, c = 0
        data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1 }
        mlp net { input 2; layer 3 tanh; layer 1; seed 1 }
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        summary net                                                          | parameters  | len(net.parameters)
        train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 4 }       | parameters  | len(net.parameters)
        train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 4 }       | epochs      | 4
        minimize (a - 5)^2 over a { optimizer sgd(lr = 0.1); steps 7 }       | steps       | 7
        minimize (a - 5)^2 over a { optimizer sgd(lr = 0.1); steps 7 }       | loss        | (a - 5)^2
        fit y ~ m*x + c over m, c                                            | degrees     | len(x) - 2
        fit y ~ m*x + c over m, c                                            | r_squared   | 1 - sum((y - m*x - c)^2)/sum((y - mean(y))^2)
        fit y ~ m*x + c over m, c                                            | residual    | sqrt(sum((y - m*x - c)^2)/(len(x) - 2))
        grad L                                                               | value       | L
        explain L wrt a                                                      | total       | grad(L, a)
        explain L wrt a                                                      | path_count  | 2
        compare L wrt a, b                                                   | inputs      | 2
        derive L wrt a                                                       | value       | grad(L, a)
        ode u' = -u, u(0) = 1 from 0 to 2 by 0.5                             | rows        | u(2)
        ode u' = -u, u(0) = 1 from 0 to 1                                    | rows        | u(1)
        """)
    void isWhatAnExpressionSays(String statement, String field, String asked) {
        Answers answers = Answers.after(START);
        answers.run(statement);
        List<Json.Fields> told = answers.results().stream()
                .map(new JsonPrinter(true)::line)
                .filter(line -> !line.isEmpty())
                .map(Json::parse)
                .filter(fields -> fields.fields().containsKey(field))
                .toList();
        double expected = Double.parseDouble(answers.value(asked));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(fields -> assertThat(last(fields.get(field)))
                        .isCloseTo(expected, Offset.offset(1e-9 * (1 + Math.abs(expected)))));
    }

    private static double last(Json value) {
        return switch (value) {
            case Json.Real number -> number.value();
            case Json.Items list -> last(list.items().getLast());
            case Json.Fields _, Json.Text _ -> throw new AssertionError("no number: " + value);
        };
    }
}
