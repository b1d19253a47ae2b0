package ag.lang.algebra;

import ag.engine.Elementary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Tells whether two formulas are the same function: by their normal form, and where that does not tell, at points. */
public final class Equality {
    private static final long SEED = 20;
    private static final int MOST_POINTS = 60;
    private static final int ENOUGH = 8;
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-30");
    private static final double ROUGH = 1e-9;

    private Equality() {}

    /** How two formulas compare. */
    public enum Answer {
        /** They have one normal form. */
        PROVEN,
        /** They agree at all points that were tried. */
        AGREE,
        /** There is a point where they differ. */
        DIFFER,
        /** They have no values at common points. */
        UNKNOWN
    }

    /** Whether two formulas have the same value wherever both have a value. */
    public static boolean equal(Term a, Term b) {
        Answer answer = compare(a, b);
        return answer == Answer.PROVEN || answer == Answer.AGREE;
    }

    /** How two formulas compare, and how that is known. */
    public static Answer compare(Term a, Term b) {
        return compare(a, b, Term.ZERO);
    }

    /** As {@link #compare(Term, Term)}, at points where a third formula has a value too. */
    public static Answer compare(Term a, Term b, Term within) {
        if (a.equals(b) || Simplifier.simplify(Term.minus(a, b)).is(0)) {
            return Answer.PROVEN;
        }
        Set<Term.Letter> letters = new LinkedHashSet<>(Letters.in(a));
        letters.addAll(Letters.in(b));
        letters.addAll(Letters.in(within));
        Random random = new Random(SEED);
        int agreed = 0;
        for (int i = 0; i < MOST_POINTS && agreed < ENOUGH; i++) {
            Map<Term.Letter, BigDecimal> point = point(letters, i, agreed, random);
            Optional<Boolean> agree = hasValue(within, point) ? agree(a, b, point) : Optional.empty();
            if (agree.isPresent() && !agree.get()) {
                return Answer.DIFFER;
            }
            agreed += agree.isPresent() ? 1 : 0;
        }
        return agreed > 0 ? Answer.AGREE : Answer.UNKNOWN;
    }

    /** The letters go through all signs; their size is that of most formulas' domains first, and larger where nothing was found. */
    private static Map<Term.Letter, BigDecimal> point(Set<Term.Letter> letters, int number, int agreed, Random random) {
        Map<Term.Letter, BigDecimal> point = new HashMap<>();
        boolean far = number >= MOST_POINTS / 2 && agreed == 0;
        double most = far ? Elementary.pow(10, 1 + number % 3) : number / 2 % 2 == 0 ? 1 : 4;
        int place = 0;
        for (Term.Letter letter : letters) {
            double size = Math.max(Math.round(most * random.nextDouble() * 1e4), 1);
            boolean negative = (number >> place++ % Integer.SIZE & 1) == 1;
            point.put(letter, BigDecimal.valueOf((long) (negative ? -size : size), 4));
        }
        return point;
    }

    private static boolean hasValue(Term term, Map<Term.Letter, BigDecimal> point) {
        return Letters.in(term).isEmpty() || Double.isFinite(PointEvaluation.of(term, rough(point)));
    }

    private static Map<Term.Letter, Double> rough(Map<Term.Letter, BigDecimal> point) {
        Map<Term.Letter, Double> rough = new HashMap<>();
        point.forEach((letter, value) -> rough.put(letter, value.doubleValue()));
        return rough;
    }

    /** Whether two formulas have the same value at a point; empty where one of them has no value there. */
    public static Optional<Boolean> agree(Term a, Term b, Map<Term.Letter, BigDecimal> point) {
        Optional<BigDecimal> left = Precise.of(a, point);
        Optional<BigDecimal> right = Precise.of(b, point);
        if (left.isPresent() && right.isPresent()) {
            BigDecimal scale = left.get().abs().max(right.get().abs()).max(BigDecimal.ONE);
            return Optional.of(left.get().subtract(right.get()).abs().compareTo(TOLERANCE.multiply(scale)) <= 0);
        }
        double x = PointEvaluation.of(a, rough(point));
        double y = PointEvaluation.of(b, rough(point));
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            return Optional.empty();
        }
        return Optional.of(Math.abs(x - y) <= ROUGH * Math.max(1, Math.max(Math.abs(x), Math.abs(y))));
    }
}
