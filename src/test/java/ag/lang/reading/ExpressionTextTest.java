package ag.lang.reading;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.syntax.Trees;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An expression that is written as source reads back as itself, with no parentheses that it does not need. */
final class ExpressionTextTest {
    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static Expr parsed(String text) {
        return ((Statement.Evaluate) Parser.parse(new SourceText("", text)).getFirst()).expression();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenReadsBack(int seed) {
        String text = new Writer(seed).any(4);
        String written = ExpressionText.print(parsed(text));
        assertThat(Trees.of(written)).as("%s is written %s", text, written).isEqualTo(Trees.of(text));
        assertThat(ExpressionText.print(parsed(written))).isEqualTo(written);
        assertThat(needless(written)).as(written).isEmpty();
    }

    /** Pairs of brackets without which the text reads as before, other than those of calls and those that keep a choice or a sign apart. */
    private static List<String> needless(String written) {
        return IntStream.range(0, written.length())
                .filter(open -> written.charAt(open) == '('
                        && (open == 0 || " ([*/^".indexOf(written.charAt(open - 1)) >= 0)
                        && !written.startsWith("if ", open + 1)
                        && written.charAt(open + 1) != '-')
                .mapToObj(open -> without(written, open))
                .filter(shorter -> isSame(shorter, written))
                .toList();
    }

    private static String without(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, open) + text.substring(open + 1, i) + text.substring(i + 1);
            }
        }
        return text;
    }

    private static boolean isSame(String one, String other) {
        return Parser.read(new SourceText("", one)).problems().isEmpty()
                && Trees.of(one).equals(Trees.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3*x             | 3x
        3*x^2           | 3x^2
        1*x             | 1*x
        3*e             | 3*e
        3*side          | 3*side
        3*w1            | 3w1
        3*v[2]          | 3v[2]
        3*x*y           | 3x*y
        y*3*x           | y*3*x
        3*inf           | 3*inf
        (-3)*x          | -3*x
        a - (-b)        | a - (-b)
        a^(-b)          | a^(-b)
        (-a)^b          | (-a)^b
        -(a^b)          | -a^b
        a - (b - c)     | a - (b - c)
        (a - b) - c     | a - b - c
        a/(b*c)         | a/(b*c)
        (a/b)*c         | a/b*c
        a^(b^c)         | a^b^c
        (a^b)^c         | (a^b)^c
        not (a and b)   | not (a and b)
        (not a) and b   | not a and b
        (a or b) and c  | (a or b) and c
        "a\\n\\"\\{b\\}" | "a\\n\\"\\{b\\}"
        "{a + 1:.3f}"   | "{a + 1:.3f}"
        f((if a then b else c)) | f(if a then b else c)
        (if a then b else c) + d | (if a then b else c) + d
        a·b             | a·b
        """)
    void isWrittenSo(String text, String written) {
        assertThat(ExpressionText.print(parsed(text.strip()))).isEqualTo(written.strip());
    }

    /** Writes expressions by chance, each part in brackets. */
    private static final class Writer {
        private final Random random;

        Writer(long seed) {
            random = new Random(seed);
        }

        private String pick(String... all) {
            return all[random.nextInt(all.length)];
        }

        String any(int depth) {
            return random.nextInt(4) == 0 ? truth(depth) : number(depth);
        }

        private String truth(int depth) {
            if (depth == 0) {
                return pick("true", "false", "p", "q");
            }
            return switch (random.nextInt(5)) {
                case 0 -> "(" + truth(depth - 1) + ") and (" + truth(depth - 1) + ")";
                case 1 -> "(" + truth(depth - 1) + ") or (" + truth(depth - 1) + ")";
                case 2 -> "not (" + truth(depth - 1) + ")";
                case 3 ->
                    "(" + number(depth - 1) + pick(") < (", ") <= (", ") > (", ") >= (", ") == (", ") != (")
                            + number(depth - 1) + ")";
                default -> "is_it(" + number(depth - 1) + ", " + truth(depth - 1) + ")";
            };
        }

        private String number(int depth) {
            if (depth == 0) {
                return pick("a", "b", "c", "x1");
            }
            String part = number(depth - 1);
            return switch (random.nextInt(18)) {
                case 0, 1 -> "(" + part + ") + (" + leaf(depth - 1) + ")";
                case 2, 3 -> "(" + part + ") - (" + number(depth - 1) + ")";
                case 4, 5 -> "(" + part + ")*(" + number(depth - 1) + ")";
                case 6 -> "(" + part + ")/(" + number(depth - 1) + ")";
                case 7, 8 -> "(" + part + ")^(" + leaf(depth - 1) + ")";
                case 9 -> "-(" + part + ")";
                case 10 -> "(" + part + ") @ (" + number(depth - 1) + ")";
                case 11 -> "if (" + truth(depth - 1) + ") then (" + part + ") else (" + number(depth - 1) + ")";
                case 12 -> "func(" + part + ", " + pick("", "k = ") + number(depth - 1) + ")";
                case 13 -> "f" + pick("", "'", "''") + "(" + part + ")";
                case 14 ->
                    "vec["
                            + pick(
                                    part,
                                    "..",
                                    "(" + part + ")..(" + number(depth - 1) + ")",
                                    part + ", 2",
                                    "(" + part + ")..<(" + leaf(depth - 1) + ")")
                            + "]";
                case 15 ->
                    pick("sum", "func") + "((" + part + ") for i in (" + number(depth - 1) + ")..(" + leaf(depth - 1)
                            + ")" + pick("", " if (" + truth(depth - 1) + ")") + ")";
                case 16 -> "[" + part + ", " + leaf(depth - 1) + "].size";
                default -> "map(" + pick("t", "(t, u)") + " -> " + part + ", [" + number(depth - 1) + "])";
            };
        }

        private String leaf(int depth) {
            return random.nextBoolean() ? pick("2", "0.5", "1e-9", "12") : number(depth);
        }
    }
}
