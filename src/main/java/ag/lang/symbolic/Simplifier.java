package ag.lang.symbolic;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression the way a textbook would: numbers multiplied out, like terms together, powers of one base together, 0 and 1
 * left out where they change nothing. A sum is multiplied out or gets a common factor in front where that makes it shorter. Where
 * the old and the new form both have a value, it is the same.
 */
public final class Simplifier {
    private static final double LARGEST_FOLDED = 1e6;

    private final ShortestForm forms = new ShortestForm(this);
    private final TermWriter writer = new TermWriter(this);
    /** What has been taken apart: a part of a formula comes back in each form that is tried for what it stands in. */
    private final Map<Expr, Terms> taken = new HashMap<>();

    private final Runnable pause;

    private Simplifier(Runnable pause) {
        this.pause = pause;
    }

    public static Expr simplify(Expr expression) {
        return simplify(expression, () -> {});
    }

    /** @param pause called now and then, for a long expression can take seconds; what it throws ends the work */
    static Expr simplify(Expr expression, Runnable pause) {
        return new Simplifier(pause).simplified(expression);
    }

    private Expr simplified(Expr expression) {
        return shortest(terms(expression));
    }

    private Expr shortest(Terms sum) {
        return written(forms.of(sum));
    }

    Expr written(Terms sum) {
        return writer.write(sum);
    }

    /** The expression as a sum of products; not to be changed, for it is given to everybody who asks. */
    Terms terms(Expr expression) {
        Terms known = taken.get(expression);
        if (known == null) {
            pause.run();
            known = takenApart(expression);
            taken.put(expression, known);
        }
        return known;
    }

    private Terms takenApart(Expr expression) {
        OptionalDouble number = Build.numberIn(expression);
        if (number.isPresent()) {
            double x = number.getAsDouble();
            return Double.isFinite(x) ? Terms.of(Term.of(Coefficient.of(x))) : atom(expression);
        }
        return switch (expression) {
            case Expr.Unary unary
            when unary.operator() == UnaryOperator.NEGATE -> {
                Terms negated = new Terms();
                negated.addAll(terms(unary.operand()), Coefficient.ONE.negated());
                yield negated;
            }
            case Expr.Unary unary -> atom(Build.not(simplified(unary.operand())));
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional choice -> choice(choice);
            case Expr.Call call -> call(call);
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Name _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Range _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _ -> atom(expression);
        };
    }

    private static Terms atom(Expr expression) {
        return Terms.of(Term.of(expression));
    }

    private Terms binary(Expr.Binary binary) {
        return switch (binary.operator()) {
            case ADD, SUBTRACT -> {
                Terms sum = new Terms();
                sum.addAll(terms(binary.left()), Coefficient.ONE);
                boolean adds = binary.operator() == BinaryOperator.ADD;
                sum.addAll(terms(binary.right()), adds ? Coefficient.ONE : Coefficient.ONE.negated());
                yield sum;
            }
            case MULTIPLY -> product(terms(binary.left()), terms(binary.right()), 1);
            case DIVIDE -> {
                Terms below = terms(binary.right());
                yield product(below).coefficient().isZero()
                        ? atom(Build.divide(simplified(binary.left()), Build.ZERO))
                        : product(terms(binary.left()), below, -1);
            }
            case POWER -> power(terms(binary.left()), binary.right());
            case MATRIX_MULTIPLY, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR ->
                atom(Build.binary(binary.operator(), simplified(binary.left()), simplified(binary.right())));
        };
    }

    /** One times the other or its reciprocal, with sums as they are or over a common denominator. */
    private Terms product(Terms left, Terms right, int exponent) {
        Term plain = product(left).times(product(right).power(exponent));
        Term fractions =
                forms.fraction(left, true).times(forms.fraction(right, true).power(exponent));
        return opened(forms.operations(fractions) <= forms.operations(plain) ? fractions : plain);
    }

    /** A sum as one factor of a product; 0 times anything is 0. */
    private Term product(Terms terms) {
        return forms.factor(forms.of(terms));
    }

    /** A product that is nothing but a sum, or minus one, becomes part of the sum around it. */
    private Terms opened(Term product) {
        if (product.coefficient().isZero()) {
            return new Terms();
        }
        boolean plain =
                product.coefficient().isOne() || product.coefficient().negated().isOne();
        if (plain && product.factors().size() == 1) {
            Map.Entry<Expr, Coefficient> only =
                    product.factors().entrySet().iterator().next();
            if (only.getValue().isOne() && Term.isSum(only.getKey())) {
                Terms sum = new Terms();
                sum.addAll(terms(only.getKey()), product.coefficient());
                return sum;
            }
        }
        return Terms.of(product);
    }

