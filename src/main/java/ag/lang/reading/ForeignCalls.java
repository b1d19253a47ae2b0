package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.ForeignLine;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers the words of other systems with the line to type instead. */
record ForeignCalls(Function<String, Meaning> meanings) {
    private static final Set<String> DERIVATIVES =
            Set.of("diff", "derivative", "Derivative", "deriv", "differentiate", "D");
    private static final Set<String> MODULES = Set.of("np", "numpy", "math", "Math", "torch", "sympy", "sp", "cmath");

    private static final Set<String> SOLVERS =
            Set.of("solve", "Solve", "solveset", "fsolve", "nsolve", "NSolve", "FindRoot", "solves");

    private static final Set<String> CHOOSE =
            Set.of("C", "nCr", "binom", "binomial", "Binomial", "comb", "choose", "nchoosek", "BinomialCoefficient");
    private static final Set<String> CASES = Set.of("piecewise", "If", "IF", "iif", "where", "ifelse", "cond");

    /** Functions that take a function, where other systems have a formula. */
    private static final Set<String> OF_FUNCTIONS = Set.of("integral", "root", "roots", "arc_length", "limit");

    /** Refuses a call that another system has. */
    void check(Expr.Call call) {
        if (!(call.callee() instanceof Expr.Name name)) {
            return;
        }
        List<Expr.Argument> arguments = call.arguments();
        if (!arguments.isEmpty()
                && arguments.getFirst().value() instanceof Expr.Name module
                && MODULES.contains(module.name())
                && isNothing(module.name())
                && call.span().text().startsWith(module.name() + ".")) {
            String text = call.span().text().substring(module.name().length() + 1);
            throw instead(module.span().to(call.callee().span()), "functions stand alone here, without a module", text);
        }
        boolean byLetter = name.name().equals("diff")
                && arguments.size() > 1
                && arguments.get(1).value() instanceof Expr.Name letter
                && WrittenNames.isLetter(letter.name())
                && !(meanings.apply(name.name()) instanceof Meaning.Function(List<String> parameters, boolean _)
                        && !parameters.isEmpty());
        if (DERIVATIVES.contains(name.name()) && !arguments.isEmpty() && (byLetter || isNothing(name.name()))) {
            throw derivative(
                    call.span(),
                    name,
                    arguments.stream().map(Expr.Argument::value).toList());
        }
        if (SOLVERS.contains(name.name())
                && !arguments.isEmpty()
                && (isNothing(name.name()) || isEquation(arguments))) {
            throw solve(call.span(), arguments.stream().map(ForeignCalls::text).toList());
        }
        boolean logarithm = (name.name().equals("log") || name.name().equals("ln"))
                && meanings.apply(name.name()) instanceof Meaning.Function;
        if (logarithm && arguments.size() == 2) {
            String first = text(arguments.get(0));
            String second = text(arguments.get(1));
            throw TwoReadings.of(call.span(), logarithm(first, second), logarithm(second, first));
        }
        if (OF_FUNCTIONS.contains(name.name())
                && arguments.size() > 1
                && meanings.apply(name.name()) instanceof Meaning.Function known
                && known.parameters().isEmpty()) {
            requireFunction(call, arguments);
        }
        requireComprehension(call, name, arguments);
        if (name.name().equals("gradient")
                && arguments.size() == 1
                && meanings.apply("gradient") instanceof Meaning.Function) {
            Expr of = arguments.getFirst().value();
            throw instead(
                    call.span(),
                    "gradient takes a function and a place; the derivatives as formulas have a sign",
                    "∇"
                            + (of instanceof Expr.Name
                                    ? text(arguments.getFirst())
                                    : "(" + text(arguments.getFirst()) + ")"));
        }
        if (CHOOSE.contains(name.name()) && isNothing(name.name()) && arguments.size() == 2) {
            String of = Pieces.grouped(text(arguments.get(0)));
            String among = Pieces.grouped(text(arguments.get(1)));
            throw instead(
                    call.span(),
                    "a binomial coefficient is written with factorials",
                    of + "!/(" + among + "!*(" + of + " - " + among + ")!)");
        }
        if (CASES.contains(name.name()) && isNothing(name.name()) && arguments.size() == 3) {
            throw instead(
                    call.span(),
                    "a choice is written with if and else",
                    text(arguments.get(1)) + " if " + text(arguments.get(0)) + " else " + text(arguments.get(2)));
        }
        if (isNothing(name.name()) && name.name().equals("pow") && arguments.size() == 2) {
            throw instead(
                    call.span(),
                    "a power is written with ^",
                    Pieces.grouped(text(arguments.get(0))) + "^" + Pieces.grouped(text(arguments.get(1))));
        }
    }

