package ag.lang.algebra;

import ag.engine.Operation;
import ag.lang.syntax.Expr.BinaryOperator;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * Writes a formula as text, with no more parentheses than it takes to read the same formula back: {@code 3x²·√(x + 1)}, or
 * {@code 3x^2*sqrt(x + 1)} in ASCII.
 */
public final class TextWriter {
    // How tightly each form binds; a part that binds less tightly than its place asks for stands in parentheses.
    private static final int CHOICE = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;
    private static final int ATOM = 9;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final boolean unicode;
    private final Set<String> taken;
    private final StringBuilder text = new StringBuilder();

    private final String sign;

    private TextWriter(boolean unicode, Set<String> taken, String sign) {
        this.unicode = unicode;
        this.taken = taken;
        this.sign = sign;
    }

    /** With {@code ·}, {@code ²}, {@code √} and {@code π}. */
    public static String text(Term term) {
        return text(term, Set.of());
    }

    /**
     * With {@code ·}, {@code ²}, {@code √} and {@code π}.
     *
     * @param taken names that the program has given a meaning of its own: where e is one, e^x is written exp(x)
     */
    public static String text(Term term, Set<String> taken) {
        return text(term, taken, false);
    }

    /**
     * As {@link #text(Term, Set)}.
     *
     * @param partial whether derivatives are written with ∂
     */
    public static String text(Term term, Set<String> taken, boolean partial) {
        return new TextWriter(true, taken, partial ? "∂" : "d").whole(term);
    }

    /** With ASCII alone. */
    public static String ascii(Term term) {
        return new TextWriter(false, Set.of(), "d").whole(term);
    }

    private String whole(Term term) {
        write(term, CHOICE);
        return text.toString();
    }

    private void write(Term term, int atLeast) {
        boolean brackets = binding(term) < atLeast;
        text.append(brackets ? "(" : "");
        switch (term) {
            case Term.Num number -> text.append(number(number));
            case Term.Constant constant -> text.append(constant(constant.name()));
            case Term.Letter letter -> text.append(letter.name());
            case Term.Sum sum -> sum(sum);
            case Term.Product product -> product(product.factors());
            case Term.Quotient(Term above, Term below) -> {
                write(above, endsWithDerivative(above) ? ATOM : PRODUCT);
                text.append('/');
                write(below, startsWithSign(below) ? ATOM : SIGN + 1);
            }
            case Term.Power power -> power(power);
            case Term.Negative(Term of) -> {
                text.append('-');
                write(of, of instanceof Term.Quotient || of instanceof Term.Product ? PRODUCT : POWER);
            }
            case Term.Apply apply -> apply(apply);
            case Term.Choice choice -> {
                text.append("if ");
                condition(choice.condition(), OR);
                text.append(" then ");
                write(choice.then(), OR);
                text.append(" else ");
                write(choice.otherwise(), CHOICE);
            }
            case Term.Derivative derivative -> derivative(derivative);
            case Term.Integral integral -> {
                text.append("integral(").append(integral.by().name()).append(" -> ");
                write(integral.of(), CHOICE);
                text.append(", ");
                list(List.of(integral.from(), integral.to()), false);
                text.append(')');
            }
        }
        text.append(brackets ? ")" : "");
    }

    private int binding(Term term) {
        return switch (term) {
            case Term.Choice _ -> CHOICE;
            case Term.Sum _ -> SUM;
            case Term.Product _, Term.Quotient _ -> PRODUCT;
            case Term.Negative _ -> SIGN;
            case Term.Power(Term base, Term _) -> base.equals(Term.e()) && taken.contains("e") ? ATOM : POWER;
            case Term.Derivative derivative -> isPlain(derivative.by().name()) ? PRODUCT : ATOM;
            case Term.Num _, Term.Constant _, Term.Letter _, Term.Apply _, Term.Integral _ -> ATOM;
        };
    }

    /** As few digits as say the number exactly. */
    static String number(Term.Num number) {
        Rational value = number.value();
        return value.isWhole()
                ? value.above().toString()
                : value.decimal()
                        .map(decimal -> decimal.stripTrailingZeros().toPlainString())
                        .orElseGet(() -> "(" + value + ")");
    }

