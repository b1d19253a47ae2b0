package ag.lang.reading;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.TextLiteral;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.NumberFormat;
import ag.result.Numerals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression as source, with no more parentheses than it takes to read the same expression back. A number before a
 * name multiplies without a sign, as in {@code 3x^2}.
 */
public final class ExpressionText {
    // How tightly each form binds; an operand that binds less tightly than its place asks for stands in parentheses.
    private static final int CONDITIONAL = 0;
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int RANGE = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int SIGN = 8;
    private static final int POWER = 9;
    private static final int POSTFIX = 10;

    private ExpressionText() {}

    public static String print(Expr expression) {
        StringBuilder text = new StringBuilder();
        write(text, expression, CONDITIONAL);
        return text.toString();
    }

    private static void write(StringBuilder text, Expr expression, int atLeast) {
        boolean brackets = binding(expression) < atLeast;
        text.append(brackets ? "(" : "");
        switch (expression) {
            case Expr.NumberLiteral number -> text.append(Numerals.shortest(number.value()));
            case Expr.BooleanLiteral truth -> text.append(truth.value());
            case TextLiteral literal -> text(text, literal);
            case Expr.Name name -> text.append(name.name());
            case Expr.Unary unary -> {
                boolean negates = unary.operator() == UnaryOperator.NEGATE;
                text.append(negates ? "-" : "not ");
                write(text, unary.operand(), negates ? POWER : NOT);
            }
            case Expr.Binary binary -> chain(text, binary);
            case Expr.Conditional choice -> {
                text.append("if ");
                write(text, choice.condition(), OR);
                text.append(" then ");
                write(text, choice.then(), OR);
                text.append(" else ");
                write(text, choice.otherwise(), CONDITIONAL);
            }
            case Expr.Anonymous function -> {
                text.append(function.head()).append(" -> ");
                write(text, function.body(), CONDITIONAL);
            }
            case Expr.Call(Expr.Name(String _, Span sign), List<Expr.Argument> arguments, Span _)
            when sign.text().equals("!") -> {
                write(text, arguments.getFirst().value(), POSTFIX);
                text.append('!');
            }
            case Expr.Call call -> {
                write(text, call.callee(), POSTFIX);
                text.append('(');
                for (int i = 0; i < call.arguments().size(); i++) {
                    text.append(i == 0 ? "" : ", ");
                    argument(text, call.arguments().get(i), call.arguments().size() == 1);
                }
                text.append(')');
            }
            case Expr.Prime prime -> {
                write(text, prime.function(), POSTFIX);
                text.append("'".repeat(prime.order()));
            }
            case Expr.Index index -> {
                write(text, index.target(), POSTFIX);
                all(text, index.indices());
            }
            case Expr.Member member -> {
                write(text, member.target(), POSTFIX);
                text.append('.').append(member.name());
            }
            case Expr.Range range -> {
                write(text, range.low(), RANGE);
                text.append(range.withEnd() ? ".." : "..<");
                write(text, range.high(), SUM);
            }
            case Expr.Stepped stepped -> {
                write(text, stepped.range(), RANGE);
                text.append(" by ");
                write(text, stepped.step(), SUM);
            }
            case Expr.Whole _ -> text.append("..");
            case Expr.Vector vector -> all(text, vector.elements());
            case Expr.Comprehension comprehension -> {
                text.append('[');
                comprehension(text, comprehension);
                text.append(']');
            }
            case Expr.Notation notation -> notation(text, notation);
        }
        text.append(brackets ? ")" : "");
    }

    private static void notation(StringBuilder text, Expr.Notation notation) {
        switch (notation) {
            case Expr.Beside beside -> {
                write(text, beside.left(), PRODUCT);
                text.append(' ');
                write(text, beside.right(), POWER);
            }
            case Expr.Applied applied -> {
                write(text, applied.callee(), POSTFIX);
                text.append('(');
                write(text, applied.argument().value(), CONDITIONAL);
                if (applied.exponent() == null) {
                    text.append(")!");
                } else {
                    text.append(")^");
                    write(text, applied.exponent(), POWER);
                }
            }
            case Expr.Derivative derivative -> {
                for (Expr.Name letter : derivative.letters()) {
                    text.append("d/d").append(letter.name()).append(" (");
                }
                write(text, derivative.of(), CONDITIONAL);
                text.append(")".repeat(derivative.letters().size()));
            }
            case Expr.Quotient quotient -> text.append(quotient.span().text());
            case Expr.Composed composed -> {
                write(text, composed.outer(), POSTFIX);
                text.append('∘');
                write(text, composed.inner(), POSTFIX);
            }
            case Expr.Nabla nabla -> {
                text.append(nabla.squared() ? "∇²" : "∇");
                write(text, nabla.of(), POSTFIX);
            }
            case Expr.At at -> {
                write(text, at.of(), OR);
                String lead = " at ";
                for (Expr.Point point : at.points()) {
                    text.append(lead);
                    if (point.letter() != null) {
                        text.append(point.letter().name()).append(" = ");
                    }
                    write(text, point.value(), OR);
                    lead = ", ";
                }
            }
            case Expr.Equation equation -> {
                write(text, equation.left(), OR);
                text.append(" = ");
                write(text, equation.right(), OR);
            }
            case Expr.Factorial factorial -> {
                write(text, factorial.of(), POSTFIX);
                text.append('!');
            }
            case Expr.Degrees degrees -> {
                write(text, degrees.of(), POSTFIX);
                text.append('°');
            }
        }
    }

