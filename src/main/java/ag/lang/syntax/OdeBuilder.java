package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the equations of an {@code ode} apart: those that say how fast something changes, and those that say where it starts. */
final class OdeBuilder {
    private final List<SolutionStatement.Changing> changing = new ArrayList<>();
    private final List<SolutionStatement.Start> starts = new ArrayList<>();
    private Expr.@Nullable Name letter;

    private OdeBuilder() {}

    static SolutionStatement.Ode of(List<Expr> equations, Expr from, Expr to, @Nullable Expr by, Span span) {
        OdeBuilder builder = new OdeBuilder();
        equations.forEach(builder::add);
        if (builder.changing.isEmpty()) {
            throw problem(span);
        }
        return new SolutionStatement.Ode(builder.changing, builder.starts, builder.letter, from, to, by, span);
    }

    private void add(Expr written) {
        if (!(written instanceof Expr.Equation(Expr left, Expr right, Span span))) {
            throw problem(written.span());
        }
        switch (left) {
            case Expr.Prime(Expr.Name name, int order, Span _) -> change(name, order, right);
            case Expr.Binary(Expr.BinaryOperator operator, Expr.Name above, Expr.Name below, Span _, Span _)
            when operator == Expr.BinaryOperator.DIVIDE && isDifferential(above) && isDifferential(below) -> {
                Expr.Name by = letter(below);
                if (letter != null && !letter.name().equals(by.name())) {
                    throw new AgException(
                            ErrorCode.WHICH_LETTER,
                            "all equations of an ode are in one letter, and these are in "
                                    + Objects.requireNonNull(letter).name() + " and " + by.name(),
                            span,
                            "follow them one after the other");
                }
                letter = by;
                change(letter(above), 1, right);
            }
            case Expr.Call(Expr of, List<Expr.Argument> arguments, Span _)
            when arguments.size() == 1 -> start(of, arguments.getFirst().value(), right, span);
            case Expr.Beside beside when beside.rightBracketed() -> start(beside.left(), beside.right(), right, span);
            default -> throw problem(span);
        }
    }

    private void change(Expr.Name name, int order, Expr slope) {
        if (changing.stream().anyMatch(other -> other.name().name().equals(name.name()))) {
            throw new AgException(
                    ErrorCode.REPEATED_SETTING,
                    "'" + name.name() + "' has two equations for how it changes",
                    name.span(),
                    "give it one");
        }
        changing.add(new SolutionStatement.Changing(name, order, slope));
    }

    private void start(Expr of, Expr at, Expr value, Span span) {
        switch (of) {
            case Expr.Name name -> starts.add(new SolutionStatement.Start(name, 0, at, value));
            case Expr.Prime(Expr.Name name, int order, Span _) ->
                starts.add(new SolutionStatement.Start(name, order, at, value));
            default -> throw problem(span);
        }
    }

    private static boolean isDifferential(Expr.Name name) {
        return name.name().length() > 1 && name.name().charAt(0) == 'd';
    }

    private static Expr.Name letter(Expr.Name differential) {
        return new Expr.Name(differential.name().substring(1), differential.span());
    }

    private static AgException problem(Span span) {
        return new AgException(
                ErrorCode.BAD_COMMAND,
                "an equation of ode says how fast something changes, or where it starts",
                span,
                "write: " + Forms.of("ode"));
    }
}
