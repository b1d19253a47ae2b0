package ag.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Works out a formula as Python reads it: which sign binds tighter, which side a power leans to. A truth is 1 or 0. */
final class PythonCalculator {
    private final String text;
    private final Map<String, Double> names;
    private int at;

    private PythonCalculator(String text, Map<String, Double> names) {
        this.text = text;
        this.names = names;
    }

    static double value(String text, Map<String, Double> names) {
        PythonCalculator calculator = new PythonCalculator(text, names);
        double value = calculator.choice();
        if (calculator.at < text.length()) {
            throw new IllegalArgumentException("Python ends at " + calculator.at + " of " + text);
        }
        return value;
    }

    private boolean takes(String sign) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        boolean isWord = Character.isLetter(sign.charAt(0));
        boolean found = text.startsWith(sign, at)
                && !(isWord && at + sign.length() < text.length() && isOfName(text.charAt(at + sign.length())))
                && !((sign.equals("*") || sign.equals("<") || sign.equals(">"))
                        && at + 1 < text.length()
                        && "*=".indexOf(text.charAt(at + 1)) >= 0);
        at += found ? sign.length() : 0;
        return found;
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private double choice() {
        double then = or();
        if (!takes("if")) {
            return then;
        }
        double condition = or();
        if (!takes("else")) {
            throw new IllegalArgumentException("else is missing in " + text);
        }
        double otherwise = choice();
        return condition != 0 ? then : otherwise;
    }

    private double or() {
        double value = and();
        while (takes("or")) {
            double other = and();
            value = value != 0 ? value : other;
        }
        return value;
    }

    private double and() {
        double value = not();
        while (takes("and")) {
            double other = not();
            value = value == 0 ? value : other;
        }
        return value;
    }

    private double not() {
        return takes("not") ? truth(not() == 0) : comparison();
    }

    private double comparison() {
        double left = sum();
        for (String sign : List.of("<=", ">=", "==", "!=", "<", ">")) {
            if (takes(sign)) {
                double right = sum();
                return truth(
                        switch (sign) {
                            case "<=" -> left <= right;
                            case ">=" -> left >= right;
                            case "==" -> left == right;
                            case "!=" -> left != right;
                            case "<" -> left < right;
                            default -> left > right;
                        });
            }
        }
        return left;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (takes("+")) {
                value += product();
            } else if (takes("-")) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = signed();
        while (true) {
            if (takes("*")) {
                value *= signed();
            } else if (takes("/")) {
                value /= signed();
            } else if (takes("%")) {
                double by = signed();
                value -= Math.floor(value / by) * by;
            } else {
                return value;
            }
        }
    }

    private double signed() {
        return takes("-") ? -signed() : power();
    }

    private double power() {
        double base = single();
        return takes("**") ? Math.pow(base, signed()) : base;
    }

    private double single() {
        if (takes("(")) {
            double value = choice();
            close();
            return value;
        }
        int start = at;
        while (at < text.length() && (isOfName(text.charAt(at)) || isExponent(start))) {
            at++;
        }
        String word = text.substring(start, at);
        if (takes("(")) {
            List<Double> arguments = new ArrayList<>();
            do {
                arguments.add(choice());
            } while (takes(",") && !text.substring(at).stripLeading().startsWith(")"));
            close();
            return called(word, arguments);
        }
        return switch (word) {
            case "True" -> 1;
            case "False" -> 0;
            case "torch.inf" -> Double.POSITIVE_INFINITY;
            default -> {
                Double value = names.get(word);
                yield value == null ? Double.parseDouble(word) : value;
            }
        };
    }

    private boolean isExponent(int start) {
        char c = text.charAt(at);
        return (c == '-' || c == '+')
                && at > start
                && text.charAt(at - 1) == 'e'
                && Character.isDigit(text.charAt(start));
    }

    private void close() {
        if (!takes(")")) {
            throw new IllegalArgumentException(") is missing at " + at + " of " + text);
        }
    }

    private double called(String name, List<Double> of) {
        double x = of.getFirst();
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "tensor" -> x;
            case "exp" -> Math.exp(x);
            case "log" -> Math.log(x);
            case "sqrt" -> Math.sqrt(x);
            case "sin" -> Math.sin(x);
            case "cos" -> Math.cos(x);
            case "tanh" -> Math.tanh(x);
            case "floor" -> Math.floor(x);
            case "abs" -> Math.abs(x);
            case "square" -> x * x;
            case "max", "maximum" -> Math.max(x, of.get(1));
            case "min", "minimum" -> Math.min(x, of.get(1));
            case "where" -> x != 0 ? of.get(1) : of.get(2);
            default -> throw new IllegalArgumentException("no function " + name);
        };
    }
}
