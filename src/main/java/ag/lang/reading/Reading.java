package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import ag.result.Numerals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression as it is written into one that says what is meant: after it there are calls and products, and nothing stands side
 * by side. What can be read in two ways is refused with both.
 */
public final class Reading {
    private final NameMeanings names;
    private final Set<String> local = new HashSet<>();
    private final Words words;

    private Reading(NameMeanings names, Notes notes, Expr whole) {
        this.names = names;
        this.words = new Words(this::meaning, names, notes, whole);
    }

    /** Who is told what was read in a way that the writer may not expect. */
    public interface Notes {
        /**
         * Tells of one thing.
         *
         * @param kind notes of one kind are given once
         */
        void note(String kind, String text, Span span);
    }

    /** What is meant by an expression, where the names mean what they do. */
    public static Expr of(Expr expression, NameMeanings names, Notes notes) {
        return new Reading(names, notes, expression).read(expression);
    }

    private Meaning meaning(String name) {
        return local.contains(name) ? new Meaning.Open() : names.of(name);
    }

    private Expr read(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral _, Expr.BooleanLiteral _, Expr.Whole _ -> expression;
            case Expr.TextLiteral text ->
                new Expr.TextLiteral(text.parts().stream().map(this::part).toList(), text.span());
            case Expr.Name name -> formed(name) ? function(name) : words.name(name);
            case Expr.Unary unary -> formed(unary) ? function(unary) : unary(unary);
            case Expr.Binary binary -> formed(binary) ? function(binary) : chain(binary);
            case Expr.Conditional choice ->
                new Expr.Conditional(
                        read(choice.condition()), read(choice.then()), read(choice.otherwise()), choice.span());
            case Expr.Call call -> call(call);
            case Expr.Prime prime -> prime(prime);
            case Expr.Index index -> index(index);
            case Expr.Member member ->
                new Expr.Member(read(member.target()), member.name(), member.nameSpan(), member.span());
            case Expr.Range range ->
                new Expr.Range(read(range.low()), read(range.high()), range.withEnd(), range.span());
            case Expr.Stepped stepped ->
                new Expr.Stepped((Expr.Range) read(stepped.range()), read(stepped.step()), stepped.span());
            case Expr.Vector vector -> new Expr.Vector(all(vector.elements()), vector.span());
            case Expr.Comprehension comprehension -> comprehension(comprehension);
            case Expr.Anonymous function -> anonymous(function);
            case Expr.Notation notation -> notation(notation);
        };
    }

    private boolean formed(Expr written) {
        return new OfFunctions(this::read, words).isFormed(written);
    }

    /** {@code f'g + fg'} of functions is a function. */
    private Expr function(Expr written) {
        return new OfFunctions(this::read, words).alone(written);
    }

    private Expr notation(Expr.Notation notation) {
        return switch (notation) {
            case Expr.Beside beside ->
                formed(beside) ? function(beside) : new Factors(this::number, words, beside).read();
            case Expr.Derivative derivative -> {
                List<Expr.Name> letters = letters(derivative.letters());
                yield new Expr.Derivative(
                        with(letters, derivative.of()), letters, derivative.bracketed(), derivative.span());
            }
            case Expr.Quotient quotient -> {
                List<Expr.Name> letters = letters(quotient.letters());
                requireFormula(quotient, letters);
                Expr partial = quotient.span().text().contains("∂")
                        ? words.partial(quotient.of(), letters, quotient.span())
                        : null;
                yield partial != null
                        ? partial
                        : new Expr.Derivative(words.whole(quotient.of(), letters), letters, true, quotient.span());
            }
            case Expr.Nabla nabla -> words.gradient(nabla, read(nabla.of()));
            case Expr.Composed composed -> new OfFunctions(this::read, words).alone(composed);
            case Expr.At at -> new PlaceReader(this::read, this::letter, words).read(at);
            case Expr.Equation equation ->
                new Expr.Equation(read(equation.left()), read(equation.right()), equation.span());
            case Expr.Factorial factorial -> factorial(factorial);
            case Expr.Degrees degrees -> degrees(read(degrees.of()), degrees.span());
            case Expr.Applied applied -> applied;
        };
    }

    /** {@code dy/dx} asks for the formula behind y; where y is only a letter, 0 would be no answer. */
    private void requireFormula(Expr.Quotient quotient, List<Expr.Name> letters) {
        String name = letter(quotient.of()).name();
        if (meaning(name) instanceof Meaning.Nothing(boolean mayCome)
                && !mayCome
                && letters.stream().noneMatch(letter -> letter.name().equals(name))) {
            throw new AgException(
                    ErrorCode.NO_VALUE_YET,
                    "'" + name + "' is a letter without a formula, so there is nothing to derive",
                    quotient.span(),
                    "give it one: " + name + " = " + letters.getFirst().name() + "^2");
        }
        for (Expr.Name letter : letters) {
            if (meaning(name) instanceof Meaning.Formula
                    && meaning(letter.name()) instanceof Meaning.Formula
                    && !names.isWrittenIn(name, letter.name())) {
                throw new AgException(
                        ErrorCode.CONSTANT,
                        "'" + name + "' is not written in " + letter.name() + ", and " + letter.name()
                                + " is a formula itself",
                        quotient.span(),
                        "write " + name + " in " + letter.name() + " before: " + name + " = " + letter.name() + "^2");
            }
        }
    }

    private List<Expr.Name> letters(List<Expr.Name> written) {
        return written.stream().map(this::letter).toList();
    }

    /** A letter by the name it has here: x_1 may be x₁, and theta is θ, unless it is a name itself. */
    private Expr.Name letter(Expr.Name written) {
        return words.name(written) instanceof Expr.Name known ? known : written;
    }

    private Expr factorial(Expr.Factorial factorial) {
        if (factorial.of() instanceof Expr.Factorial inner
                && factorial.span().text().endsWith("!!")) {
            String of = inner.of().span().text().strip();
            throw TwoReadings.of(
                    factorial.span(), "(" + of + "!)!", "prod(k for k in 1 + mod(" + of + " + 1, 2).." + of + " by 2)");
        }
        Expr of = read(factorial.of());
        Span whole = factorial.span();
        Span sign = new Span(whole.source(), whole.end() - 1, whole.end());
        // 2!(n - 2)! is a product of two factorials.
        return factorial.of() instanceof Expr.Call && of instanceof Expr.Binary product && Pieces.isUnsigned(product)
                ? with(product, product.left(), factorial(sign, product.right(), whole))
                : factorial(sign, of, whole);
    }

    private Expr factorial(Span sign, Expr of, Span whole) {
        Expr.Call call = Pieces.call("factorial", sign, of, whole);
        requireSign(call);
        return call;
    }

    static Expr degrees(Expr of, Span span) {
        Expr each = Pieces.binary(BinaryOperator.DIVIDE, new Expr.Name("π", span), Pieces.number(180, span), span);
        return Pieces.binary(BinaryOperator.MULTIPLY, of, each, span);
    }

    /** Reads something in which letters mean something that may mean nothing elsewhere. */
    private Expr with(List<Expr.Name> letters, Expr of) {
        letters.forEach(letter -> words.knows(letter.name()));
        return read(of);
    }

    private Expr.TextLiteral.Part part(Expr.TextLiteral.Part part) {
        return switch (part) {
            case Expr.TextLiteral.Plain plain -> plain;
            case Expr.TextLiteral.Inserted inserted ->
                new Expr.TextLiteral.Inserted(read(inserted.expression()), inserted.format());
        };
    }

    private List<Expr> all(List<Expr> expressions) {
        return expressions.stream().map(this::read).toList();
    }

    /** A minus belongs to all that a function is taken of: {@code -sin x}. */
    private Expr unary(Expr.Unary unary) {
        return new Expr.Unary(unary.operator(), read(unary.operand()), unary.span());
    }

    /** A chain leans to the left; it is walked in a loop, for sums of thousands of terms. */
    private Expr chain(Expr.Binary outermost) {
        Deque<Expr.Binary> spine = new ArrayDeque<>();
        Expr at = outermost;
        while (at instanceof Expr.Binary written) {
            Expr.Binary binary = Division.ofDerivatives(written);
            spine.push(binary);
            at = binary.left();
        }
        Expr written = at;
        Expr left = isDerived(at, spine.peek()) ? at : read(at);
        while (!spine.isEmpty()) {
            Expr.Binary binary = spine.pop();
            left = isDerived(binary, spine.peek()) ? binary : binary(binary, written, left);
            written = binary;
        }
        return left;
    }

    /** Whether it is the dλ of dλ/dp, which is no product, whatever d and λ are elsewhere. */
    private boolean isDerived(Expr above, Expr.@Nullable Binary quotient) {
        return quotient != null && new Division(this::number, words).isDerivative(quotient, above);
    }

    /** @param before what stands to the left of the sign, read */
    private Expr binary(Expr.Binary binary, Expr written, Expr before) {
        Expr left = isArithmetic(binary.operator()) ? words.amongNumbers(written, before) : before;
        return switch (binary.operator()) {
            case POWER, POWER_OF_EACH -> power(binary, written, left);
            case DIVIDE -> {
                new ForeignCalls(this::meaning).checkOrder(binary, written);
                Expr quotient = new Division(this::number, words).read(binary, written, left);
                requireAlone(binary, written, binary.right());
                yield quotient;
            }
            case ADD, SUBTRACT -> {
                Expr right = number(binary.right());
                requireClosed(binary, written, right);
                yield with(binary, left, right);
            }
            case MULTIPLY -> {
                requireNoMixedNumber(binary, written);
                Expr right = number(binary.right());
                requireAlone(binary, written, right);
                yield with(binary, left, right);
            }
            default -> with(binary, left, read(binary.right()));
        };
    }

    /** {@code 1\frac{1}{2}} is one and a half in a schoolbook, and a product elsewhere. */
    private static void requireNoMixedNumber(Expr.Binary product, Expr written) {
        if (Pieces.isUnsigned(product)
                && written instanceof Expr.NumberLiteral whole
                && product.right() instanceof Expr.Binary fraction
                && fraction.operator() == BinaryOperator.DIVIDE
                && fraction.span().text().startsWith("\\")
                && fraction.left() instanceof Expr.NumberLiteral above
                && fraction.right() instanceof Expr.NumberLiteral below
                && above.value() < below.value()) {
            String part = Numerals.shortest(above.value()) + "/" + Numerals.shortest(below.value());
            String first = whole.span().text();
            throw TwoReadings.of(product.span(), "(" + first + " + " + part + ")", first + "*(" + part + ")");
        }
    }

    private static boolean isArithmetic(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, POWER_OF_EACH -> true;
            case MATRIX_MULTIPLY, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> false;
        };
    }

    /** Reads an operand of arithmetic. */
    private Expr number(Expr written) {
        return words.amongNumbers(written, read(written));
    }

    /** The operation with these operands: itself where they are its own, since comparing whole formulas would walk them. */
    @SuppressWarnings("ReferenceEquality")
    static Expr.Binary with(Expr.Binary binary, Expr left, Expr right) {
        return left == binary.left() && right == binary.right()
                ? binary
                : new Expr.Binary(binary.operator(), left, right, binary.operatorSpan(), binary.span());
    }

    private Expr power(Expr.Binary binary, Expr written, Expr left) {
        if (written instanceof Expr.Derivative derivative && !isClosed(binary, written)) {
            String power =
                    Pieces.between(binary, written.span().end(), binary.span().end());
            String letter = derivative.letters().getFirst().name();
            String of = Pieces.inside(derivative.of().span().text());
            throw TwoReadings.of(
                    binary.span(),
                    "d/d" + letter + " ((" + of + ")" + power + ")",
                    "(d/d" + letter + " (" + of + "))" + power);
        }
        if (written instanceof Expr.Name function
                && meaning(function.name()) instanceof Meaning.Function
                && binary.right() instanceof Expr.Call call
                && call.arguments().size() == 1) {
            Expr argument = read(call.arguments().getFirst().value());
            return new Raised(this::read, words).together(binary, function, call.callee(), argument);
        }
        // Brackets hold an exponent together: e^(x)(x + 1) is a product, and so is e^(x)(x + 1)².
        if (binary.right() instanceof Expr.Call factor && endsBracketed(binary, factor)) {
            Expr raised = power(raised(binary, factor.callee()), written, left);
            return Pieces.product(raised, read(factor.arguments().getFirst().value()));
        }
        if (binary.right() instanceof Expr.Binary behind
                && behind.operator() == BinaryOperator.POWER
                && behind.left() instanceof Expr.Call factor
                && endsBracketed(binary, factor)) {
            Expr raised = power(raised(binary, factor.callee()), written, left);
            Expr base = read(factor.arguments().getFirst().value());
            return Pieces.product(raised, Pieces.power(base, number(behind.right()), behind.span()));
        }
        new ForeignCalls(this::meaning).check(binary);
        Expr exponent = number(binary.right());
        requireNoFunction(binary, written, left);
        requireClosedExponent(binary, exponent);
        if (written instanceof Expr.Name && !(left instanceof Expr.Name)) {
            // Of a word that is a product, the last letter is raised: xe^x.
            return words.last(
                    left, last -> Pieces.power(last, exponent, last.span().to(binary.span())));
        }
        if (written instanceof Expr.Call && left instanceof Expr.Call call && mayMultiply(call)) {
            return new Expr.Applied(call.callee(), call.arguments().getFirst(), exponent, binary.span());
        }
        if (written instanceof Expr.Call && left instanceof Expr.Binary product && Pieces.isUnsigned(product)) {
            // x(x + 1)^2 is x·(x + 1)².
            return with(product, product.left(), Pieces.power(product.right(), exponent, binary.span()));
        }
        return with(binary, left, exponent);
    }

    /** Whether the exponent is what stands in brackets, and more follows in brackets. */
    private boolean endsBracketed(Expr.Binary power, Expr.Call factor) {
        Expr first = factor.callee();
        while (first instanceof Expr.Call call) {
            first = call.callee();
        }
        boolean single = factor.arguments().size() == 1
                && factor.arguments().getFirst().name() == null
                && !words.isFunction(first);
        String before =
                Pieces.between(power, power.operatorSpan().end(), first.span().start());
        return single && (before.startsWith("(") || before.startsWith("{"));
    }

    private static Expr.Binary raised(Expr.Binary power, Expr exponent) {
        return new Expr.Binary(
                power.operator(),
                power.left(),
                exponent,
                power.operatorSpan(),
                power.span().to(exponent.span()));
    }

    /** {@code sin^2} alone is the power of nothing. */
    private void requireNoFunction(Expr.Binary power, Expr written, Expr left) {
        if (words.isFunction(left) && left instanceof Expr.Name name && !isClosed(power, written)) {
            String function = name.name();
            String exponent = power.right().span().text();
            throw new AgException(
                    ErrorCode.MISSING_ARGUMENT,
                    "'" + power.span().text() + "' is a power of the function '" + function
                            + "', and nothing says what the function is taken of",
                    power.span(),
                    "write " + function + "(x)^" + exponent);
        }
    }

    /** {@code e^x(x + 1)} may have all of it above, or x alone; a space ends an exponent, and brackets hold one together. */
    private static void requireClosedExponent(Expr.Binary power, Expr exponent) {
        if (power.right() instanceof Expr.Call call
                && exponent instanceof Expr.Binary product
                && Pieces.isUnsigned(product)
                && power.operatorSpan().end() == call.callee().span().start()) {
            String base = Pieces.grouped(Pieces.between(
                    power, power.span().start(), power.operatorSpan().start()));
            String one = call.callee().span().text();
            String other = Pieces.between(
                    power, call.callee().span().end(), power.span().end());
            throw TwoReadings.of(power.span(), base + "^(" + one + "*" + other + ")", base + "^" + one + "*" + other);
        }
    }

    /** Whether only the run can tell that something is called here, and not multiplied. */
    private boolean mayMultiply(Expr.Call call) {
        return call.arguments().size() == 1
                && call.arguments().getFirst().name() == null
                && !(call.arguments().getFirst().value() instanceof Expr.Comprehension)
                && call.callee() instanceof Expr.Name name
                && switch (meaning(name.name())) {
                    case Meaning.Open _ -> true;
                    case Meaning.Nothing nothing -> nothing.mayCome();
                    case Meaning.Value _, Meaning.Vector _, Meaning.Function _, Meaning.Formula _ -> false;
                };
    }

    /** Whether a bracket closes what stands to the left of a sign. */
    private static boolean isClosed(Expr.Binary binary, Expr written) {
        return Pieces.between(
                        binary, written.span().end(), binary.operatorSpan().start())
                .contains(")");
    }

    /** {@code d/dx x^2 + 1} may mean the derivative of all of it. */
    private void requireClosed(Expr.Binary sum, Expr written, Expr right) {
        Expr.Derivative open = isClosed(sum, written) ? null : openDerivative(written);
        if (open == null || openDerivative(sum.right()) != null || right instanceof Expr.Derivative) {
            return;
        }
        Span all = open.span().to(sum.span());
        String sign = Pieces.between(open, open.span().start(), open.of().span().start());
        String term = open.of().span().text();
        String behind = Pieces.between(sum, open.span().end(), sum.span().end());
        throw TwoReadings.of(all, "(" + sign + " (" + term + ")) " + behind, sign + " (" + term + " " + behind + ")");
    }

    /** {@code d/dx (sin x)/x} may mean the derivative of all of it, where what follows the brackets depends on the letter. */
    private void requireAlone(Expr.Binary binary, Expr written, Expr right) {
        if (!(written instanceof Expr.Derivative derivative) || !derivative.bracketed() || isClosed(binary, written)) {
            return;
        }
        String letter = derivative.letters().getFirst().name();
        boolean[] depends = {false};
        Parts.each(
                right,
                part -> depends[0] |=
                        part instanceof Expr.Name name && name.name().equals(letter));
        if (depends[0] && !(right instanceof Expr.Derivative)) {
            String sign = Pieces.between(
                            derivative,
                            derivative.span().start(),
                            derivative.of().span().start())
                    .replace("(", "")
                    .strip();
            String of = derivative.of().span().text();
            String behind = Pieces.between(
                    binary, derivative.span().end(), binary.span().end());
            throw TwoReadings.of(
                    derivative.span().to(binary.span()),
                    sign + " ((" + of + ")" + behind + ")",
                    "(" + sign + " (" + of + "))" + behind);
        }
    }

    /** The derivative that ends an expression, where no bracket closes it. */
    private static Expr.@Nullable Derivative openDerivative(Expr written) {
        Expr at = written;
        while (true) {
            switch (at) {
                case Expr.Derivative derivative
                when !derivative.bracketed() -> {
                    return derivative;
                }
                case Expr.Binary binary -> at = binary.right();
                case Expr.Beside beside when !beside.rightBracketed() -> at = beside.right();
                case Expr.Unary unary -> at = unary.operand();
                default -> {
                    return null;
                }
            }
        }
    }

    private Expr call(Expr.Call call) {
        requireSign(call);
        requireClosedRoot(call);
        new ForeignCalls(this::meaning).check(call);
        List<Expr.Argument> arguments = new ArrayList<>();
        for (Expr.Argument argument : call.arguments()) {
            arguments.add(new Expr.Argument(argument.name(), read(argument.value()), argument.span()));
        }
        return new Applications(this::read, words).read(call, arguments);
    }

    /** {@code √9} is no product with a number that the program calls sqrt. */
    private void requireSign(Expr.Call call) {
        String sign = call.callee().span().text();
        boolean isSign = !sign.isEmpty() && (!Character.isLetter(sign.charAt(0)) || "ΣΠ".contains(sign));
        if (isSign && call.callee() instanceof Expr.Name function) {
            switch (meaning(function.name())) {
                case Meaning.Value _, Meaning.Vector _, Meaning.Formula _ ->
                    throw new AgException(
                            ErrorCode.NOT_A_FUNCTION,
                            "'" + sign + "' is the function " + function.name() + ", and '" + function.name()
                                    + "' has another meaning in this program",
                            call.span(),
                            "give what is called '" + function.name() + "' another name");
                case Meaning.Function _, Meaning.Nothing _, Meaning.Open _ -> {}
            }
        }
    }

    /** {@code √xy} may be the root of x alone. */
    private void requireClosedRoot(Expr.Call call) {
        String sign = call.callee().span().text();
        if ((sign.equals("√") || sign.equals("∛"))
                && call.arguments().getFirst().value() instanceof Expr.Name name) {
            List<Expr> parts = words.parts(name);
            if (parts.size() > 1 && parts.stream().noneMatch(words::isFunction)) {
                String first = parts.getFirst().span().text();
                String rest = name.name().substring(first.length());
                throw TwoReadings.of(call.span(), sign + "(" + first + "*" + rest + ")", sign + first + "*" + rest);
            }
        }
    }

    private Expr prime(Expr.Prime prime) {
        OfFunctions functions = new OfFunctions(this::read, words);
        boolean closed = Pieces.isClosed(prime);
        if (closed && functions.isOne(prime.function())) {
            return new Expr.Prime(functions.alone(prime.function()), prime.order(), prime.span());
        }
        if (!closed && prime.function() instanceof Expr.Name word) {
            List<Expr> parts = new ArrayList<>(words.parts(word));
            if (parts.size() > 1) {
                // Of a word that is a product, the last letter has the prime: uv'.
                parts.add(new Expr.Prime(parts.removeLast(), prime.order(), prime.span()));
                return Pieces.product(parts.stream().map(this::number).toList());
            }
        }
        if (prime.function() instanceof Expr.Name name
                && !(meaning(name.name()) instanceof Meaning.Formula
                        || meaning(name.name()) instanceof Meaning.Value)) {
            Expr read = words.name(name);
            if (read instanceof Expr.Name) {
                return new Expr.Prime(read, prime.order(), prime.span());
            }
        }
        Expr of = read(prime.function());
        List<String> letters = words.variablesOf(of);
        if (letters.isEmpty() || of instanceof Expr.Prime || of instanceof Expr.Anonymous) {
            return new Expr.Prime(of, prime.order(), prime.span());
        }
        if (letters.size() > 1) {
            String text = Pieces.inside(prime.function().span().text());
            throw new AgException(
                    ErrorCode.WHICH_LETTER,
                    "'" + prime.span().text() + "' has several letters to be derived by: " + String.join(", ", letters),
                    prime.span(),
                    "write " + derivative(prime.order(), letters.getFirst(), text) + ", or "
                            + derivative(prime.order(), letters.get(1), text));
        }
        Expr.Name letter = new Expr.Name(letters.getFirst(), prime.span());
        return new Expr.Derivative(of, java.util.Collections.nCopies(prime.order(), letter), true, prime.span());
    }

    private static String derivative(int order, String letter, String of) {
        String power = order == 1 ? "" : "^" + order;
        return "d" + power + "/d" + letter + power + " (" + of + ")";
    }

    private Expr index(Expr.Index index) {
        new ForeignCalls(this::meaning).check(index);
        return new Expr.Index(read(index.target()), all(index.indices()), index.span());
    }

    private Expr anonymous(Expr.Anonymous function) {
        Set<String> before = Set.copyOf(local);
        local.addAll(function.parameters());
        Expr body = read(function.body());
        local.retainAll(before);
        return new Expr.Anonymous(function.parameters(), body, function.span());
    }

    private Expr comprehension(Expr.Comprehension comprehension) {
        List<Expr.Clause> clauses = new ArrayList<>();
        Set<String> before = Set.copyOf(local);
        for (Expr.Clause clause : comprehension.clauses()) {
            Expr source = read(clause.source());
            local.addAll(clause.names());
            clauses.add(new Expr.Clause(clause.names(), source, clause.span()));
        }
        Expr filter = comprehension.filter();
        Expr read = new Expr.Comprehension(
                read(comprehension.element()),
                clauses,
                filter == null ? null : read(filter),
                comprehension.inBrackets(),
                comprehension.span());
        local.retainAll(before);
        return read;
    }
}