    private Terms power(Terms base, Expr rawExponent) {
        Terms exponent = forms.of(terms(rawExponent));
        Term of = product(base);
        if (exponent.count() < 2 && exponent.single().isNumber()) {
            Coefficient by = exponent.single().coefficient();
            if (by.isZero()) {
                return Terms.of(Term.ONE);
            }
            boolean defined = !of.coefficient().isZero() || by.sign() > 0;
            if (by.isSmallWhole() && defined && of.factors().keySet().stream().allMatch(Simplifier::isSimpleBase)) {
                return opened(raised(of, by.decimal().intValueExact()));
            }
            if (of.isBare()) {
                return Terms.of(of.raised(by));
            }
        }
        if (of.equals(Term.ONE)) {
            return Terms.of(Term.ONE);
        }
        Expr written = shortest(base);
        return of.isBare() ? split(of, written, exponent) : atom(Build.power(written, written(exponent)));
    }

    /** x^(n + 2) is x^n·x^2, so that it goes together with other powers of x. */
    private Terms split(Term base, Expr written, Terms exponent) {
        Coefficient number = exponent.coefficient(Map.of());
        if (!number.isWhole() || number.isZero()) {
            return atom(Build.power(written, written(exponent)));
        }
        Terms rest = new Terms();
        rest.addAll(exponent, Coefficient.ONE);
        rest.add(Term.of(number.negated()));
        return Terms.of(Term.of(Build.power(written, written(rest))).times(base.raised(number)));
    }

    private static boolean isSimpleBase(Expr base) {
        return Build.numberIn(base).isEmpty();
    }

    /** A root to an even power is the number under it to half of that. */
    private Term raised(Term term, int exponent) {
        Term result = Term.of(term.coefficient().power(exponent));
        for (Map.Entry<Expr, Coefficient> factor : term.factors().entrySet()) {
            Coefficient by = factor.getValue().times(Coefficient.of(exponent));
            Expr under = rooted(factor.getKey());
            Coefficient half = by.times(Coefficient.of(0.5));
            if (under != null && half.isSmallWhole()) {
                result = result.times(product(terms(under)).power(half.decimal().intValueExact()));
            } else {
                result = result.times(new Term(Coefficient.ONE, Map.of(factor.getKey(), by)));
            }
        }
        return result;
    }

    private static @Nullable Expr rooted(Expr base) {
        return base instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                        && name.equals("sqrt")
                        && arguments.size() == 1
                ? arguments.getFirst().value()
                : null;
    }

    private Terms choice(Expr.Conditional choice) {
        Expr then = simplified(choice.then());
        Expr otherwise = simplified(choice.otherwise());
        return then.equals(otherwise)
                ? terms(then)
                : atom(Build.choice(simplified(choice.condition()), then, otherwise));
    }

    /** A function of a number becomes its value where that is a whole number: {@code log(1)} is 0. */
    private Terms call(Expr.Call call) {
        if (!(call.callee() instanceof Expr.Name function)) {
            return atom(call);
        }
        List<Expr> arguments = call.arguments().stream()
                .map(argument -> argument.value() instanceof Expr.Vector vector
                        ? Build.vector(
                                vector.elements().stream().map(this::simplified).toList())
                        : simplified(argument.value()))
                .toList();
        if (arguments.size() == 1
                && Build.numberIn(arguments.getFirst()).isPresent()
                && Operation.function(function.name(), 1)
                                .map(Operation::partials)
                                .orElse(null)
                        instanceof Partials.Unary unary) {
            double value = unary.value()
                    .applyAsDouble(Build.numberIn(arguments.getFirst()).getAsDouble());
            if (value == Elementary.round(value) && Math.abs(value) < LARGEST_FOLDED) {
                return terms(Build.number(value));
            }
        }
        return known(function.name(), arguments);
    }

    /** Functions that are powers: a root is the power 1/2, that of 4x is 2·sqrt(x), and exp(2x) is exp(x)^2. */
    private Terms known(String function, List<Expr> arguments) {
        if (function.equals("log") && arguments.equals(List.of(Build.name("e")))) {
            return Terms.of(Term.ONE);
        }
        if (arguments.size() == 1 && (function.equals("sqrt") || function.equals("exp"))) {
            Expr argument = arguments.getFirst();
            Terms inside = terms(argument);
            Coefficient root = inside.content().wholeRoot();
            if (function.equals("sqrt") && !root.isOne()) {
                Terms under = new Terms();
                under.addAll(inside, root.power(-2));
                Terms outside = new Terms();
                outside.addAll(known("sqrt", List.of(written(under))), root);
                return outside;
            }
            if (function.equals("sqrt")
                    && inside.count() == 1
                    && inside.single().isBare()) {
                return Terms.of(inside.single().raised(Coefficient.of(0.5)));
            }
            if (function.equals("sqrt") && inside.count() > 1) {
                return Terms.of(Term.of(argument).raised(Coefficient.of(0.5)));
            }
            if (function.equals("exp") && inside.count() == 1) {
                Term one = inside.single();
                Expr base = Build.call("exp", List.of(written(Terms.of(one.primitive()))));
                return Terms.of(Term.of(base).raised(one.coefficient()));
            }
        }
        return atom(Build.call(function, arguments));
    }
}
