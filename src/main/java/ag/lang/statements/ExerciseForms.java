package ag.lang.statements;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Term;
import java.util.List;

/**
 * The forms of exercises for a rule, level by level: functions of x that need the rule. Each level has several, so that a sheet is not
 * one exercise with other numbers.
 */
final class ExerciseForms {
    static final Term.Letter X = Term.letter("x");

    private static final List<Operation> WAVES = List.of(Operation.SIN, Operation.COS);

    static final List<List<Form>> POWER = List.of(
            List.of(
                    ExerciseForms::power,
                    random -> scaled(random, power(random)),
                    random -> Term.sum(power(random), scaled(random, X)),
                    random -> Term.minus(scaled(random, power(random)), number(random)),
                    random -> Term.sum(scaled(random, Term.power(X, 2)), scaled(random, X), number(random))),
            List.of(
                    random -> Term.sum(
                            scaled(random, Term.power(X, between(random, 4, 6))), scaled(random, cubed(random))),
                    random -> Term.minus(power(random), scaled(random, cubed(random))),
                    random -> Term.quotient(number(random), power(random)),
                    random -> Term.power(X, -between(random, 1, 5)),
                    random -> scaled(random, Term.apply(Operation.SQRT, X))),
            List.of(
                    random -> Term.sum(power(random), Term.apply(Operation.SQRT, X)),
                    random -> Term.sum(power(random), Term.quotient(number(random), power(random))),
                    random -> Term.power(
                            X, Term.number(Rational.of(2 * between(random, 0, 4) + 3, between(random, 2, 3)))),
                    random ->
                            Term.minus(scaled(random, X), Term.quotient(number(random), Term.apply(Operation.SQRT, X))),
                    random -> Term.minus(scaled(random, power(random)), Term.quotient(number(random), X))));

    static final List<List<Form>> PRODUCT = List.of(
            List.of(
                    random -> Term.product(power(random), Term.apply(Operation.SIN, X)),
                    random -> Term.product(power(random), Term.apply(Operation.COS, X)),
                    random -> Term.product(power(random), Term.power(Term.e(), X)),
                    random -> Term.product(power(random), Term.apply(Operation.LOG, X)),
                    random -> Term.product(line(random), Term.apply(Operation.SIN, X)),
                    random -> Term.product(line(random), Term.power(Term.e(), X))),
            List.of(
                    random -> Term.product(Term.power(Term.e(), X), wave(random, X)),
                    random -> Term.product(Term.apply(Operation.LOG, X), wave(random, X)),
                    random -> Term.product(Term.apply(Operation.SIN, X), Term.apply(Operation.COS, X)),
                    random -> Term.product(Term.apply(Operation.SQRT, X), basic(random, X)),
                    random -> Term.product(shifted(random), basic(random, X))),
            List.of(
                    random -> Term.product(line(random), basic(random, scaled(random, X))),
                    random -> Term.product(power(random), wave(random, scaled(random, X))),
                    random -> Term.product(power(random), Term.power(Term.e(), scaled(random, X))),
                    random -> Term.product(X, Term.power(Term.e(), X), wave(random, X)),
                    random -> Term.product(Term.power(Term.e(), Term.negative(X)), wave(random, scaled(random, X)))));

    static final List<List<Form>> QUOTIENT = List.of(
            List.of(
                    random -> Term.quotient(X, Term.sum(X, number(random))),
                    random -> Term.quotient(Term.power(X, between(random, 2, 3)), Term.sum(X, number(random))),
                    random -> Term.quotient(line(random), Term.sum(X, number(random))),
                    random -> Term.quotient(X, shifted(random)),
                    random -> Term.quotient(number(random), Term.sum(X, number(random)))),
            List.of(
                    random -> Term.quotient(basic(random, X), power(random)),
                    random -> Term.quotient(power(random), wave(random, X)),
                    random -> Term.quotient(power(random), Term.power(Term.e(), X)),
                    random -> Term.quotient(Term.apply(Operation.LOG, X), X),
                    random -> Term.quotient(Term.power(Term.e(), X), Term.sum(X, number(random)))),
            List.of(
                    random -> Term.quotient(line(random), shifted(random)),
                    random -> Term.quotient(wave(random, X), shifted(random)),
                    random -> Term.quotient(
                            Term.apply(Operation.SIN, X), Term.sum(number(random), Term.apply(Operation.COS, X))),
                    random -> Term.quotient(Term.apply(Operation.SQRT, X), Term.sum(X, number(random))),
                    random -> Term.quotient(wave(random, scaled(random, X)), power(random))));

    static final List<List<Form>> CHAIN = List.of(
            List.of(
                    random -> Term.power(line(random), between(random, 4, 7)),
                    random -> Term.apply(Operation.SIN, scaled(random, X)),
                    random -> Term.apply(Operation.COS, line(random)),
                    random -> Term.power(Term.e(), scaled(random, X)),
                    random -> Term.apply(Operation.SQRT, line(random)),
                    random -> Term.apply(Operation.LOG, line(random))),
            List.of(
                    random -> wave(random, power(random)),
                    random -> Term.power(Term.e(), Term.sum(power(random), number(random))),
                    random -> Term.apply(Operation.SQRT, shifted(random)),
                    random -> Term.apply(Operation.LOG, shifted(random)),
                    random -> Term.power(shifted(random), between(random, 3, 6)),
                    random -> Term.power(wave(random, X), between(random, 2, 5))),
            List.of(
                    random -> Term.power(wave(random, scaled(random, X)), between(random, 2, 4)),
                    random -> Term.power(Term.e(), wave(random, power(random))),
                    random -> Term.apply(Operation.SIN, Term.apply(Operation.COS, power(random))),
                    random -> Term.apply(
                            Operation.COS, Term.power(Term.e(), Term.product(Term.number(between(random, 2, 3)), X))),
                    random -> Term.apply(Operation.SQRT, Term.sum(number(random), Term.power(Term.e(), power(random)))),
                    random -> Term.power(Term.apply(Operation.LOG, shifted(random)), between(random, 2, 4))));

    private ExerciseForms() {}

    /** A form of exercises, into which random numbers are put. */
    interface Form {
        Term made(RandomSource random);
    }

    private static int between(RandomSource random, int low, int high) {
        return low + random.integer(high - low + 1);
    }

    private static Term number(RandomSource random) {
        return Term.number(between(random, 1, 9));
    }

    private static Term power(RandomSource random) {
        return Term.power(X, between(random, 2, 6));
    }

    private static Term cubed(RandomSource random) {
        return Term.power(X, between(random, 2, 3));
    }

    private static Term shifted(RandomSource random) {
        return Term.sum(Term.power(X, 2), number(random));
    }

    private static Term scaled(RandomSource random, Term of) {
        return Term.product(Term.number(between(random, 2, 9)), of);
    }

    private static Term line(RandomSource random) {
        return Term.sum(scaled(random, X), number(random));
    }

    private static Term wave(RandomSource random, Term inner) {
        return Term.apply(WAVES.get(random.integer(WAVES.size())), inner);
    }

    private static Term basic(RandomSource random, Term inner) {
        return switch (random.integer(3)) {
            case 0 -> Term.power(Term.e(), inner);
            case 1 -> Term.apply(Operation.LOG, inner);
            default -> wave(random, inner);
        };
    }
}