    private static int binding(Expr expression) {
        return switch (expression) {
            case Expr.Conditional _, Expr.Anonymous _ -> CONDITIONAL;
            case Expr.Binary binary -> binding(binary.operator());
            case Expr.Unary unary -> unary.operator() == UnaryOperator.NEGATE ? SIGN : NOT;
            case Expr.Range _, Expr.Stepped _ -> RANGE;
            case Expr.Beside _, Expr.Applied _ -> PRODUCT;
            case Expr.At _, Expr.Equation _ -> CONDITIONAL;
            case Expr.Derivative _ -> PRODUCT;
            case Expr.Quotient _, Expr.Nabla _, Expr.Composed _, Expr.Factorial _, Expr.Degrees _ -> POSTFIX;
            case Expr.NumberLiteral _,
                    Expr.BooleanLiteral _,
                    TextLiteral _,
                    Expr.Name _,
                    Expr.Call _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Vector _,
                    Expr.Whole _,
                    Expr.Comprehension _ -> POSTFIX;
        };
    }

    private static int binding(BinaryOperator operator) {
        return switch (operator) {
            case OR -> OR;
            case AND -> AND;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MATRIX_MULTIPLY -> PRODUCT;
            case POWER, POWER_OF_EACH -> POWER;
        };
    }

    /** A chain such as {@code a + b + c} leans to the left, one level a term; it is walked in a loop. */
    private static void chain(StringBuilder text, Expr.Binary outermost) {
        int level = binding(outermost.operator());
        boolean leansLeft = level != POWER && level != COMPARISON;
        Deque<Expr.Binary> chain = new ArrayDeque<>();
        Expr first = outermost;
        while (first instanceof Expr.Binary binary
                && binding(binary.operator()) == level
                && (chain.isEmpty() || leansLeft)) {
            chain.push(binary);
            first = binary.left();
        }
        write(text, first, leansLeft ? level : level + 1);
        boolean atStart = true;
        for (Expr.Binary link : chain) {
            boolean juxtaposed = atStart && isJuxtaposed(first, link);
            atStart = false;
            if (juxtaposed) {
                write(text, link.right(), POWER);
                continue;
            }
            boolean close = level >= PRODUCT;
            String sign = switch (link.times()) {
                case DOT -> "·";
                case CROSS -> "×";
                case STAR, BESIDE -> link.operator().sign();
            };
            text.append(close ? "" : " ").append(sign).append(close ? "" : " ");
            boolean signed = level >= SUM && startsWithSign(link.right());
            write(text, link.right(), signed ? POSTFIX : level == POWER ? POWER : level + 1);
        }
    }

    private static boolean startsWithSign(Expr expression) {
        Expr first = expression;
        while (first instanceof Expr.Binary binary && binding(binary.operator()) == PRODUCT) {
            first = binary.left();
        }
        return first instanceof Expr.Unary;
    }

    /** Whether {@code 3*x} is written {@code 3x}: not where e would be read as the number's exponent, nor before a long name. */
    private static boolean isJuxtaposed(Expr first, Expr.Binary product) {
        boolean number = first instanceof Expr.NumberLiteral(double value, Span _) && value != 1;
        String name = leadingName(product.right());
        return number
                && product.operator() == BinaryOperator.MULTIPLY
                && name != null
                && name.charAt(0) != 'e'
                && name.charAt(0) != 'E'
                && isShort(name)
                && !name.equals("inf")
                && !name.equals("nan");
    }

    /** A letter or two, with digits behind them: 2x, 3w1, 2pi; but 2*side. */
    private static boolean isShort(String name) {
        return name.codePoints().filter(c -> !Character.isDigit(c)).count() <= 2;
    }

    private static @Nullable String leadingName(Expr factor) {
        if (factor instanceof Expr.Binary binary && binary.operator() == BinaryOperator.POWER) {
            return leadingName(binary.left());
        }
        Expr first = factor instanceof Expr.Index index ? index.target() : factor;
        return first instanceof Expr.Name name ? name.name() : null;
    }

    private static void all(StringBuilder text, List<Expr> expressions) {
        text.append(expressions.stream().map(ExpressionText::print).collect(Collectors.joining(", ", "[", "]")));
    }

    /** The one argument of a call may be a comprehension without its brackets. */
    private static void argument(StringBuilder text, Expr.Argument argument, boolean only) {
        String name = argument.name();
        if (name != null) {
            text.append(name).append(" = ");
        }
        if (only && name == null && argument.value() instanceof Expr.Comprehension comprehension) {
            comprehension(text, comprehension);
        } else {
            write(text, argument.value(), CONDITIONAL);
        }
    }

    private static void comprehension(StringBuilder text, Expr.Comprehension comprehension) {
        write(text, comprehension.element(), OR);
        for (Expr.Clause clause : comprehension.clauses()) {
            text.append(" for ").append(String.join(", ", clause.names())).append(" in ");
            write(text, clause.source(), OR);
        }
        Expr filter = comprehension.filter();
        if (filter != null) {
            text.append(" if ");
            write(text, filter, OR);
        }
    }

    private static void text(StringBuilder text, TextLiteral literal) {
        text.append('"');
        for (TextLiteral.Part part : literal.parts()) {
            switch (part) {
                case TextLiteral.Plain plain ->
                    plain.text().chars().mapToObj(c -> escaped((char) c)).forEach(text::append);
                case TextLiteral.Inserted inserted -> {
                    text.append('{');
                    write(text, inserted.expression(), CONDITIONAL);
                    NumberFormat format = inserted.format();
                    text.append(format == null ? "" : ":" + format.text()).append('}');
                }
            }
        }
        text.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '"', '\\', '{', '}' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
