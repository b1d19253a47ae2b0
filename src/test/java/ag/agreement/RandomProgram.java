package ag.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A function of x, a and b that is made by chance, the same for the same seed, and a point and a direction to try it at. It has
 * steps with names, loops, choices and reductions, and is laid out carelessly. Poles and kinks are rarely met.
 *
 * @param body the statements of the function's block
 */
record RandomProgram(String body, double[] point, double[] direction) {
    static RandomProgram of(long seed) {
        Maker maker = new Maker(seed);
        return new RandomProgram(maker.body(), maker.numbers(), maker.numbers());
    }

    /** The definition of the function, by this name. */
    String definition(String name) {
        return name + "(x, a, b) = {" + body + "}";
    }

    /** The function of the elements of a vector, as a loss has to be; its target is not used. */
    String loss(String name) {
        return name + "(p, t) = { x = p[0]; a = p[1]; b = p[2];" + body + "}";
    }

    private static final class Maker {
        private static final List<String> FUNCTIONS = List.of(
                "sin",
                "cos",
                "tanh",
                "sigmoid",
                "atan",
                "softplus",
                "gelu",
                "silu",
                "erf",
                "asinh",
                "relu",
                "abs",
                "expm1");

        /** Of two numbers, or of several. */
        private static final List<String> REDUCTIONS = List.of("sum", "mean", "norm", "logsumexp");

        private static final int LOWEST = 0;
        private static final int SUM = 1;
        private static final int PRODUCT = 2;
        private static final int POWER = 4;
        private static final int ATOM = 5;

        private final Random random;
        private final List<String> names = new ArrayList<>(List.of("x", "a", "b"));

        Maker(long seed) {
            random = new Random(seed);
        }

        double[] numbers() {
            return random.doubles(3, -2, 2).toArray();
        }

        String body() {
            StringBuilder body = new StringBuilder(gap());
            int steps = random.nextInt(3);
            for (int i = 0; i < steps; i++) {
                body.append(random.nextInt(4) == 0 ? loop("s" + i) : "t" + i + equal() + any(2, LOWEST));
                names.add(body.indexOf("s" + i) >= 0 ? "s" + i : "t" + i);
                body.append(random.nextBoolean() ? "; " : gap() + "\n ");
            }
            // Whatever comes by chance, the result depends on all three.
            return body.append("x*a - b + ")
                    .append(any(3, PRODUCT))
                    .append(gap())
                    .toString();
        }

        private String loop(String name) {
            String start = name + equal() + any(1, LOWEST) + "; ";
            return start + "for k in 1.." + (2 + random.nextInt(2)) + " {" + gap() + name + equal() + name + " + "
                    + any(1, PRODUCT) + "/k" + gap() + "}";
        }

        private String any(int depth, int atLeast) {
            if (depth == 0 || random.nextInt(9) == 0) {
                return leaf();
            }
            return switch (random.nextInt(14)) {
                case 0, 1 -> infix("+", depth, SUM, SUM, SUM, atLeast);
                case 2 -> infix("-", depth, SUM, SUM, PRODUCT, atLeast);
                case 3, 4 -> infix("*", depth, PRODUCT, PRODUCT, POWER, atLeast);
                case 5 -> within(atLeast, PRODUCT, any(depth - 1, PRODUCT) + "/(1 + " + any(depth - 1, ATOM) + "^2)");
                case 6 -> within(atLeast, POWER, any(depth - 1, ATOM) + "^" + (2 + random.nextInt(2)));
                case 7 -> within(atLeast, PRODUCT, "-" + any(depth - 1, POWER));
                case 8 -> positive(any(depth - 1, ATOM), atLeast);
                case 9 ->
                    "(" + "if " + any(depth - 1, SUM) + " > " + any(0, SUM) + " then " + any(depth - 1, LOWEST)
                            + " else " + any(depth - 1, LOWEST) + ")";
                case 10 -> call(List.of("max", "min", "atan2", "hypot"), depth, 2);
                case 11 -> REDUCTIONS.get(random.nextInt(REDUCTIONS.size())) + "([" + list(depth, 3) + "])";
                case 12 ->
                    random.nextBoolean()
                            ? "dot([" + list(depth, 2) + "], [" + list(depth, 2) + "])"
                            : "sum(" + any(depth - 1, PRODUCT) + "*k for k in 1..3)";
                default -> function(depth);
            };
        }

        private String function(int depth) {
            String name = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
            return random.nextInt(4) == 0
                    ? "(" + any(depth - 1, LOWEST) + ")." + name + "()"
                    : name + "(" + gap() + any(depth - 1, LOWEST) + ")";
        }

        /** Roots, logarithms and powers, of what is never near 0; and an exponential that stays small. */
        private String positive(String of, int atLeast) {
            return switch (random.nextInt(4)) {
                case 0 -> "sqrt(0.5 + " + of + "^2)";
                case 1 -> "log(1.5 + " + of + "^2)";
                case 2 -> within(atLeast, POWER, "(1 + " + of + "^2)^(-0.5)");
                default -> "exp(-" + of + "^2/4)";
            };
        }

        private String call(List<String> functions, int depth, int arguments) {
            return functions.get(random.nextInt(functions.size())) + "(" + list(depth, arguments) + ")";
        }

        private String list(int depth, int length) {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                parts.add(any(depth - 1, LOWEST));
            }
            return String.join(random.nextBoolean() ? ", " : " ,", parts);
        }

        private String infix(String sign, int depth, int precedence, int left, int right, int atLeast) {
            String space = random.nextBoolean() ? " " : "";
            return within(atLeast, precedence, any(depth - 1, left) + space + sign + space + any(depth - 1, right));
        }

        private static String within(int atLeast, int precedence, String text) {
            return precedence < atLeast ? "(" + text + ")" : text;
        }

        private String leaf() {
            return random.nextInt(4) > 0
                    ? names.get(random.nextInt(names.size()))
                    : Integer.toString(1 + random.nextInt(3)) + (random.nextBoolean() ? ".5" : "");
        }

        private String equal() {
            return random.nextBoolean() ? " = " : "=";
        }

        private String gap() {
            return String.join("", Collections.nCopies(random.nextInt(3), " "));
        }
    }
}