    /** Refuses {@code sum(k^2, k = 1..10)} and {@code sum(k^2, k, 1, 10)}. */
    private static void requireComprehension(Expr.Call call, Expr.Name name, List<Expr.Argument> arguments) {
        if (!name.name().equals("sum") && !name.name().equals("prod")) {
            return;
        }
        boolean range = arguments.size() == 2
                && arguments.get(1).name() != null
                && arguments.get(1).value() instanceof Expr.Range;
        boolean ends = arguments.size() == 4 && arguments.get(1).value() instanceof Expr.Name;
        if (range || ends) {
            String letter = range ? arguments.get(1).name() : text(arguments.get(1));
            String over = range
                    ? arguments.get(1).value().span().text()
                    : text(arguments.get(2)) + ".." + text(arguments.get(3));
            throw instead(
                    call.span(),
                    "what is added up says for which numbers",
                    name.name() + "(" + text(arguments.getFirst()) + " for " + letter + " in " + over + ")");
        }
    }

    /** The logarithm to a base, which is an index where it is a whole number. */
    private static String logarithm(String of, String base) {
        return base.matches("\\d+") ? "log_" + base + "(" + of + ")" : "ln(" + of + ")/ln(" + base + ")";
    }

    /** Refuses {@code A^T} of a matrix. */
    void check(Expr.Binary power) {
        if (power.left() instanceof Expr.Name matrix
                && meanings.apply(matrix.name()) instanceof Meaning.Vector
                && power.right() instanceof Expr.Name exponent
                && exponent.name().equals("T")
                && isNothing("T")) {
            throw instead(power.span(), "a matrix is turned over by a function", "transpose(" + matrix.name() + ")");
        }
    }

    /** Refuses {@code d^n/dx^n}: a derivative has an order that is a number. */
    void checkOrder(Expr.Binary quotient, Expr above) {
        if (above instanceof Expr.Binary(BinaryOperator first, Expr.Name d, Expr.Name order, Span _, Span _)
                && first(quotient.right())
                        instanceof Expr.Binary(BinaryOperator second, Expr.Name by, Expr.Name same, Span _, Span _)
                && first == BinaryOperator.POWER
                && second == BinaryOperator.POWER
                && d.name().equals("d")
                && isNothing("d")
                && by.name().matches("d\\p{L}")
                && isNothing(by.name())
                && order.name().equals(same.name())) {
            throw instead(
                    quotient.span(),
                    "the order of a derivative is a number",
                    "d^3/" + by.name() + "^3 (" + by.name().substring(1) + "^5)");
        }
    }

    /** The first of what stands side by side. */
    private static Expr first(Expr written) {
        Expr at = written;
        while (at instanceof Expr.Beside beside) {
            at = beside.left();
        }
        return at;
    }