    private String constant(Term.Named name) {
        return switch (name) {
            case PI -> unicode && !taken.contains("π") ? "π" : "pi";
            case E -> taken.contains("e") ? "exp(1)" : "e";
            case INFINITY -> "inf";
            case UNDEFINED -> "nan";
        };
    }

    private void sum(Term.Sum sum) {
        boolean first = true;
        for (Term term : sum.terms()) {
            boolean minus = term instanceof Term.Negative;
            Term unsigned = term instanceof Term.Negative(Term of) ? of : term;
            text.append(first ? (minus ? "-" : "") : minus ? " - " : " + ");
            boolean signed = first && minus && !(unsigned instanceof Term.Product || unsigned instanceof Term.Quotient);
            write(unsigned, signed ? POWER : PRODUCT);
            first = false;
        }
    }

    private void product(List<Term> factors) {
        for (int i = 0; i < factors.size(); i++) {
            Term factor = factors.get(i);
            boolean joined = i == 1 && isJoined(factors.getFirst(), factor);
            text.append(i == 0 || joined ? "" : unicode ? "·" : "*");
            boolean last = i == factors.size() - 1;
            if (i == 0 && !last && factor instanceof Term.Derivative) {
                write(factor, ATOM);
            } else if (i == 0) {
                write(factor, factor instanceof Term.Quotient ? PRODUCT : SIGN + 1);
            } else if (factor instanceof Term.Derivative && last) {
                write(factor, PRODUCT);
            } else {
                write(factor, startsWithSign(factor) ? ATOM : SIGN + 1);
            }
        }
    }

    /** Behind d/dx (u) nothing may follow that could be taken to be derived too. */
    private static boolean endsWithDerivative(Term term) {
        return term instanceof Term.Derivative
                || (term instanceof Term.Product(List<Term> factors) && endsWithDerivative(factors.getLast()));
    }

    private static boolean startsWithSign(Term term) {
        return term instanceof Term.Negative;
    }

    /** Whether 3·x is written 3x: before a letter, π, a root, a power of e and parentheses. */
    private boolean isJoined(Term first, Term second) {
        if (!(first instanceof Term.Num) || first.is(1)) {
            return false;
        }
        Term leading = second;
        while (leading instanceof Term.Power(Term base, Term _)) {
            leading = base;
        }
        return switch (leading) {
            case Term.Letter letter -> isShort(letter.name());
            case Term.Constant constant ->
                constant.name() == Term.Named.PI
                        ? unicode
                        : constant.name() == Term.Named.E && second instanceof Term.Power && !taken.contains("e");
            case Term.Sum _ -> true;
            case Term.Apply(Operation of, List<Term> operands) ->
                !(second instanceof Term.Power)
                        && (of == Operation.ABS ? !holdsBars(operands.getFirst()) : unicode && isRoot(of));
            case Term.Num _, Term.Product _, Term.Quotient _, Term.Power _ -> false;
            case Term.Negative _, Term.Choice _, Term.Derivative _, Term.Integral _ -> false;
        };
    }

    /** A letter or two, with digits behind them: 2x, 3w1, 2pi; but 2·side, and not where e would be an exponent. */
    private static boolean isShort(String name) {
        return name.charAt(0) != 'e'
                && name.charAt(0) != 'E'
                && name.codePoints()
                                .takeWhile(c -> c != '[' && c != '.')
                                .filter(c -> !Character.isDigit(c))
                                .count()
                        <= 2;
    }

    private void power(Term.Power power) {
        Term base = power.base();
        if (base.equals(Term.e()) && taken.contains("e")) {
            text.append("exp(");
            write(power.exponent(), CHOICE);
            text.append(')');
            return;
        }
        boolean root = unicode && base instanceof Term.Apply(Operation of, List<Term> _) && isRoot(of);
        write(base, root || isFactorial(base) ? ATOM + 1 : ATOM);
        if (unicode && power.exponent() instanceof Term.Num(Rational value, boolean _) && value.isWhole()) {
            value.above().toString().chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
            return;
        }
        text.append('^');
        boolean plain = power.exponent() instanceof Term.Power(Term inner, Term _) && inner instanceof Term.Num;
        write(power.exponent(), plain ? POWER : isFactorial(power.exponent()) ? ATOM + 1 : ATOM);
    }

    private static boolean isFactorial(Term term) {
        return term instanceof Term.Apply(Operation of, List<Term> _) && of == Operation.FACTORIAL;
    }

