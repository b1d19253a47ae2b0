package ag.lang.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A way out of a loop or a function is found in whatever block it stands, and only if it leads out of this one. */
final class LeaveFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // what stands in the block | a way out of it | a return
                "y = 1 | false | false",
                "return 1 | true | true",
                "break | true | false",
                "continue | true | false",
                "for i in 1..3 { break } | false | false",
                "for i in 1..3 { return i } | true | true",
                "while true { continue } | false | false",
                "while true { return 1 } | true | true",
                "repeat 3 { break } | false | false",
                "repeat 3 { return 1 } | true | true",
                "if x > 1 { break } | true | false",
                "if x > 1 { y = 1 } else { return 2 } | true | true",
                "if x > 1 { y = 1 } else if x > 0 { continue } else { y = 2 } | true | false",
                "suppose sin'(t) = 1 { break } | true | false",
                "suppose sin'(t) = 1 { return 1 } | true | true",
                "if x > 1 { for i in 1..3 { if i > 2 { break } } } | false | false",
                "if x > 1 { for i in 1..3 { if i > 2 { return i } } } | true | true",
            })
    void aWayOutLeadsOutOfItsBlock(String inside, boolean leaves, boolean returns) {
        // The block is that of a condition, in a loop of a function.
        String program = "f(x) = { for k in 1..3 { if x > 0 { " + inside + " } }; 0 }";
        ControlStatement.If choice = choice(program);
        Statement.Block block = choice.branches().getFirst().body();
        assertThat(LeaveFinder.leaves(block)).isEqualTo(leaves);
        assertThat(LeaveFinder.returns(block)).isEqualTo(returns);
    }

    private static ControlStatement.If choice(String program) {
        Statement function = Parser.parse(new SourceText("program", program)).getFirst();
        Statement.Block body = (Statement.Block) ((Statement.FunctionDefinition) function).body();
        ControlStatement.For loop = (ControlStatement.For) body.statements().getFirst();
        return (ControlStatement.If) loop.body().statements().getFirst();
    }
}
