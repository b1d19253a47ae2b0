package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Other ways to write a sum, by the identities between functions of an angle and of its double. */
final class DoubleAngles {
    private static final int MANY_PARTS = 24;
    private static final int LONG_ANGLE = 12;

    private final Pair pair;
    private final Term angle;
    private final Term sine;
    private final Term cosine;
    private final Polynomial sum;
    private final Normal normal;
    private final List<Other> others;

    private DoubleAngles(Pair pair, Term angle, Polynomial sum, Normal normal, List<Other> others) {
        this.pair = pair;
        this.angle = angle;
        this.sine = Term.apply(pair.sine, angle);
        this.cosine = Term.apply(pair.cosine, angle);
        this.sum = sum;
        this.normal = normal;
        this.others = others;
    }

    /**
     * Two functions and the identities between them.
     *
     * @param sine whose square the other tells
     * @param cosine the function of the double angle in these identities
     * @param sign cosine² = 1 - sign·sine²
     */
    private record Pair(Operation sine, Operation cosine, int sign, String squares) {
        String product() {
            return "2·" + sine.symbol() + " u·" + cosine.symbol() + " u = " + sine.symbol() + "(2u)";
        }

        String square(boolean ofSine) {
            String one = sign > 0 ? "1 - 2·sin² u" : "1 + 2·sinh² u";
            return cosine.symbol() + "(2u) = " + (ofSine ? one : "2·" + cosine.symbol() + "² u - 1");
        }
    }

    private static final List<Pair> PAIRS = List.of(
            new Pair(Operation.SIN, Operation.COS, 1, "sin² + cos² = 1"),
            new Pair(Operation.SINH, Operation.COSH, -1, "cosh² - sinh² = 1"));

    /** A sum that is worth the same, and the identity that leads to it. */
    record Other(String rule, Polynomial sum) {
        List<ShortestForm.Form> forms(Normal normal) {
            Writing writing = normal.writing();
            List<ShortestForm.Form> forms = new ArrayList<>();
            forms.add(new ShortestForm.Form(rule, writing.sum(sum), List.of()));
            if (!sum.isZero() && !sum.isSingle()) {
                forms.add(new ShortestForm.Form(rule, writing.addend(normal.factor(sum)), List.of()));
            }
            return forms;
        }
    }

    static List<Other> of(Polynomial sum, Normal normal) {
        Set<Term> angles = new LinkedHashSet<>();
        if (sum.count() <= MANY_PARTS) {
            for (Term base : sum.bases()) {
                if (base instanceof Term.Apply(Operation of, List<Term> operands)
                        && PAIRS.stream().anyMatch(pair -> of == pair.sine || of == pair.cosine)
                        && operands.getFirst().size() <= LONG_ANGLE) {
                    angles.add(operands.getFirst());
                }
            }
        }
        List<Other> others = new ArrayList<>();
        for (Pair pair : PAIRS) {
            for (Term angle : angles) {
                new DoubleAngles(pair, angle, sum, normal, others).find();
            }
        }
        return others;
    }

    /** Whether a function that has such identities stands in a formula, outside of other functions. */
    static boolean mayBeIn(Term term) {
        return switch (term) {
            case Term.Apply(Operation of, List<Term> _) ->
                PAIRS.stream().anyMatch(pair -> of == pair.sine || of == pair.cosine);
            case Term.Sum _, Term.Product _, Term.Quotient _, Term.Power _, Term.Negative _ ->
                term.parts().stream().anyMatch(DoubleAngles::mayBeIn);
            case Term.Num _, Term.Constant _, Term.Letter _, Term.Choice _, Term.Derivative _, Term.Integral _ -> false;
        };
    }

    private void find() {
        Polynomial one = Polynomial.ONE;
        Rational sign = Rational.of(pair.sign);
        boolean products = any(addend ->
                addend.exponent(sine).abs().isOne() && addend.exponent(cosine).equals(addend.exponent(sine)));
        boolean ofSine = any(addend -> isSquare(addend.exponent(sine)));
        boolean ofCosine = any(addend -> isSquare(addend.exponent(cosine)));
        if (products || ofSine || ofCosine) {
            Term doubled = normal.shortest(Term.product(Term.number(2), angle));
            Polynomial of = Polynomial.of(Addend.of(Term.apply(pair.cosine, doubled)));
            add(pair.product(), products(Term.apply(pair.sine, doubled)));
            add(pair.squares, squares(sine, one.minus(square(cosine)).scaled(sign)));
            add(pair.squares, squares(cosine, one.minus(square(sine).scaled(sign))));
            add(pair.square(true), squares(sine, one.minus(of).scaled(Rational.HALF.times(sign))));
            add(pair.square(false), squares(cosine, one.plus(of).scaled(Rational.HALF)));
        }
        if (sum.count() > 1 && any(addend -> addend.exponent(cosine).isOne())) {
            Term halved = normal.shortest(Term.quotient(angle, Term.number(2)));
            Polynomial ofSines = square(Term.apply(pair.sine, halved)).scaled(Rational.TWO.times(sign));
            Polynomial ofCosines = square(Term.apply(pair.cosine, halved)).scaled(Rational.TWO);
            add(pair.square(true), replaced(cosine, Rational.ONE, one.minus(ofSines)));
            add(pair.square(false), replaced(cosine, Rational.ONE, ofCosines.minus(one)));
        }
    }

    private boolean any(Predicate<Addend> which) {
        return sum.addends().stream().anyMatch(which);
    }

    private static boolean isSquare(Rational exponent) {
        return exponent.equals(Rational.TWO) || exponent.minus(Rational.ONE).equals(Rational.TWO);
    }

    private void add(String rule, Polynomial other) {
        if (!other.equals(sum)) {
            others.add(new Other(rule, other));
        }
    }

    private static Polynomial square(Term base) {
        return Polynomial.of(Addend.of(base, Rational.TWO));
    }

    /** sin(2u)/2 for each sin(u)·cos(u), above a line and below it. */
    private Polynomial products(Term doubled) {
        List<Addend> addends = new ArrayList<>();
        for (Addend addend : sum.addends()) {
            Rational exponent = addend.exponent(sine);
            boolean both = exponent.abs().isOne() && addend.exponent(cosine).equals(exponent);
            addends.add(
                    both
                            ? addend.with(sine, Rational.ZERO)
                                    .with(cosine, Rational.ZERO)
                                    .times(Addend.of(doubled, exponent))
                                    .scaled(exponent.sign() > 0 ? Rational.HALF : Rational.TWO)
                            : addend);
        }
        return Polynomial.of(addends);
    }

    /** Something else for the square of a function, wherever its exponent is 2 or 3. */
    private Polynomial squares(Term base, Polynomial square) {
        return replaced(base, Rational.TWO, square);
    }

    private Polynomial replaced(Term base, Rational power, Polynomial by) {
        List<Addend> addends = new ArrayList<>();
        for (Addend addend : sum.addends()) {
            Rational rest = addend.exponent(base).minus(power);
            if (rest.isZero() || (rest.isOne() && power.equals(Rational.TWO))) {
                Map<Term, Rational> others = addend.with(base, rest).powers();
                addends.addAll(
                        by.times(new Addend(addend.coefficient(), others)).addends());
            } else {
                addends.add(addend);
            }
        }
        return Polynomial.of(addends);
    }
}