    /** Refuses {@code D[x^2, x]}. */
    void check(Expr.Index index) {
        if (index.target() instanceof Expr.Name name && isNothing(name.name()) && DERIVATIVES.contains(name.name())) {
            throw derivative(index.span(), name, index.indices());
        }
        if (index.target() instanceof Expr.Name name
                && isNothing(name.name())
                && SOLVERS.contains(name.name())
                && !index.indices().isEmpty()) {
            throw solve(
                    index.span(),
                    index.indices().stream().map(inner -> inner.span().text()).toList());
        }
        if (index.target() instanceof Expr.Name name
                && isNothing(name.name())
                && !name.name().isEmpty()
                && Character.isUpperCase(name.name().charAt(0))
                && WrittenNames.isFunction(name.name().toLowerCase(Locale.ROOT))) {
            throw instead(
                    index.span(),
                    "functions are small here, and take round brackets",
                    ForeignLine.round(index.span().text()));
        }
    }

    /** The place in {@code x -> 0}, as other systems have it behind the formula of a limit. */
    private static Expr placed(Expr argument) {
        return argument instanceof Expr.Anonymous way ? way.body() : argument;
    }

    /** A formula in a letter without a value, where a function is meant: it is given a name first. */
    private void requireFunction(Expr.Call call, List<Expr.Argument> arguments) {
        if (arguments.getFirst().value() instanceof Expr.Anonymous) {
            return;
        }
        if (arguments.getFirst().value() instanceof Expr.Name formula
                && meanings.apply(formula.name()) instanceof Meaning.Formula(List<String> letters)
                && letters.size() == 1) {
            String letter = letters.getFirst();
            String own = letter.equals("t") ? "s" : "t";
            String rest = arguments.stream()
                    .skip(text(arguments.get(1)).equals(letter) ? 2 : 1)
                    .map(argument -> ", " + placed(argument.value()).span().text())
                    .collect(Collectors.joining());
            throw instead(
                    arguments.getFirst().span(),
                    "a function is wanted here, and this is a formula",
                    ((Expr.Name) call.callee()).name() + "(" + own + " -> (" + formula.name() + " at " + letter + " = "
                            + own + ")" + rest + ")");
        }
        Set<String> open = new TreeSet<>();
        Parts.each(arguments.getFirst().value(), part -> {
            if (part instanceof Expr.Name letter && isNothing(letter.name()) && WrittenNames.mayBeFree(letter.name())) {
                open.add(letter.name());
            }
        });
        if (open.size() == 1) {
            String letter = open.iterator().next();
            String rest = arguments.stream()
                    .skip(text(arguments.get(1)).equals(letter) ? 2 : 1)
                    .map(argument -> ", " + placed(argument.value()).span().text())
                    .collect(Collectors.joining());
            if (rest.isEmpty() && ((Expr.Name) call.callee()).name().startsWith("root")) {
                throw instead(
                        call.span(),
                        "equations are solved by a statement",
                        "solve " + text(arguments.getFirst()).strip() + " = 0 for " + letter);
            }
            throw instead(
                    arguments.getFirst().span(),
                    "a function is wanted here, and this is a formula",
                    ((Expr.Name) call.callee()).name() + "(" + letter + " -> "
                            + text(arguments.getFirst()).strip() + rest + ")");
        }
    }

    /** Whether what is given to solve is an equation, or a formula with the letter to solve it for, and no matrix. */
    private boolean isEquation(List<Expr.Argument> arguments) {
        Expr first = arguments.getFirst().value();
        boolean letter = arguments.size() == 2
                && !(first instanceof Expr.Name)
                && arguments.get(1).value() instanceof Expr.Name second
                && isNothing(second.name())
                && WrittenNames.mayBeFree(second.name());
        return first instanceof Expr.Equation || arguments.getFirst().name() != null || letter;
    }

