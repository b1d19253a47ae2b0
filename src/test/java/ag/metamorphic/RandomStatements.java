package ag.metamorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Statements made by chance, the same for the same seed. Each gives a new name a value that is built on inputs and on earlier names,
 * with choices, searches, functions, derivatives and random numbers in it.
 */
final class RandomStatements {
    static final String INPUTS = "seed 3; let a = 1.5, b = 0.4, v = [0.3, -1.2, 0.8], n = 2; c = 0.7; M = [[1, 2]]\n"
            + "jump(x) = if x > c then x^2 else c - x\n"
            + "halved(x) = { r = x; while r > 0.5 { r = r/2 }; r }\n"
            + "least(u) = { for x in sort(u) { if x > 0 { r = x } }; (p, q) = [max(u), min(u)]; p - q*c }\n";

    static final String CHANGE = "set a = -0.6, b = 1.9, v = [1.1, 0.2, -0.5], n = 0";

    /**
     * One statement.
     *
     * @param value the expression that it names
     * @param form how it names it; its last name is {@code y}, or {@code m} where it is detached
     */
    record Step(String name, String value, Form form, boolean detached) {
        String text() {
            return form.of(value).replaceAll("\\b[ym]\\b", name);
        }
    }

    private final Random random;
    private final List<String> numbers = new ArrayList<>(List.of("a", "b", "c"));
    private final List<String> vectors = new ArrayList<>(List.of("v"));

    private RandomStatements(long seed) {
        random = new Random(seed);
    }

    static List<Step> of(long seed, int count, boolean chance) {
        RandomStatements maker = new RandomStatements(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(maker.step("t" + i, chance));
        }
        return steps;
    }

    private Step step(String name, boolean chance) {
        boolean vector = random.nextInt(3) == 0;
        boolean draws = chance && random.nextInt(3) == 0;
        String value = vector ? vector(3) : number(3);
        if (draws) {
            value = "(" + value + ") + normal(" + number(1) + ", abs(" + number(1) + "))";
        }
        boolean detached = random.nextInt(4) == 0;
        List<Form> forms = detached ? FollowingTest.DETACHED : Form.ALL;
        Form form = pick(forms);
        if (draws && form.name().equals("list")) {
            // It writes the expression twice.
            form = forms.getFirst();
        }
        (vector ? vectors : numbers).add(name);
        return new Step(name, value, form, detached);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String number(int depth) {
        if (depth == 0) {
            return random.nextInt(5) == 0 ? "0." + (1 + random.nextInt(9)) : pick(numbers);
        }
        return switch (random.nextInt(16)) {
            case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
            case 1 -> "(" + number(depth - 1) + " - 0.5*" + number(depth - 1) + ")";
            case 2 -> "tanh(" + number(depth - 1) + "*" + number(depth - 1) + ")";
            case 3 -> "max(" + number(depth - 1) + ", " + number(depth - 1) + ")";
            case 4, 5 ->
                "(if " + number(depth - 1) + " > " + number(depth - 1) + " then " + number(depth - 1) + " else "
                        + number(depth - 1) + ")";
            case 6 -> "tanh(jump(" + number(depth - 1) + "))";
            case 7 -> "halved(" + number(depth - 1) + ")";
            case 8 -> "least(" + vector(depth - 1) + ")";
            case 9 -> vector(depth - 1) + "[argmax(" + vector(depth - 1) + ")]";
            case 10 -> vector(depth - 1) + "[n]";
            case 11 -> "sum(" + vector(depth - 1) + ")";
            case 12 -> "len([i for i in " + vector(depth - 1) + " if i > " + number(depth - 1) + "])";
            case 13 -> "tanh(grad(" + number(depth - 1) + " + a*b, " + pick(List.of("a", "b")) + "))";
            case 14 -> "tanh(jump'(" + number(depth - 1) + "))";
            default -> {
                String of = vector(depth - 1);
                yield "index_of(" + of + ", max(" + of + "))";
            }
        };
    }

    private String vector(int depth) {
        if (depth <= 0) {
            return pick(vectors);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "sort(" + vector(depth - 1) + ")";
            case 1 -> "[" + number(depth - 1) + ", " + number(depth - 1) + ", " + number(depth - 1) + "]";
            case 2 -> "(" + vector(depth - 1) + " + " + vector(depth - 1) + ")";
            case 3 -> "reverse(" + vector(depth - 1) + ")";
            case 4 ->
                "(if " + number(depth - 1) + " < " + number(depth - 1) + " then " + vector(depth - 1) + " else "
                        + vector(depth - 1) + ")";
            case 5 -> "[tanh(jump(i)) for i in " + vector(depth - 1) + "]";
            case 6 -> "tanh(map(jump, " + vector(depth - 1) + "))";
            default -> "linspace(" + number(depth - 1) + ", " + number(depth - 1) + ", 3)";
        };
    }
}
