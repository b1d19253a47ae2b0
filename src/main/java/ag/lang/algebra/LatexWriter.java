package ag.lang.algebra;

import ag.engine.Operation;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a formula as LaTeX: fractions as fractions, roots as roots, what is still to be derived as d/dx. */
public final class LatexWriter {
    private static final Pattern QUOTIENT =
            Pattern.compile("\\\\mathrm\\{d([²³⁴⁵]?)([^/²³⁴⁵}]+)/d([^²³⁴⁵}]+)[²³⁴⁵]?\\}");

    private static final String HEAD = """
        \\documentclass{article}
        \\usepackage{amsmath}
        \\usepackage[margin=2cm]{geometry}
        \\begin{document}
        """;
    private static final String TAIL = "\\end{document}\n";

    // How tightly each form binds, as in the language.
    private static final int LOOSE = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    /** A name, where need be with what it is of. */
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{Nd}_']*(\\([^()]*\\))?");

    private static final Pattern WORD = Pattern.compile("(?<![\\\\\\p{L}\\p{Nd}_])\\p{L}[\\p{L}\\p{Nd}_]*");

    /** Letters of other scripts that LaTeX calls by a name. */
    static final Map<String, String> GREEK = Map.ofEntries(
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
            Map.entry("ω", "\\omega"));

    /** Functions that LaTeX knows by a name of its own. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("sin", "\\sin"),
            Map.entry("cos", "\\cos"),
            Map.entry("tan", "\\tan"),
            Map.entry("sec", "\\sec"),
            Map.entry("csc", "\\csc"),
            Map.entry("cot", "\\cot"),
            Map.entry("sinh", "\\sinh"),
            Map.entry("cosh", "\\cosh"),
            Map.entry("tanh", "\\tanh"),
            Map.entry("coth", "\\coth"),
            Map.entry("asin", "\\arcsin"),
            Map.entry("acos", "\\arccos"),
            Map.entry("atan", "\\arctan"),
            Map.entry("log", "\\ln"),
            Map.entry("exp", "\\exp"),
            Map.entry("max", "\\max"),
            Map.entry("min", "\\min"));

    /** The d of d/dx, or the one of a partial derivative. */
    private final String d;

    private LatexWriter(String d) {
        this.d = d;
    }

    /** A formula, to be put between dollar signs. */
    public static String text(Term term) {
        return new LatexWriter("d").write(term, LOOSE);
    }

    /** A formula behind a name and its sign, to be put between dollar signs; {@code left} is how they are typed: {@code f(x) =}, or empty. */
    public static String relation(String left, Term right) {
        int sign = left.lastIndexOf(' ');
        if (sign < 0) {
            return left + text(right);
        }
        String typed = left.substring(0, sign);
        String name = NAME.matcher(typed).matches() ? name(typed) : typed;
        return name + left.substring(sign).replace("≈", "\\approx") + " " + text(right);
    }

    /** A name with the letters behind it. */
    private static String name(String typed) {
        int open = typed.indexOf('(');
        String named = open < 0 ? typed : typed.substring(0, open);
        String word = named.replaceFirst("'+$", "");
        String behind =
                open < 0 ? "" : typed.substring(open).replace("(", "\\left(").replace(")", "\\right)");
        return letter(word) + named.substring(word.length()) + letters(behind);
    }

