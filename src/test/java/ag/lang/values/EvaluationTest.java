package ag.lang.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ag.host.Host;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import org.junit.jupiter.api.Test;

/** What an evaluation has entered it has left again, whichever way that ends. */
final class EvaluationTest {
    private static final Span SPAN = new Span(new SourceText("call", "f(1)"), 0, 4);

    private final Workspace workspace = new Workspace(_ -> {}, Host.PLAIN, Stop.NEVER);
    private final Evaluation evaluation = workspace.evaluation();

    @Test
    void nothingIsAskedWithinACall() {
        assertThat(evaluation.<Boolean>asking(evaluation::isAsked)).isTrue();
        try (Evaluation.Call _ = evaluation.call(SPAN)) {
            assertThat(evaluation.<Boolean>asking(evaluation::isAsked)).isFalse();
        }
        assertThat(evaluation.<Boolean>asking(evaluation::isAsked)).isTrue();
    }

    @Test
    void aCallThatFailsIsLeft() {
        assertThatThrownBy(() -> {
                    try (Evaluation.Call _ = evaluation.call(SPAN)) {
                        throw new IllegalStateException("a mistake");
                    }
                })
                .hasMessage("a mistake");
        assertThat(evaluation.<Boolean>asking(evaluation::isAsked)).isTrue();
    }

    @Test
    void aCallThatIsRefusedWasNotEntered() {
        assertThatThrownBy(this::callWithoutEnd).isInstanceOf(AgException.class);
        assertThat(evaluation.<Boolean>asking(evaluation::isAsked)).isTrue();
    }

    /** Recursion would be as deep as the stack of the test. */
    private void callWithoutEnd() {
        java.util.ArrayDeque<Evaluation.Call> calls = new java.util.ArrayDeque<>();
        try {
            while (true) {
                calls.push(evaluation.call(SPAN));
            }
        } finally {
            calls.forEach(Evaluation.Call::close);
        }
    }

    @Test
    void whatAPartLooksAtIsNotSeenAroundIt() {
        try (Evaluation.Part part = evaluation.part()) {
            assertThat(part.looked()).isFalse();
            evaluation.look();
            assertThat(part.looked()).isTrue();
        }
        assertThat(evaluation.looked()).isFalse();
        assertThat(evaluation.everLooked()).isTrue();
    }
}
