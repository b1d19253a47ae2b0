package ag.torch;

import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Formulas of plain numbers in Python: the rate of an epoch, the condition that ends a training. What is more than arithmetic,
 * comparisons and a few functions has no translation.
 */
public final class PythonExpression {
    private static final Set<String> FUNCTIONS =
            Set.of("exp", "log", "sqrt", "sin", "cos", "tan", "tanh", "floor", "ceil", "log1p", "expm1");

    private final Set<String> variables;
    private final Function<String, OptionalDouble> constants;

    /**
     * @param variables names that Python has too: {@code epoch}, {@code epochs}, {@code loss}
     * @param constants the values of other names, where they are plain numbers
     */
    public PythonExpression(Set<String> variables, Function<String, OptionalDouble> constants) {
        this.variables = Set.copyOf(variables);
        this.constants = constants;
    }

    /** The formula in Python; nothing where it has no translation. */
    public Optional<String> of(Expr expression) {
        try {
            return Optional.of(term(expression, 0));
        } catch (NoTorchForm _) {
            return Optional.empty();
        }
    }

    /** All names in a formula but those of functions that are called. */
    public static List<Expr.Name> names(Expr expression) {
        List<Expr.Name> names = new ArrayList<>();
        each(expression, part -> {
            if (part instanceof Expr.Name name) {
                names.add(name);
            }
        });
        return names;
    }

    /** The names of the functions that a formula calls. */
    public static List<String> functions(Expr expression) {
        List<String> functions = new ArrayList<>();
        each(expression, part -> {
            if (part instanceof Expr.Call call && call.callee() instanceof Expr.Name name) {
                functions.add(name.name());
            }
        });
        return functions;
    }

    /** Shows a formula and its parts, as far as a formula in Python can have them; what is called is no part. */
    private static void each(Expr expression, Consumer<Expr> visitor) {
        visitor.accept(expression);
        switch (expression) {
            case Expr.Call call -> call.arguments().forEach(argument -> each(argument.value(), visitor));
            case Expr.Unary _, Expr.Binary _, Expr.Beside _, Expr.Conditional _, Expr.Vector _ ->
                Parts.of(expression).forEach(part -> each(part, visitor));
            case Expr.NumberLiteral _, Expr.BooleanLiteral _, Expr.TextLiteral _, Expr.Name _, Expr.Prime _ -> {}
            case Expr.Index _, Expr.Member _, Expr.Anonymous _, Expr.Range _, Expr.Stepped _, Expr.Whole _ -> {}
            case Expr.Comprehension _, Expr.Notation _ -> {}
        }
    }

    private String term(Expr expression, int outer) {
        return switch (expression) {
            case Expr.NumberLiteral number -> PythonText.number(number.value());
            case Expr.BooleanLiteral truth -> truth.value() ? "True" : "False";
            case Expr.Name name -> name(name.name());
            case Expr.Unary unary ->
                bracketed(
                        unary.operator() == UnaryOperator.NOT
                                ? "not " + term(unary.operand(), NOT)
                                : "-" + term(unary.operand(), SIGN),
                        unary.operator() == UnaryOperator.NOT ? NOT : SIGN,
                        outer);
            case Expr.Binary binary -> binary(binary, outer);
            case Expr.Beside product ->
                bracketed(term(product.left(), PRODUCT) + " * " + term(product.right(), PRODUCT + 1), PRODUCT, outer);
            case Expr.Conditional choice ->
                bracketed(
                        term(choice.then(), CHOICE + 1) + " if " + term(choice.condition(), CHOICE + 1) + " else "
                                + term(choice.otherwise(), CHOICE),
                        CHOICE,
                        outer);
            case Expr.Call call -> call(call);
            case Expr.TextLiteral _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Anonymous _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Notation _ -> throw new NoTorchForm("no plain formula");
        };
    }

    private static final int CHOICE = 0;
    private static final int NOT = 3;
    private static final int SUM = 5;
    private static final int PRODUCT = 6;
    private static final int SIGN = 7;
    private static final int POWER = 8;

    private String name(String name) {
        if (variables.contains(name)) {
            return name;
        }
        OptionalDouble value = constants.apply(name);
        if (value.isPresent()) {
            double number = value.getAsDouble();
            return number < 0 ? "(" + PythonText.number(number) + ")" : PythonText.number(number);
        }
        throw new NoTorchForm(name);
    }

    private String binary(Expr.Binary binary, int outer) {
        int level = switch (binary.operator()) {
            case OR -> 1;
            case AND -> 2;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> 4;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
            case MATRIX_MULTIPLY, POWER_OF_EACH -> throw new NoTorchForm("no plain formula");
        };
        String sign = level == POWER ? "**" : binary.operator().sign();
        // Powers lean right; comparisons would be chained.
        boolean strictLeft = level == POWER || level == 4;
        return bracketed(
                term(binary.left(), strictLeft ? level + 1 : level) + " " + sign + " "
                        + term(binary.right(), level == POWER ? SIGN : level + 1),
                level,
                outer);
    }

    private String call(Expr.Call call) {
        if (!(call.callee() instanceof Expr.Name function)) {
            throw new NoTorchForm("no plain formula");
        }
        if (ScheduleSource.has(function.name())) {
            return function.name()
                    + call.arguments().stream().map(this::argument).collect(Collectors.joining(", ", "(", ")"));
        }
        if (call.arguments().stream().anyMatch(argument -> argument.name() != null)) {
            throw new NoTorchForm("no plain formula");
        }
        List<String> arguments = call.arguments().stream()
                .map(argument -> term(argument.value(), 0))
                .toList();
        String listed = "(" + String.join(", ", arguments) + ")";
        return switch (function.name()) {
            case "min", "max" -> function.name() + listed;
            case "abs" -> "abs" + listed;
            case "ln" -> "math.log" + listed;
            case "mod" ->
                "(" + arguments.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" % ")) + ")";
            default -> {
                if (!FUNCTIONS.contains(function.name())) {
                    throw new NoTorchForm(function.name());
                }
                yield "math." + function.name() + listed;
            }
        };
    }

    /** What a schedule is called with, by its name where it has one; milestones are a list. */
    private String argument(Expr.Argument argument) {
        String value = argument.value() instanceof Expr.Vector vector
                ? vector.elements().stream()
                        .map(element -> term(element, 0))
                        .collect(Collectors.joining(", ", "[", "]"))
                : term(argument.value(), 0);
        return argument.name() == null ? value : argument.name() + "=" + value;
    }

    private static String bracketed(String text, int level, int outer) {
        return level < outer ? "(" + text + ")" : text;
    }
}
