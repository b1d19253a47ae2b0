package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order in which sums and products are written. Addends of a higher degree come first, then those with more of x, y and z, then
 * those with more of the first letters; numbers come last. In a product numbers come first, then letters by the alphabet, then sums, powers of e and functions.
 */
final class Order {
    private static final int LETTERS = 2;

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
        };
    }

    /** Functions come in the order of the table, sine before cosine. */
    static final Comparator<Term> FACTORS = Comparator.<Term>comparingInt(Order::rank)
            .thenComparing(Order::operation)
            .thenComparing(TextWriter::ascii);

    private static Operation operation(Term base) {
        return switch (base) {
            case Term.Apply apply -> apply.operation();
            case Term.Power(Term of, Term _) -> operation(of);
            default -> Operation.INPUT;
        };
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

    static final Comparator<Addend> ADDENDS = Order::compare;

    private static int compare(Addend a, Addend b) {
        int degrees = degree(b).compareTo(degree(a));
        if (degrees != 0) {
            return degrees;
        }
        int variables = variables(b).compareTo(variables(a));
        if (variables != 0) {
            return variables;
        }
        List<Term> lettersA = sorted(a, true);
        List<Term> lettersB = sorted(b, true);
        for (int i = 0; i < Math.min(lettersA.size(), lettersB.size()); i++) {
            int letters = FACTORS.compare(lettersA.get(i), lettersB.get(i));
            int order = letters != 0 ? letters : b.exponent(lettersB.get(i)).compareTo(a.exponent(lettersA.get(i)));
            if (order != 0) {
                return order;
            }
        }
        if (lettersA.size() != lettersB.size()) {
            return Integer.compare(lettersB.size(), lettersA.size());
        }
        return compareRest(a, b);
    }

    /** What has functions in it comes before plain numbers. */
    private static int compareRest(Addend a, Addend b) {
        List<Term> restA = sorted(a, false);
        List<Term> restB = sorted(b, false);
        if (restA.isEmpty() || restB.isEmpty()) {
            return Boolean.compare(restA.isEmpty(), restB.isEmpty());
        }
        for (int i = 0; i < Math.min(restA.size(), restB.size()); i++) {
            int factors = FACTORS.compare(restA.get(i), restB.get(i));
            int order = factors != 0 ? factors : b.exponent(restB.get(i)).compareTo(a.exponent(restA.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(restB.size(), restA.size());
    }

    private static List<Term> sorted(Addend addend, boolean letters) {
        List<Term> bases = new ArrayList<>();
        for (Term base : addend.powers().keySet()) {
            if ((rank(base) == LETTERS) == letters) {
                bases.add(base);
            }
        }
        bases.sort(FACTORS);
        return bases;
    }
}
