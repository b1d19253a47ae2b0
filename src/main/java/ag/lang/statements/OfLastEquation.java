package ag.lang.statements;

import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code dy/dx}, {@code d²y/dx²} and {@code y'}, where y stands for nothing, as the slope of the curve whose equation was typed last. */
final class OfLastEquation {
    private OfLastEquation() {}

    /** What is asked for; empty where the expression is something else. Remembers an equation that stands on its own. */
    static Optional<DerivativeStatement.DeriveImplicit> asked(
            Expr expression, StatementCompiler compiler, Scope scope) {
        if (compiler.isNested(scope)) {
            return Optional.empty();
        }
        Machine machine = compiler.machine();
        if (expression instanceof Expr.Equation equation) {
            machine.equation = equation;
            return Optional.empty();
        }
        Expr.Equation equation = machine.equation;
        if (equation == null) {
            return Optional.empty();
        }
        Span span = expression.span();
        List<Expr.Point> points = List.of();
        Expr of = expression;
        if (expression instanceof Expr.At at) {
            of = at.of();
            points = at.points();
        }
        Set<String> letters = letters(compiler.expressions().read(equation, scope), machine);
        String above;
        String below;
        int order = 1;
        if (of instanceof Expr.Quotient quotient
                && quotient.letters().stream().map(Expr.Name::name).distinct().count() == 1) {
            above = quotient.of().name();
            below = quotient.letters().getFirst().name();
            order = quotient.letters().size();
        } else if (of instanceof Expr.Binary(BinaryOperator divide, Expr.Name dy, Expr.Name dx, Span _, Span _)
                && divide == BinaryOperator.DIVIDE
                && isDifferential(dy, machine)
                && isDifferential(dx, machine)) {
            above = dy.name().substring(1);
            below = dx.name().substring(1);
        } else if (of instanceof Expr.Prime(Expr.Name name, int primes, Span _) && letters.size() == 2) {
            above = name.name();
            order = primes;
            below = letters.stream()
                    .filter(letter -> !letter.equals(name.name()))
                    .findFirst()
                    .orElse("");
        } else {
            return Optional.empty();
        }
        if (above.equals(below) || !letters.contains(above) || !letters.contains(below)) {
            return Optional.empty();
        }
        Expr wanted = new Expr.Quotient(
                new Expr.Name(above, span), Collections.nCopies(order, new Expr.Name(below, span)), span);
        return Optional.of(new DerivativeStatement.DeriveImplicit(
                equation, points.isEmpty() ? wanted : new Expr.At(wanted, points, span), null, span));
    }

    private static boolean isDifferential(Expr.Name name, Machine machine) {
        return name.name().startsWith("d") && name.name().length() > 1 && machine.globals.value(name.name()) == null;
    }

    /** The letters of an equation that stand for nothing. */
    private static Set<String> letters(Expr equation, Machine machine) {
        Set<String> letters = new TreeSet<>();
        Parts.each(equation, part -> {
            if (part instanceof Expr.Name name
                    && WrittenNames.isLetter(name.name())
                    && machine.globals.value(name.name()) == null) {
                letters.add(name.name());
            }
        });
        return letters;
    }
}
