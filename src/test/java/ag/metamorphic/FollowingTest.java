package ag.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import ag.result.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A value that was named follows its inputs, however it was written: after {@code set} it is what a program gives that has the new
 * numbers from the start. What was detached stays.
 */
@Tag("slow")
final class FollowingTest {
    /** How the value is ended: what stands in for {@code E}, and what is shown afterwards. */
    static final List<Form> DETACHED = List.of(
            new Form("written", "m = detach(E)"),
            new Form("under another name", "end = detach; m = end(E)"),
            new Form("in a function", "end(x) = detach(x); m = end(E)"),
            new Form("in a function by name", "end(x, k) = detach(x); m = end(k = 1, x = E)"),
            new Form("named before", "w = E; m = detach(w)"),
            new Form("in a block", "F() = { w = E; detach(w) }; m = F()"),
            new Form("after a choice", "F() = { if true { w = E }; detach(w) }; m = F()"),
            new Form("after a choice by a value", "F() = { w = 1; if a > -10 { w = E }; detach(w) }; m = F()"),
            new Form("after a loop", "F() = { for k in 0..<1 { w = E }; detach(w) }; m = F()"),
            new Form("in a loop", "F() = { for x in [E] { w = detach(x) }; detach(w) }; m = F()"),
            new Form("in a closure", "F(k) = { G(j) = detach(E); G }; g = F(0); m = g(0)"),
            new Form("a whole list", "l = detach([E, 1]); m = l[0]"),
            new Form("unpacked", "(m, z) = detach([E, 1])"),
            new Form("one of the unpacked", "(m, z) = [detach(E), a]"),
            new Form("in a for", "for x in detach([E]) { m = x }"),
            new Form("within a for", "for x in [E] { m = detach(x) }"),
            new Form("in a comprehension", "l = [detach(E) for k in [0]]; m = l[0]"),
            new Form("in a map", "F(k) = detach(E); l = map(F, [0]); m = l[0]"),
            new Form("twice", "m = detach(detach(E))"),
            new Form("in a branch", "m = if true then detach(E) else a"),
            new Form("in a list that is detached", "m = detach([E])[0]"));

    static List<String> expressions() {
        return Looks.ALL;
    }

    private static Plain last(String program) {
        return Values.of(program).getLast();
    }

    private static void holds(String expression, String before, String change, List<String> wrong) {
        Plain old = last(before + expression);
        Plain fresh = last(before + change + "\n" + expression);
        if (Values.same(old, fresh)) {
            wrong.add("the change makes no difference: " + expression);
        }
        for (Form form : Form.ALL) {
            String program = before + form.of(expression) + "\ny\n" + change + "\ny";
            List<Plain> values = valuesOf(program, wrong);
            if (!values.isEmpty() && !Values.same(values.getFirst(), old)) {
                wrong.add(form.name() + " is " + values.getFirst() + " and not " + old + "\n" + program);
            }
            if (!values.isEmpty() && !Values.same(values.getLast(), fresh)) {
                wrong.add(form.name() + " does not follow: " + Values.text(values.getLast()) + " and not "
                        + Values.text(fresh) + "\n" + program);
            }
        }
        for (Form form : DETACHED) {
            String program = before + form.of(expression) + "\n" + change + "\nm";
            List<Plain> values = valuesOf(program, wrong);
            if (!values.isEmpty() && !Values.same(values.getLast(), old)) {
                wrong.add("detached " + form.name() + " follows: " + Values.text(values.getLast()) + " and not "
                        + Values.text(old) + "\n" + program);
            }
        }
    }

    private static List<Plain> valuesOf(String program, List<String> wrong) {
        try {
            return Values.of(program);
        } catch (AssertionError problem) {
            wrong.add(String.valueOf(problem.getMessage()));
            return List.of();
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void whatLookedAtValuesFollowsThemAndWhatWasDetachedDoesNot(String expression) {
        List<String> wrong = new ArrayList<>();
        holds(expression, Looks.INPUTS, Looks.CHANGE, wrong);
        assertThat(wrong).isEmpty();
    }

    static Stream<String> ofNetworks() {
        return Looks.OF_NETWORKS.stream();
    }

    @ParameterizedTest
    @MethodSource("ofNetworks")
    void whatLookedAtANetworkFollowsItsTraining(String expression) {
        List<String> wrong = new ArrayList<>();
        holds(expression, Looks.INPUTS + Looks.NET, Looks.TRAIN, wrong);
        assertThat(wrong).isEmpty();
    }
}
