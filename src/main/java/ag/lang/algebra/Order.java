package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which sums and products are written. Addends of a higher degree come first, then those with more of x, y and z, then
 * those with more of the first letters; numbers come last. In a product numbers come first, then letters by the alphabet, Greek ones before, then sums, powers of e and functions.
 */
final class Order {
    private static final char FIRST_GREEK = '\u0370';
    private static final char LAST_GREEK = '\u03ff';

    private static final int LETTERS = 2;

    private static final String ANGLES = "θϑφϕ";

    private Order() {}

    /** By which factors of a product are sorted. */
    static int rank(Term base) {
        return switch (base) {
            case Term.Num _ -> 0;
            case Term.Constant _ -> 1;
            case Term.Letter _ -> LETTERS;
            case Term.Power(Term of, Term _) -> of.equals(Term.e()) ? 5 : 4;
            case Term.Sum _, Term.Negative _, Term.Product _, Term.Quotient _ -> 3;
            case Term.Apply _ -> 6;
            case Term.Choice _ -> 7;
            case Term.Derivative _ -> 8;
            case Term.Integral _ -> 9;
        };
    }

    /** Functions come in the order of the table, sine before cosine. */
    private static final Comparator<Term> WITHOUT_TEXT =
            Comparator.<Term>comparingInt(Order::rank).thenComparing(Order::operation);

    /** The order of the factors of a product. For one sorting: each base is written out once, however often it is compared. */
    static Comparator<Term> factors() {
        IdentityHashMap<Term, String> texts = new IdentityHashMap<>();
        return WITHOUT_TEXT
                .thenComparing(Order::isLatin)
                .thenComparing(base -> texts.computeIfAbsent(base, TextWriter::ascii));
    }

    /** Greek letters come first, as in λt and αx; angles stand among the others, as in rθ. */
    private static boolean isLatin(Term base) {
        return !(base instanceof Term.Letter(String name))
                || ANGLES.indexOf(name.charAt(0)) >= 0
                || name.charAt(0) < FIRST_GREEK
                || name.charAt(0) > LAST_GREEK;
    }

    private static Operation operation(Term base) {
        if (base instanceof Term.Power(Term of, Term _)) {
            return operation(of);
        }
        return base instanceof Term.Apply apply ? apply.operation() : Operation.INPUT;
    }

    /** The degree in letters. */
    static Rational degree(Addend addend) {
        Rational degree = Rational.ZERO;
        for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
            if (rank(factor.getKey()) == LETTERS) {
                degree = degree.plus(factor.getValue());
            }
        }
        return degree;
    }

    /** The degree in what is usually a variable: 4x comes before c. */
    private static Rational variables(Addend addend) {
        Rational degree = Rational.ZERO;
        for (Map.Entry<Term, Rational> factor : addend.powers().entrySet()) {
            if (factor.getKey() instanceof Term.Letter(String name)
                    && name.compareTo("x") >= 0
                    && name.compareTo("z") <= 0) {
                degree = degree.plus(factor.getValue());
            }
        }
        return degree;
    }

    /** The addends in order. */
    static List<Addend> sorted(Collection<Addend> addends) {
        Comparator<Term> factors = factors();
        return addends.stream()
                .map(addend -> new Key(
                        addend,
                        degree(addend),
                        variables(addend),
                        bases(addend, true, factors),
                        bases(addend, false, factors)))
                .sorted((a, b) -> compare(a, b, factors))
                .map(Key::addend)
                .toList();
    }

    /**
     * What an addend is sorted by.
     *
     * @param letters the letters in it, in order
     * @param rest its other bases, in order
     */
    private record Key(Addend addend, Rational degree, Rational variables, List<Term> letters, List<Term> rest) {
        private Rational exponent(Term base) {
            return addend.exponent(base);
        }
    }

    private static int compare(Key a, Key b, Comparator<Term> factors) {
        int degrees = b.degree.compareTo(a.degree);
        if (degrees != 0) {
            return degrees;
        }
        int variables = b.variables.compareTo(a.variables);
        if (variables != 0) {
            return variables;
        }
        int letters = compare(a, a.letters, b, b.letters, factors);
        // What has functions in it comes before plain numbers.
        return letters != 0
                ? letters
                : a.rest.isEmpty() || b.rest.isEmpty()
                        ? Boolean.compare(a.rest.isEmpty(), b.rest.isEmpty())
                        : compare(a, a.rest, b, b.rest, factors);
    }

    private static int compare(Key a, List<Term> basesA, Key b, List<Term> basesB, Comparator<Term> factors) {
        for (int i = 0; i < Math.min(basesA.size(), basesB.size()); i++) {
            int bases = factors.compare(basesA.get(i), basesB.get(i));
            int order = bases != 0 ? bases : b.exponent(basesB.get(i)).compareTo(a.exponent(basesA.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(basesB.size(), basesA.size());
    }

    private static List<Term> bases(Addend addend, boolean letters, Comparator<Term> factors) {
        List<Term> bases = new ArrayList<>();
        for (Term base : addend.powers().keySet()) {
            if ((rank(base) == LETTERS) == letters) {
                bases.add(base);
            }
        }
        bases.sort(factors);
        return bases;
    }
}