    private void apply(Term.Apply apply) {
        Operation operation = apply.operation();
        List<Term> operands = apply.operands();
        if (operation == Operation.ABS && !holdsBars(operands.getFirst())) {
            text.append('|');
            write(operands.getFirst(), CHOICE);
            text.append('|');
            return;
        }
        if (isRoot(operation) && unicode) {
            text.append(operation == Operation.SQRT ? '√' : '∛');
            Term of = operands.getFirst();
            boolean simple = (of instanceof Term.Constant(Term.Named name) && name == Term.Named.PI)
                    || (of instanceof Term.Letter letter && isPlain(letter.name()))
                    || (of instanceof Term.Num number && number.value().above().compareTo(BigInteger.ZERO) > 0);
            write(of, simple ? ATOM : ATOM + 1);
            return;
        }
        if (operation == Operation.FACTORIAL) {
            Term of = operands.getFirst();
            boolean simple = of instanceof Term.Letter || of instanceof Term.Num;
            write(of, simple ? ATOM : ATOM + 1);
            text.append('!');
            return;
        }
        text.append(name(operation)).append('(');
        boolean vector = operation.kind() == Operation.Kind.REDUCTION;
        if (operation == Operation.DOT) {
            int half = operands.size() / 2;
            list(operands.subList(0, half), true);
            text.append(", ");
            list(operands.subList(half, operands.size()), true);
        } else {
            list(operands, vector);
        }
        text.append(')');
    }

    private static boolean isRoot(Operation operation) {
        return operation == Operation.SQRT || operation == Operation.CBRT;
    }

    /** Whether bars stand in it, so that those around it could be taken for theirs. */
    private static boolean holdsBars(Term term) {
        return (term instanceof Term.Apply apply && apply.operation() == Operation.ABS)
                || term.parts().stream().anyMatch(TextWriter::holdsBars);
    }

    private void list(List<Term> terms, boolean brackets) {
        text.append(brackets ? "[" : "");
        for (int i = 0; i < terms.size(); i++) {
            text.append(i == 0 ? "" : ", ");
            write(terms.get(i), CHOICE);
        }
        text.append(brackets ? "]" : "");
    }

    private String name(Operation operation) {
        return operation == Operation.LOG && !taken.contains("ln") ? "ln" : operation.symbol();
    }

    private void derivative(Term.Derivative derivative) {
        String by = derivative.by().name();
        if (isPlain(by)) {
            text.append(sign).append("/").append(sign).append(by).append(" (");
            write(derivative.of(), CHOICE);
            text.append(')');
        } else {
            text.append("grad(");
            write(derivative.of(), CHOICE);
            text.append(", ").append(by).append(')');
        }
    }

    /** Whether a letter is just a name, and no element of something. */
    private static boolean isPlain(String name) {
        return name.indexOf('[') < 0 && name.indexOf('.') < 0;
    }

    private void condition(Condition condition, int atLeast) {
        int binding = switch (condition) {
            case Condition.Truth _ -> ATOM;
            case Condition.Comparison _ -> COMPARISON;
            case Condition.Both _ -> AND;
            case Condition.Either _ -> OR;
            case Condition.Not _ -> NOT;
        };
        text.append(binding < atLeast ? "(" : "");
        switch (condition) {
            case Condition.Truth truth -> text.append(truth.holds());
            case Condition.Comparison comparison -> {
                write(comparison.left(), SUM);
                text.append(' ').append(sign(comparison.operator())).append(' ');
                write(comparison.right(), SUM);
            }
            case Condition.Both both -> {
                condition(both.left(), AND);
                text.append(" and ");
                condition(both.right(), AND + 1);
            }
            case Condition.Either either -> {
                condition(either.left(), OR);
                text.append(" or ");
                condition(either.right(), OR + 1);
            }
            case Condition.Not not -> {
                text.append("not ");
                condition(not.of(), NOT);
            }
        }
        text.append(binding < atLeast ? ")" : "");
    }

    private String sign(BinaryOperator operator) {
        return operator.sign();
    }

    /** A condition as text. */
    static String text(Condition condition) {
        TextWriter writer = new TextWriter(true, Set.of(), "d");
        writer.condition(condition, CHOICE);
        return writer.text.toString();
    }
}
