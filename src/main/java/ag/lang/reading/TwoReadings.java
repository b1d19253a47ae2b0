package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;

/** Refuses what can be read in two ways, with both. */
final class TwoReadings {
    private TwoReadings() {}

    static AgException of(Span span, Expr one, Expr other) {
        return of(span, ExpressionText.print(one), ExpressionText.print(other));
    }

    static AgException of(Span span, String one, String other) {
        return new AgException(
                ErrorCode.TWO_READINGS,
                "'" + span.text() + "' can be read in two ways",
                span,
                "write %s, or %s".formatted(one, other));
    }
}