    /** Equations and letters in brackets, as {@code solve([x + y = 3, x - y = 1], [x, y])}. */
    private AgException solve(Span span, List<String> arguments) {
        List<String> equations = new ArrayList<>();
        for (String equation : parts(arguments.getFirst())) {
            String whole =
                    equation.replaceFirst("^Eq\\s*\\((.*),(.*)\\)$", "$1=$2").replace("==", "=");
            boolean function = meanings.apply(whole) instanceof Meaning.Function;
            equations.add(function ? whole + "(x) = 0" : whole.contains("=") ? whole : whole + " = 0");
        }
        String letters =
                arguments.size() < 2 || !parts(arguments.get(1)).stream().allMatch(WrittenNames::mayBeFree)
                        ? ""
                        : " for " + String.join(", ", parts(arguments.get(1)));
        String line = equations.size() == 1
                ? "solve " + equations.getFirst()
                : "solve { " + String.join("; ", equations) + " }";
        return instead(span, "equations are solved by a statement", line + letters);
    }

    private static List<String> parts(String text) {
        String inside = text.strip();
        boolean list =
                (inside.startsWith("[") && inside.endsWith("]")) || (inside.startsWith("{") && inside.endsWith("}"));
        return list
                ? Stream.of(inside.substring(1, inside.length() - 1).split(",", -1))
                        .map(String::strip)
                        .toList()
                : List.of(inside);
    }

    private AgException derivative(Span span, Expr.Name name, List<Expr> arguments) {
        String of = ForeignLine.round(Pieces.inside(arguments.getFirst().span().text()));
        boolean function = meanings.apply(of) instanceof Meaning.Function;
        String letter = arguments.size() > 1 ? arguments.get(1).span().text().strip() : "x";
        String order = arguments.size() > 2 ? arguments.get(2).span().text().strip() : "";
        if (letter.matches("[2-9]")) {
            order = letter;
        }
        if (letter.startsWith("{") || !WrittenNames.mayBeFree(letter)) {
            letter = "x";
        }
        List<String> letters = letters(arguments.subList(1, arguments.size()));
        String line;
        if (function) {
            line = "derive " + of;
        } else if (letters.stream().distinct().count() > 1) {
            line = "∂^" + letters.size() + "/" + below(letters) + " (" + of + ")";
        } else if (letters.size() > 1 && letters.size() < 10) {
            line = "d^" + letters.size() + "/d" + letter + "^" + letters.size() + " (" + of + ")";
        } else if (order.matches("[2-9]")) {
            line = "d^" + order + "/d" + letter + "^" + order + " (" + of + ")";
        } else {
            line = "d/d" + letter + " (" + of + ")";
        }
        return instead(span, "a derivative is written as in a textbook, not " + name.name(), line);
    }

    /** The letters of {@code D[f, x, y]} and {@code diff(f, x, 2, y)}, each as often as it is derived by; none where it is something else. */
    private static List<String> letters(List<Expr> arguments) {
        List<String> letters = new ArrayList<>();
        for (Expr argument : arguments) {
            String text = argument.span().text().strip();
            if (text.matches("[2-9]") && !letters.isEmpty()) {
                letters.addAll(Collections.nCopies(text.charAt(0) - '1', letters.getLast()));
            } else if (WrittenNames.mayBeFree(text)) {
                letters.add(text);
            } else {
                return List.of();
            }
        }
        return letters;
    }

    /** What stands below the line of a derivative by several letters: ∂x∂y^2. */
    private static String below(List<String> letters) {
        StringBuilder below = new StringBuilder();
        for (int i = 0; i < letters.size(); ) {
            String letter = letters.get(i);
            int from = i;
            while (i < letters.size() && letters.get(i).equals(letter)) {
                i++;
            }
            below.append("∂").append(letter).append(i - from > 1 ? "^" + (i - from) : "");
        }
        return below.toString();
    }

    private static AgException instead(Span span, String message, String line) {
        return new AgException(ErrorCode.OTHER_SYSTEM, message, span, "write: " + line);
    }

    private static String text(Expr.Argument argument) {
        return argument.span().text();
    }

    private boolean isNothing(String name) {
        return meanings.apply(name) instanceof Meaning.Nothing;
    }
}
