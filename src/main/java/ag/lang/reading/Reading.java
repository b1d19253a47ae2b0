package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
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

    /** Receives what was read in a way that the writer may not expect. */
    public interface Notes {
        /**
         * Notes one thing.
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
            case Expr.Prime prime -> new Primes(this::read, words).read(prime);
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
                        ? words.derivatives().partial(quotient.of(), letters, quotient.span())
                        : null;
                yield partial != null
                        ? partial
                        : new Expr.Derivative(
                                words.derivatives().whole(quotient.of(), letters), letters, true, quotient.span());
            }
            case Expr.Nabla nabla -> words.derivatives().gradient(nabla, read(nabla.of()));
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
            if (meaning(name) instanceof Meaning.Formula formula
                    && !formula.letters().contains(letter.name())
                    && !names.isWrittenIn(name, letter.name())) {
                requireWritten(quotient.span(), name, formula, letter.name());
            }
        }
    }

    /** A derivative by what a formula is not written in would be 0, whatever was meant. */
    private void requireWritten(Span span, String name, Meaning.Formula formula, String letter) {
        switch (meaning(letter)) {
            case Meaning.Formula by ->
                throw new AgException(
                        ErrorCode.CONSTANT,
                        "'" + name + "' is not written in " + letter + ", and " + letter + " is a formula itself",
                        span,
                        formula.letters().size() == 1 && by.letters().equals(formula.letters())
                                ? "of a curve write: (d" + name + "/d"
                                        + formula.letters().getFirst() + ")/(d" + letter + "/d"
                                        + formula.letters().getFirst() + ")"
                                : "write " + name + " in " + letter + " before: " + name + " = " + letter + "^2");
            case Meaning.Nothing nothing
            when !nothing.mayCome() ->
                throw new AgException(
                        ErrorCode.CONSTANT,
                        "'" + letter + "' does not occur in '" + name + "', and means nothing here",
                        span,
                        "give what changes with it a formula: "
                                + formula.letters().getFirst() + " = " + letter + "^2");
            case Meaning.Nothing _, Meaning.Value _, Meaning.Vector _, Meaning.Open _, Meaning.Function _ -> {}
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
        if (factorial.of() instanceof Expr.Call && of instanceof Expr.Binary product && Pieces.isUnsigned(product)) {
            return with(product, product.left(), factorial(sign, product.right(), whole));
        }
        Expr.Call called = factorial(sign, of, whole);
        return factorial.of() instanceof Expr.Call
                        && of instanceof Expr.Call call
                        && new Powers(this::read, words).mayMultiply(call)
                ? new Expr.Applied(call.callee(), call.arguments().getFirst(), null, whole)
                : called;
    }

    private Expr.Call factorial(Span sign, Expr of, Span whole) {
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
        Expr left = binary.operator().isArithmetic() && binary.operator() != BinaryOperator.MATRIX_MULTIPLY
                ? words.amongNumbers(written, before)
                : before;
        return switch (binary.operator()) {
            case POWER, POWER_OF_EACH -> new Powers(this::read, words).read(binary, written, left);
            case DIVIDE -> {
                new ForeignCalls(this::meaning).checkOrder(binary, written);
                DerivativeReach.requireAlone(binary, written, binary.right());
                yield new Division(this::number, words).read(binary, written, left);
            }
            case ADD, SUBTRACT -> {
                Expr right = number(binary.right());
                DerivativeReach.requireClosed(binary, written, right);
                yield with(binary, left, right);
            }
            case MULTIPLY -> {
                Expr.Binary mixed = MixedNumber.times(binary);
                if (mixed != null) {
                    yield with(mixed, number(mixed.left()), number(mixed.right()));
                }
                requireNoMixedNumber(binary, written);
                Expr right = number(binary.right());
                DerivativeReach.requireAlone(binary, written, right);
                yield with(binary, left, right);
            }
            default -> with(binary, left, read(binary.right()));
        };
    }

    /** {@code 1\frac{1}{2}} is one and a half in a schoolbook, and a product elsewhere. */
    private static void requireNoMixedNumber(Expr.Binary product, Expr written) {
        Expr unsigned = written instanceof Expr.Unary sign ? sign.operand() : written;
        if (Pieces.isUnsigned(product)
                && unsigned instanceof Expr.NumberLiteral whole
                && product.right() instanceof Expr.Binary fraction
                && fraction.operator() == BinaryOperator.DIVIDE
                && fraction.span().text().startsWith("\\")
                && fraction.left() instanceof Expr.NumberLiteral above
                && fraction.right() instanceof Expr.NumberLiteral below
                && above.value() < below.value()) {
            String part = Numerals.shortest(above.value()) + "/" + Numerals.shortest(below.value());
            String first = whole.span().text();
            String sign = written instanceof Expr.Unary ? "-" : "";
            throw TwoReadings.of(
                    product.span(), sign + "(" + first + " + " + part + ")", sign + first + "*(" + part + ")");
        }
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

    private Expr call(Expr.Call written) {
        Expr.Call call = Roots.around(written, words);
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
