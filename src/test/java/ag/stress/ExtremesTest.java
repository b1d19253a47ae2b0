package ag.stress;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.DeepThread;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.session.Session;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that are very deep, very long or very many. */
@Timeout(60)
@Tag("slow")
final class ExtremesTest {
    @Test
    void aHundredThousandParentheses() {
        assertThat(Program.run("(".repeat(100_000) + "7" + ")".repeat(100_000)).output())
                .isEqualTo("7");
    }

    @Test
    void aHundredThousandParenthesesThatAreNeverClosed() {
        assertThat(Program.run("(".repeat(100_000)).mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.code()).isEqualTo("unclosed-bracket"));
    }

    @Test
    void fiftyThousandMinuses() {
        assertThat(Program.run("let a = 7; " + "-".repeat(50_001) + "a").output())
                .isEqualTo("-7");
    }

    @Test
    void fiftyThousandPowers() {
        assertThat(Program.run("1" + "^1".repeat(50_000)).output()).isEqualTo("1");
    }

    @Test
    void aSumOfTwoHundredThousandTerms() {
        assertThat(Program.run("let a = 2\nL = a" + " + a".repeat(199_999) + "\ngrad L")
                        .output())
                .isEqualTo("L = 400000   ∂L/∂a = 200000");
    }

    @Test
    void aHundredThousandNames() {
        String names = IntStream.range(1, 100_000)
                .mapToObj(i -> "x" + i + " = x" + (i - 1) + " + 1\n")
                .collect(Collectors.joining());
        assertThat(Program.run("let x0 = 0\n" + names + "x99999\ngrad x99999").output())
                .isEqualTo("99999\nx99999 = 99999   ∂x99999/∂x0 = 1");
    }

    @Test
    void tenThousandCallsDeep() {
        String program = "let a = 2\nf(n) = if n == 0 then a else a + f(n - 1)\ngrad f(10000)";
        assertThat(Program.run(program).output()).isEqualTo("f(10000) = 20002   ∂f(10000)/∂a = 10001");
    }

    @Test
    void recursionWithoutEnd() {
        assertThat(Program.run("f(n) = f(n + 1)\nf(0)").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.code()).isEqualTo("too-deep"));
    }

    @Test
    void aChainOfAMillionOperations() {
        assertThat(Program.run("let a = 1\ny = a\nrepeat 1000000 { y = 0.5y + a }\ngrad y")
                        .output())
                .isEqualTo("y = 2   ∂y/∂a = 2");
    }

    /** Sixty times doubled, nobody could go through it; still each of its parts is there, and follows what is tidied away. */
    @Test
    void aListThatHoldsItselfTwiceSixtyTimesOver() {
        String part = "[0]".repeat(61);
        Program program = Program.run("""
            let a = 2
            v = [a^2, "x"]
            repeat 60 { v = [v, v] }
            repeat 300_000 { u = a*3 }
            w = detach(v)
            grad vPART
            [wPART, len("{v}") < 10_000]
            """.replace("PART", part));
        assertThat(program.output()).isEqualTo("v" + part + " = 4   ∂v" + part + "/∂a = 4\n[4, true]");
    }

    @Test
    void aListThatIsNestedVeryDeep() {
        assertThat(Program.run("v = [\"x\"]\nrepeat 100_000 { v = [v] }\nv").output())
                .startsWith("[[[[")
                .hasSizeLessThan(10_000)
                .contains("[… 1 in all]");
    }

    @Test
    void aScriptOfFiveMegabytes() {
        String line = "s = s + 1  # " + "-".repeat(37) + "\n";
        int lines = 5_000_000 / line.length();
        assertThat(Program.run("s = 0\n" + line.repeat(lines) + "s").output()).isEqualTo(Integer.toString(lines));
    }

    @Test
    void aLineOfAMegabyte() {
        String vector = IntStream.range(0, 150_000).mapToObj(i -> "1.000").collect(Collectors.joining(", "));
        assertThat(Program.run("v = [" + vector + "]; sum(v)").output()).isEqualTo("150000");
        Program wrong = Program.run("v = [" + vector + "]; summ(v)");
        assertThat(wrong.mistakes().getFirst().span().column()).isEqualTo(vector.length() + 9);
        assertThat(wrong.output().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    }

    @Test
    void theOtherReadersKeepUp() {
        String deep = "y = " + "(".repeat(20_000) + "7" + ")".repeat(20_000);
        assertThat(Session.check(new SourceText("deep", deep), ThisMachine.host(FileAccess.NONE)))
                .isEmpty();
        assertThat(new DeepThread().call(() -> Session.layout(new SourceText("deep", deep))))
                .isEqualTo(deep + "\n");
        assertThat(new DeepThread().call(() -> Session.isUnfinished("(".repeat(20_000))))
                .isTrue();
    }

    @Test
    void manyBlocksInEachOther() {
        String program = "s = 0\n" + "if true {\n".repeat(2_000) + "s = 1\n" + "}\n".repeat(2_000) + "s";
        assertThat(Program.run(program).output()).isEqualTo("1");
    }

    @Test
    void aVectorOfAMillionAndAMatrixOfAsMany() {
        assertThat(Program.run("let v = ones(1000000)\nL = sum(v^2)\ng = grad(L, v)\nsum(g)")
                        .output())
                .isEqualTo("2000000");
        assertThat(Program.run("A = ones(1000, 1000)\nsum(A @ A)").output()).isEqualTo("1000000000");
    }
}