    /** The words of a text that are no commands of LaTeX as the letters they name. */
    private static String letters(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(letter(word.group())));
    }

    /**
     * A document with derivations, each as a block of aligned equations.
     *
     * @param partial whether the derivatives are partial ones
     */
    public static String document(List<Derivation> derivations, boolean partial) {
        return HEAD
                + derivations.stream().map(one -> block(one, partial) + "\n").collect(Collectors.joining())
                + TAIL;
    }

    /** The steps of a derivation as a block of aligned equations. */
    public static String block(Derivation derivation, boolean partial) {
        LatexWriter writer = new LatexWriter(partial ? "\\partial " : "d");
        String steps = derivation.steps().stream()
                .map(step ->
                        "  &= " + writer.write(step.term(), LOOSE) + " && \\text{" + LatexWords.of(step.rule()) + "}")
                .collect(Collectors.joining(" \\\\\n"));
        return "\\begin{align*}\n" + writer.write(derivation.start(), LOOSE) + "\n" + steps + "\n\\end{align*}";
    }

    /** The steps that lead to an implicit derivative as a document; as Markdown with a block in it where that is asked for. */
    public static String document(List<ImplicitDerivative.Step> steps, DerivationFile kind) {
        LatexWriter writer = new LatexWriter("d");
        String block = steps.stream()
                .map(step -> "  " + writer.write(step.left(), LOOSE) + " &= " + writer.write(step.right(), LOOSE)
                        + (step.rule().isEmpty() ? "" : " && \\text{" + LatexWords.of(step.rule()) + "}"))
                .map(line -> QUOTIENT.matcher(line).replaceAll(LatexWriter::quotient))
                .collect(Collectors.joining(" \\\\\n"));
        return kind == DerivationFile.MARKDOWN
                ? "$$\n\\begin{aligned}\n" + block + "\n\\end{aligned}\n$$\n"
                : HEAD + "\\begin{align*}\n" + block + "\n\\end{align*}\n" + TAIL;
    }

    /** dy/dx, which is one letter, as a fraction. */
    private static String quotient(MatchResult letter) {
        String order = letter.group(1).isEmpty() ? "" : "^{" + ("¹²³⁴⁵".indexOf(letter.group(1)) + 1) + "}";
        return Matcher.quoteReplacement("\\frac{d" + order + letter.group(2) + "}{d" + letter.group(3) + order + "}");
    }

    private String write(Term term, int atLeast) {
        String text = bare(term);
        return binding(term) < atLeast ? "\\left(" + text + "\\right)" : text;
    }

    private static int binding(Term term) {
        return switch (term) {
            case Term.Sum _, Term.Negative _ -> SUM;
            case Term.Product _, Term.Derivative _, Term.Integral _ -> PRODUCT;
            case Term.Power _ -> POWER;
            case Term.Quotient _, Term.Num _, Term.Constant _, Term.Letter _, Term.Apply _, Term.Choice _ -> ATOM;
        };
    }

    private String bare(Term term) {
        return switch (term) {
            case Term.Num number -> TextWriter.number(number);
            case Term.Constant constant ->
                switch (constant.name()) {
                    case PI -> "\\pi";
                    case E -> "e";
                    case INFINITY -> "\\infty";
                    case UNDEFINED -> "\\mathrm{nan}";
                };
            case Term.Letter letter -> letter(letter.name());
            case Term.Sum(List<Term> terms) -> sum(terms);
            case Term.Product(List<Term> factors) -> product(factors);
            case Term.Quotient(Term above, Term below) ->
                "\\frac{" + write(above, LOOSE) + "}{" + write(below, LOOSE) + "}";
            case Term.Power(Term base, Term exponent) -> power(base, write(exponent, LOOSE));
            case Term.Negative(Term of) -> "-" + write(of, PRODUCT);
            case Term.Apply apply -> apply(apply);
            case Term.Choice choice ->
                "\\begin{cases} " + write(choice.then(), LOOSE) + " & \\text{if } " + condition(choice.condition())
                        + " \\\\ " + write(choice.otherwise(), LOOSE) + " & \\text{otherwise} \\end{cases}";
            case Term.Derivative(Term of, Term.Letter by) ->
                "\\frac{" + d.strip() + "}{" + d + letter(by.name()) + "}\\left(" + write(of, LOOSE) + "\\right)";
            case Term.Integral(Term of, Term.Letter by, Term from, Term to) ->
                "\\int_{" + write(from, LOOSE) + "}^{" + write(to, LOOSE) + "} " + write(of, PRODUCT) + " \\, d"
                        + letter(by.name());
        };
    }

    private String sum(List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean minus = i > 0 && term instanceof Term.Negative;
            text.append(i == 0 ? "" : minus ? " - " : " + ");
            text.append(write(minus ? ((Term.Negative) term).of() : term, i == 0 ? SUM : PRODUCT));
        }
        return text.toString();
    }

    /** A dot where two numbers would meet, or where a sign follows. */
    private String product(List<Term> factors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            Term factor = factors.get(i);
            boolean meets = startsWithNumber(factor) || factor instanceof Term.Negative;
            text.append(i == 0 ? "" : meets ? " \\cdot " : " \\, ").append(write(factor, PRODUCT));
        }
        return text.toString();
    }

    private static boolean startsWithNumber(Term term) {
        return term instanceof Term.Num || (term instanceof Term.Power(Term base, Term _) && startsWithNumber(base));
    }

    /** Of a function such as tanh the power stands behind its name; what is more than a letter stands in parentheses. */
    private String power(Term base, String exponent) {
        if (base instanceof Term.Apply(Operation operation, List<Term> _) && KNOWN.containsKey(operation.symbol())) {
            String name = KNOWN.get(operation.symbol());
            return name + "^{" + exponent + "}" + bare(base).substring(name.length());
        }
        boolean simple = base instanceof Term.Letter || base instanceof Term.Num || base instanceof Term.Constant;
        return (simple ? bare(base) : "\\left(" + bare(base) + "\\right)") + "^{" + exponent + "}";
    }

    private String apply(Term.Apply apply) {
        String symbol = apply.operation().symbol();
        String inside =
                apply.operands().stream().map(operand -> write(operand, LOOSE)).collect(Collectors.joining(",\\,"));
        return switch (apply.operation()) {
            case SQRT -> "\\sqrt{" + inside + "}";
            case CBRT -> "\\sqrt[3]{" + inside + "}";
            case ABS -> "\\left|" + inside + "\\right|";
            case FACTORIAL -> {
                Term of = apply.operands().getFirst();
                boolean simple = of instanceof Term.Letter || of instanceof Term.Num;
                yield (simple ? inside : "\\left(" + inside + "\\right)") + "!";
            }
            case LOG2 -> "\\log_{2}\\left(" + inside + "\\right)";
            case LOG10 -> "\\log_{10}\\left(" + inside + "\\right)";
            default ->
                KNOWN.getOrDefault(symbol, "\\operatorname{" + escaped(symbol) + "}") + "\\left(" + inside + "\\right)";
        };
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Truth truth -> "\\text{" + truth.holds() + "}";
            case Condition.Not not -> "\\lnot \\left(" + condition(not.of()) + "\\right)";
            case Condition.Both both -> condition(both.left()) + " \\text{ and } " + condition(both.right());
            case Condition.Either either -> condition(either.left()) + " \\text{ or } " + condition(either.right());
            case Condition.Comparison comparison -> {
                String sign = switch (comparison.operator()) {
                    case LESS_OR_EQUAL -> "\\le";
                    case GREATER_OR_EQUAL -> "\\ge";
                    case EQUAL -> "=";
                    case NOT_EQUAL -> "\\ne";
                    default -> comparison.operator().sign();
                };
                yield write(comparison.left(), SUM) + " " + sign + " " + write(comparison.right(), SUM);
            }
        };
    }

    /** One letter as it is, with what digits stand behind it as an index; a word upright. */
    private static String letter(String name) {
        int bracket = name.indexOf('[');
        if (bracket > 0) {
            String index = name.substring(bracket + 1, name.length() - 1).replace(" ", "");
            return letter(name.substring(0, bracket)) + "_{" + index + "}";
        }
        int letters = name.length();
        while (letters > 1 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        String word = name.substring(0, letters).replaceAll("_$", "");
        String index = name.substring(letters);
        String greek = GREEK.get(word);
        String shown = greek != null
                ? greek
                : word.codePointCount(0, word.length()) == 1 ? word : "\\mathrm{" + escaped(word) + "}";
        return index.isEmpty() ? shown : shown + "_{" + index + "}";
    }

    static String escaped(String text) {
        return text.replaceAll("([_#%&{}$])", "\\\\$1").replace("^", "\\^{}");
    }
}
