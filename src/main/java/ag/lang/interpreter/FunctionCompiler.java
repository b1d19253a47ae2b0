package ag.lang.interpreter;

import ag.lang.reading.Meaning;
import ag.lang.resolve.Effects;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles functions that are defined by a formula or by a block whose last line is the value. */
public final class FunctionCompiler {
    /** The slot of what a function gives by {@code return}. */
    static final String RETURNED = "return value";

    private final StatementCompiler compiler;

    FunctionCompiler(StatementCompiler compiler) {
        this.compiler = compiler;
    }

    /** The code that gives the function its name. */
    public Code compile(Statement.FunctionDefinition function, Scope scope) {
        Assignments.Place place = compiler.place(function.name(), function.nameSpan(), scope);
        if (place instanceof Assignments.GlobalPlace) {
            scope.willBe(
                    function.name(),
                    new Meaning.Function(
                            function.parameters().stream()
                                    .map(Statement.Parameter::name)
                                    .toList(),
                            false));
        }
        FunctionCode code = code(function, scope);
        code.parameters().forEach(parameter -> noteOtherLetter(function, code.parameters(), parameter));
        return new Assignments.Function(place, code);
    }

    /** A formula in x is not in the x that is a function's own, where it is named there. */
    private void noteOtherLetter(Statement.FunctionDefinition function, List<String> parameters, String parameter) {
        if (function.body() instanceof Statement.Formula(Expr body)) {
            Parts.each(body, part -> {
                if (part instanceof Expr.Name(String name, Span span)
                        && !parameters.contains(name)
                        && compiler.machine().globals.value(name) instanceof Formula formula
                        && formula.open().contains(parameter)) {
                    compiler.machine()
                            .noteOnce(
                                    "other letter " + name,
                                    "'" + name + "' is a formula in the " + parameter + " outside, and the "
                                            + parameter + " of " + function.name()
                                            + " is another one; to mean this one write the formula itself",
                                    span);
                }
            });
        }
    }

    public FunctionCode code(Statement.FunctionDefinition function, Scope scope) {
        return compiler.withinFunction(() -> itself(function, scope));
    }

    private FunctionCode itself(Statement.FunctionDefinition function, Scope scope) {
        Scope inner = new Scope(scope, true);
        List<String> names = new ArrayList<>();
        for (Statement.Parameter parameter : function.parameters()) {
            names.add(parameter.name());
            inner.declare(parameter.name());
        }
        List<@Nullable Code> standards = new ArrayList<>();
        for (Statement.Parameter parameter : function.parameters()) {
            Expr standard = parameter.standard();
            standards.add(standard == null ? null : compiler.expressions().compile(standard, inner));
        }
        if (Effects.of(function.body()).changesInputs()) {
            inner.changesInputs();
        }
        Expr formula = function.body() instanceof Statement.Formula(Expr written)
                ? compiler.expressions().read(written, inner)
                : null;
        Code body = switch (function.body()) {
            case Statement.Formula _ -> compiler.expressions().compile(Objects.requireNonNull(formula), inner);
            case Statement.Block block -> result(block, inner);
        };
        String signature = function.name()
                + function.parameters().stream()
                        .map(parameter -> parameter.standard() == null
                                ? parameter.name()
                                : parameter.span().text())
                        .collect(Collectors.joining(", ", "(", ")"));
        return new FunctionCode(
                function.name(),
                signature,
                names,
                standards,
                body,
                inner.size(),
                inner.derived(),
                Objects.requireNonNullElse(inner.slot(RETURNED), -1),
                inner.names(),
                compiler.isNested(scope) ? null : readable(function, formula),
                function.nameSpan());
    }

    /** The function as it was written, its formula as it was read. */
    private static Statement.FunctionDefinition readable(
            Statement.FunctionDefinition function, @Nullable Expr formula) {
        return formula == null
                ? function
                : new Statement.FunctionDefinition(
                        function.name(),
                        function.nameSpan(),
                        function.parameters(),
                        new Statement.Formula(formula),
                        function.span());
    }

    /** A block whose last line is its value. */
    private Code result(Statement.Block block, Scope scope) {
        List<Code> codes = new ArrayList<>();
        int last = block.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            Statement statement = block.statements().get(i);
            codes.add(i < last ? compiler.compile(statement, scope) : result(statement, scope));
        }
        return new Loops.Block(codes.toArray(Code[]::new));
    }

    private Code result(Statement last, Scope scope) {
        if (last instanceof Statement.Evaluate evaluate) {
            return compiler.expressions().compile(evaluate.expression(), scope);
        }
        return last instanceof ControlStatement.If choice
                ? resultOfChoice(choice, scope)
                : compiler.compile(last, scope);
    }

    private Code resultOfChoice(ControlStatement.If choice, Scope scope) {
        List<Loops.Arm> arms = new ArrayList<>();
        for (ControlStatement.Branch branch : choice.branches()) {
            Code condition = compiler.expressions().compile(branch.condition(), scope);
            arms.add(new Loops.Arm(condition, branch.condition().span(), result(branch.body(), scope)));
        }
        Statement.Block otherwise = choice.otherwise();
        return new Loops.If(
                arms,
                otherwise == null ? null : result(otherwise, scope),
                true,
                scope.isFunction(),
                StatementCompiler.leaves(choice));
    }
}
