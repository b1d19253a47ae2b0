package ag.lang.linear;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;

/** The cross product of two vectors of three numbers: at right angles to both, as long as the area between them. */
public final class CrossProduct {
    private static final int SIZE = 3;

    private CrossProduct() {}

    /** The cross product {@code a × b}. */
    public static Datum of(Workspace workspace, Tensor a, Tensor b, int site, Span span) {
        return of(new LinearArithmetic(workspace, site, span), a, b);
    }

    static Datum of(LinearArithmetic numbers, Tensor a, Tensor b) {
        if (a.isMatrix() || b.isMatrix() || a.size() != SIZE || b.size() != SIZE) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "a cross product is of two vectors of three numbers each",
                    numbers.span(),
                    "element by element it is a*b, and the dot product is a @ b");
        }
        return Lists.of(
                numbers.workspace(),
                List.of(part(numbers, a, b, 1, 2), part(numbers, a, b, 2, 0), part(numbers, a, b, 0, 1)));
    }

    private static Datum part(LinearArithmetic numbers, Tensor a, Tensor b, int i, int j) {
        return numbers.minus(numbers.times(a.element(i), b.element(j)), numbers.times(a.element(j), b.element(i)));
    }
}
