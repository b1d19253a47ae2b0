package ag.lang.symbolic;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.result.Numerals;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an expression as LaTeX: fractions as fractions, roots as roots, what is still to be derived as d/dx. */
public final class LatexPrinter {
    private static final String HEAD = """
        \\documentclass{article}
        \\usepackage{amsmath}
        \\begin{document}
        """;
    private static final String TAIL = "\\end{document}\n";

    // How tightly each form binds, as in the language.
    private static final int LOOSE = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    /** Letters of other scripts that LaTeX calls by a name. */
    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("α", "\\alpha"),
            Map.entry("β", "\\beta"),
            Map.entry("γ", "\\gamma"),
            Map.entry("δ", "\\delta"),
            Map.entry("ε", "\\varepsilon"),
            Map.entry("η", "\\eta"),
            Map.entry("θ", "\\theta"),
            Map.entry("κ", "\\kappa"),
            Map.entry("λ", "\\lambda"),
            Map.entry("μ", "\\mu"),
            Map.entry("ξ", "\\xi"),
            Map.entry("π", "\\pi"),
            Map.entry("ρ", "\\rho"),
            Map.entry("σ", "\\sigma"),
            Map.entry("τ", "\\tau"),
            Map.entry("φ", "\\varphi"),
            Map.entry("ψ", "\\psi"),
            Map.entry("ω", "\\omega"),
            Map.entry("pi", "\\pi"),
            Map.entry("inf", "\\infty"));

    /** Functions that LaTeX knows. */
    private static final List<String> KNOWN =
            List.of("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "max", "min");

    /** The d of d/dx, or the one of a partial derivative. */
    private final String d;

    private LatexPrinter(String d) {
        this.d = d;
    }

    /**
     * A document with derivations, each as a block of aligned equations.
     *
     * @param partial whether the derivatives are partial ones
     */
    public static String document(List<Derivation> derivations, boolean partial) {
        LatexPrinter printer = new LatexPrinter(partial ? "\\partial " : "d");
        return HEAD + derivations.stream().map(printer::block).collect(Collectors.joining()) + TAIL;
    }

    private String block(Derivation derivation) {
        String steps = derivation.steps().stream()
                .map(step -> "  &= " + print(step.expression()) + " && \\text{" + escaped(step.rule()) + "}")
                .collect(Collectors.joining(" \\\\\n"));
        return "\\begin{align*}\n" + print(derivation.start()) + "\n" + steps + "\n\\end{align*}\n";
    }

    private String print(Expr expression) {
        return write(expression, LOOSE);
    }

    private String write(Expr expression, int atLeast) {
        String text = bare(expression);
        return binding(expression) < atLeast ? "\\left(" + text + "\\right)" : text;
    }

    private static int binding(Expr expression) {
        return switch (expression) {
            case Expr.Unary _ -> SIGN;
            case Expr.Binary binary ->
                switch (binary.operator()) {
                    case ADD, SUBTRACT -> SUM;
                    case MULTIPLY, MATRIX_MULTIPLY -> PRODUCT;
                    case DIVIDE -> ATOM;
                    case POWER -> POWER;
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> LOOSE;
                };
            case Expr.NumberLiteral number -> Numerals.shortest(number.value()).contains("e") ? PRODUCT : ATOM;
            case Expr.Call _ -> Differentiator.isPending(expression) ? PRODUCT : ATOM;
            default -> ATOM;
        };
    }

    private String bare(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral number -> number(number.value());
            case Expr.Name name -> name(name.name());
            case Expr.Unary unary ->
                unary.operator() == UnaryOperator.NEGATE
                        ? "-" + write(unary.operand(), PRODUCT)
                        : "\\lnot " + write(unary.operand(), ATOM);
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional choice ->
                "\\begin{cases} " + print(choice.then()) + " & \\text{if } " + print(choice.condition()) + " \\\\ "
                        + print(choice.otherwise()) + " & \\text{otherwise} \\end{cases}";
            case Expr.Call call -> call(call);
            case Expr.Index index ->
                write(index.target(), ATOM) + "_{"
                        + index.indices().stream().map(this::print).collect(Collectors.joining(","))
                        + "}";
            case Expr.Vector vector ->
                vector.elements().stream().map(this::print).collect(Collectors.joining(",\\,", "\\left[", "\\right]"));
            default -> "\\mathtt{" + escaped(ExpressionPrinter.print(expression)) + "}";
        };
    }

    private static String number(double x) {
        String text = Numerals.shortest(x);
        int e = text.indexOf('e');
        return e < 0 ? text : text.substring(0, e) + "\\cdot 10^{" + text.substring(e + 1) + "}";
    }

    /** One letter as it is, with what digits stand behind it as an index; a word upright. */
    private static String name(String name) {
        int letters = name.length();
        while (letters > 1 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        String word = name.substring(0, letters).replaceAll("_$", "");
        String index = name.substring(letters);
        String letter = GREEK.get(word);
        String shown = letter != null
                ? letter
                : word.codePointCount(0, word.length()) == 1 ? word : "\\mathrm{" + escaped(word) + "}";
        return index.isEmpty() ? shown : shown + "_{" + index + "}";
    }

    private static String escaped(String text) {
        return text.replaceAll("([_#%&{}$])", "\\\\$1").replace("^", "\\wedge ");
    }

    private String binary(Expr.Binary binary) {
        Expr left = binary.left();
        Expr right = binary.right();
        return switch (binary.operator()) {
            case ADD -> write(left, SUM) + " + " + write(right, SUM);
            case SUBTRACT -> write(left, SUM) + " - " + write(right, PRODUCT);
            case MULTIPLY -> product(left, right);
            case MATRIX_MULTIPLY -> write(left, PRODUCT) + " \\, " + write(right, SIGN);
            case DIVIDE -> "\\frac{" + print(left) + "}{" + print(right) + "}";
            case POWER -> power(left, print(right));
            case LESS -> write(left, SUM) + " < " + write(right, SUM);
            case LESS_OR_EQUAL -> write(left, SUM) + " \\le " + write(right, SUM);
            case GREATER -> write(left, SUM) + " > " + write(right, SUM);
            case GREATER_OR_EQUAL -> write(left, SUM) + " \\ge " + write(right, SUM);
            case EQUAL -> write(left, SUM) + " = " + write(right, SUM);
            case NOT_EQUAL -> write(left, SUM) + " \\ne " + write(right, SUM);
            case AND -> write(left, SUM) + " \\text{ and } " + write(right, SUM);
            case OR -> write(left, SUM) + " \\text{ or } " + write(right, SUM);
        };
    }

    /** Of a function such as tanh the power stands behind its name; what is more than a letter stands in parentheses. */
    private String power(Expr base, String exponent) {
        boolean simple = base instanceof Expr.Name || base instanceof Expr.Index || base instanceof Expr.NumberLiteral;
        String known = base instanceof Expr.Call(Expr.Name(String name, var _), var _, var _) && KNOWN.contains(name)
                ? "\\" + name
                : "";
        String text = simple ? write(base, ATOM) : print(base);
        if (!known.isEmpty() && text.startsWith(known)) {
            return known + "^{" + exponent + "}" + text.substring(known.length());
        }
        return (simple ? text : "\\left(" + text + "\\right)") + "^{" + exponent + "}";
    }

    /** A dot where two numbers would meet, or where a sign follows. */
    private String product(Expr left, Expr right) {
        boolean meets = startsWithNumber(right) || right instanceof Expr.Unary;
        return write(left, PRODUCT)
                + (meets ? " \\cdot " : " \\, ")
                + write(right, right instanceof Expr.Unary ? ATOM : PRODUCT);
    }

    private static boolean startsWithNumber(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral _ -> true;
            case Expr.Binary(BinaryOperator operator, Expr left, Expr _, var _, var _) ->
                (operator == BinaryOperator.MULTIPLY || operator == BinaryOperator.POWER) && startsWithNumber(left);
            default -> false;
        };
    }

    private String call(Expr.Call call) {
        List<Expr> arguments =
                call.arguments().stream().map(Expr.Argument::value).toList();
        if (Differentiator.isPending(call)) {
            return "\\frac{" + d.strip() + "}{" + d + print(arguments.getLast()) + "}\\left("
                    + print(arguments.getFirst()) + "\\right)";
        }
        String function =
                call.callee() instanceof Expr.Name name ? name.name() : ExpressionPrinter.print(call.callee());
        String inside = arguments.stream().map(this::print).collect(Collectors.joining(",\\,"));
        return switch (function) {
            case "sqrt" -> "\\sqrt{" + inside + "}";
            case "cbrt" -> "\\sqrt[3]{" + inside + "}";
            case "abs" -> "\\left|" + inside + "\\right|";
            default ->
                (KNOWN.contains(function) ? "\\" + function : "\\operatorname{" + escaped(function) + "}") + "\\left("
                        + inside + "\\right)";
        };
    }
}
