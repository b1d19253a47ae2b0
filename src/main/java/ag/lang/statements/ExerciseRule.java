package ag.lang.statements;

import ag.data.RandomSource;
import ag.engine.Operation;
import ag.lang.algebra.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules that {@code practice chain rule} makes exercises for: functions of x that need the rule, harder from level to level. */
enum ExerciseRule {
    POWER {
        @Override
        Term function(RandomSource random, int level) {
            return switch (level) {
                case 1 -> power(random);
                case 2 -> Term.sum(scaled(random, power(random)), scaled(random, X));
                default ->
                    Term.sum(
                            power(random),
                            random.integer(2) == 0
                                    ? Term.apply(Operation.SQRT, X)
                                    : Term.quotient(
                                            Term.number(between(random, 1, 5)), Term.power(X, between(random, 2, 4))));
            };
        }
    },
    PRODUCT {
        @Override
        Term function(RandomSource random, int level) {
            int first = random.integer(BASIC.size());
            return switch (level) {
                case 1 -> Term.product(power(random), made(BASIC.get(first), X));
                case 2 -> {
                    int second = (first + 1 + random.integer(BASIC.size() - 1)) % BASIC.size();
                    yield Term.product(made(BASIC.get(first), X), made(BASIC.get(second), X));
                }
                default -> Term.product(line(random), made(BASIC.get(first), scaled(random, X)));
            };
        }
    },
    QUOTIENT {
        @Override
        Term function(RandomSource random, int level) {
            return switch (level) {
                case 1 -> Term.quotient(X, Term.sum(X, Term.number(between(random, 1, 9))));
                case 2 -> Term.quotient(made(BASIC.get(random.integer(BASIC.size())), X), power(random));
                default -> Term.quotient(line(random), Term.sum(Term.power(X, 2), Term.number(between(random, 1, 9))));
            };
        }
    },
    CHAIN {
        @Override
        Term function(RandomSource random, int level) {
            return switch (level) {
                case 1 ->
                    random.integer(2) == 0
                            ? Term.power(line(random), between(random, 2, 6))
                            : made(OUTER.get(random.integer(OUTER.size())), scaled(random, X));
                case 2 -> {
                    Term inner = random.integer(2) == 0
                            ? power(random)
                            : Term.sum(Term.power(X, 2), Term.number(between(random, 1, 9)));
                    yield random.integer(3) == 0 && inner instanceof Term.Sum
                            ? Term.apply(Operation.SQRT, inner)
                            : made(OUTER.get(random.integer(OUTER.size())), inner);
                }
                default -> {
                    // Without ln: e^(ln(x³)) would need no rule.
                    Term inner = made(OUTER.get(random.integer(OUTER.size())), power(random));
                    yield random.integer(2) == 0
                            ? Term.power(inner, between(random, 2, 4))
                            : made(OUTER.get(random.integer(OUTER.size())), inner);
                }
            };
        }
    },
    MIXED {
        @Override
        Term function(RandomSource random, int level) {
            List<ExerciseRule> rules = List.of(POWER, PRODUCT, QUOTIENT, CHAIN);
            return rules.get(random.integer(rules.size())).function(random, level);
        }
    };

    /** The highest level. */
    static final int LEVELS = 3;

    static final Term.Letter X = Term.letter("x");

    private static final List<Operation> BASIC = List.of(Operation.SIN, Operation.COS, Operation.EXP, Operation.LOG);
    private static final List<Operation> OUTER = List.of(Operation.SIN, Operation.COS, Operation.EXP);

    /** An exercise: what is to be derived by x. The same random numbers give the same exercise. */
    abstract Term function(RandomSource random, int level);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExerciseRule> of(String word) {
        return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ExerciseRule::word).toList();
    }

    private static int between(RandomSource random, int low, int high) {
        return low + random.integer(high - low + 1);
    }

    private static Term power(RandomSource random) {
        return Term.power(X, between(random, 2, 6));
    }

    private static Term scaled(RandomSource random, Term of) {
        return Term.product(Term.number(between(random, 2, 9)), of);
    }

    private static Term line(RandomSource random) {
        return Term.sum(scaled(random, X), Term.number(between(random, 1, 9)));
    }

    private static Term made(Operation operation, Term inner) {
        return operation == Operation.EXP ? Term.power(Term.e(), inner) : Term.apply(operation, inner);
    }
}
