package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Multiplies sums out. */
final class Expansion {
    /** What would become longer stays as it is. */
    private static final int MOST_ADDENDS = 40;

    private static final int MOST_ROUNDS = 4;

    private Expansion() {}

    /** All whole powers of sums multiplied out, as far as that stays short. */
    static Polynomial of(Polynomial polynomial, Normal normal) {
        Polynomial now = polynomial;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Polynomial next = once(now, normal);
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        return now;
    }

    private static Polynomial once(Polynomial polynomial, Normal normal) {
        List<Addend> sum = new ArrayList<>();
        for (Addend addend : polynomial.addends()) {
            Polynomial product = Polynomial.of(Addend.of(addend.coefficient()));
            for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
                Rational whole = factor.getValue().floor();
                if (!(factor.getKey() instanceof Term.Sum) || !Normal.isExpandable(whole)) {
                    product = product.times(Addend.of(factor.getKey(), factor.getValue()));
                    continue;
                }
                Polynomial inner = normal.of(factor.getKey());
                for (int i = 0; i < whole.above().intValue(); i++) {
                    if (product.count() * inner.count() > MOST_ADDENDS * 4) {
                        return polynomial;
                    }
                    product = product.times(inner);
                }
                product = product.times(
                        Addend.of(factor.getKey(), factor.getValue().minus(whole)));
            }
            sum.addAll(product.addends());
        }
        Polynomial expanded = Polynomial.of(sum);
        return expanded.count() > MOST_ADDENDS ? polynomial : expanded;
    }
}
