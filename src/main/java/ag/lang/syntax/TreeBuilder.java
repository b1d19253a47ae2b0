package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Statement.Binding;
import ag.lang.syntax.Statement.Block;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;
import org.jspecify.annotations.Nullable;

/** Turns the parser's tree of a statement into ours. With the builders it uses, it is the last that knows the grammar. */
final class TreeBuilder extends AgBaseVisitor<Statement> {
    /** A double has no more digits that tell it from others. */
    private static final int MOST_DIGITS = 17;

    private final StatementParts parts;
    private final LearningBuilder learning;
    private final ViewBuilder views;

    TreeBuilder(Places places) {
        this.parts = new StatementParts(places);
        this.learning = new LearningBuilder(parts);
        this.views = new ViewBuilder(parts);
    }

    @Override
    public Statement visitChildren(RuleNode node) {
        throw ExpressionBuilder.unknown(node);
    }

    @Override
    public Statement visitLearningStatement(LearningStatementContext statement) {
        return statement.learning().accept(learning);
    }

    @Override
    public Statement visitViewStatement(ViewStatementContext statement) {
        return statement.view().accept(views);
    }

    @Override
    public Statement visitLet(LetContext let) {
        return new Statement.Let(let.binding().stream().map(this::binding).toList(), parts.span(let));
    }

    @Override
    public Statement visitSet(SetContext set) {
        return new Statement.SetInputs(
                set.assignment().stream().map(this::assignment).toList(), parts.span(set));
    }

    @Override
    public Statement visitSetDigits(SetDigitsContext set) {
        int digits = set.NUMBER().getText().matches("[0-9]{1,2}")
                ? Integer.parseInt(set.NUMBER().getText())
                : 0;
        if (!set.NAME().getText().equals("digits")) {
            throw new AgException(
                    ErrorCode.BAD_SET,
                    "set gives an input another value, behind '='",
                    parts.span(set),
                    "write: set " + set.NAME().getText() + " = " + set.NUMBER().getText());
        }
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new AgException(
                    ErrorCode.BAD_SET,
                    "numbers are shown with 1 to " + MOST_DIGITS + " significant digits",
                    parts.place(set.NUMBER()),
                    "write: set digits 10");
        }
        return new Statement.SetDigits(digits, parts.span(set));
    }

    @Override
    public Statement visitPartDefinition(PartDefinitionContext definition) {
        Expr.Name name = parts.name(definition.part().NAME());
        return new Statement.PartDefinition(
                name,
                parts.builder().part(name, definition.part()),
                operator(definition.operator),
                parts.expression(definition.expression()),
                parts.span(definition));
    }

    @Override
    public Statement visitLeave(LeaveContext leave) {
        ControlStatement.Leave.Way way =
                ControlStatement.Leave.Way.valueOf(leave.LEAVE().getText().toUpperCase(Locale.ROOT));
        Expr value = leave.expression() == null ? null : parts.expression(leave.expression());
        if (value != null && way != ControlStatement.Leave.Way.RETURN) {
            throw new AgException(
                    ErrorCode.BAD_COMMAND,
                    leave.LEAVE().getText() + " takes nothing",
                    parts.span(leave),
                    "write: " + leave.LEAVE().getText());
        }
        return new ControlStatement.Leave(way, value, parts.span(leave));
    }

    @Override
    public Statement visitFunctionDefinition(FunctionDefinitionContext context) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        for (ParameterContext parameter : context.parameter()) {
            String name = parameter.NAME().getText();
            if (parameters.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                throw new AgException(
                        ErrorCode.REPEATED_PARAMETER,
                        "the parameter '" + name + "' stands there twice",
                        parts.span(parameter),
                        "give each parameter its own name");
            }
            Expr standard = parameter.expression() == null ? null : parts.expression(parameter.expression());
            parameters.add(new Statement.Parameter(name, standard, parts.span(parameter)));
        }
        BodyContext body = context.body();
        Statement.Body what =
                body.block() != null ? block(body.block()) : new Statement.Formula(parts.expression(body.expression()));
        return new Statement.FunctionDefinition(
                context.NAME().getText(), parts.place(context.NAME()), parameters, what, parts.span(context));
    }

    @Override
    public Statement visitUnpacking(UnpackingContext unpacking) {
        return new Statement.Unpacking(
                StatementParts.texts(unpacking.NAME()),
                parts.expression(unpacking.expression()),
                parts.span(unpacking));
    }

    @Override
    public Statement visitDefinition(DefinitionContext definition) {
        String name = definition.NAME().getText();
        Span place = parts.place(definition.NAME());
        BinaryOperator operator = operator(definition.operator);
        Expr value = parts.expression(definition.expression());
        return operator == null && value instanceof Expr.Anonymous function
                ? Statement.FunctionDefinition.of(name, place, function, parts.span(definition))
                : new Statement.Definition(name, place, operator, value, parts.span(definition));
    }

    @Override
    public Statement visitPrint(PrintContext print) {
        return new Statement.Print(parts.expressions(print.expression()), parts.span(print));
    }

    @Override
    public Statement visitAssert(AssertContext claim) {
        return new Statement.Assert(
                parts.expression(claim.expression(0)),
                parts.optional(claim.expression(), 1),
                parts.optional(claim.expression(), 2),
                parts.span(claim));
    }

    @Override
    public Statement visitImport(ImportContext imported) {
        return new Statement.Import(parts.plainText(imported.STRING()), parts.span(imported));
    }

    @Override
    public Statement visitSeed(SeedContext seed) {
        return new Statement.Seed(parts.expression(seed.expression()), parts.span(seed));
    }

    @Override
    public Statement visitFor(ForContext loop) {
        return new ControlStatement.For(
                StatementParts.texts(loop.target().NAME()),
                parts.expression(loop.expression()),
                block(loop.block()),
                parts.span(loop));
    }

    @Override
    public Statement visitWhile(WhileContext loop) {
        return new ControlStatement.While(parts.expression(loop.expression()), block(loop.block()), parts.span(loop));
    }

    @Override
    public Statement visitRepeat(RepeatContext loop) {
        return new ControlStatement.Repeat(parts.expression(loop.expression()), block(loop.block()), parts.span(loop));
    }

    @Override
    public Statement visitIf(IfContext context) {
        List<ControlStatement.Branch> branches = new ArrayList<>();
        int conditions = context.expression().size();
        for (int i = 0; i < conditions; i++) {
            branches.add(new ControlStatement.Branch(parts.expression(context.expression(i)), block(context.block(i))));
        }
        Block otherwise = context.block().size() > conditions ? block(context.block(conditions)) : null;
        return new ControlStatement.If(branches, otherwise, parts.span(context));
    }

    @Override
    public Statement visitSuppose(SupposeContext suppose) {
        if (ExpressionBuilder.order(suppose.PRIME().getText()) != 1) {
            throw new AgException(
                    ErrorCode.BAD_SUPPOSE,
                    "only a first derivative can be supposed",
                    parts.place(suppose.PRIME()),
                    "write: " + Forms.of("suppose"));
        }
        return new DerivativeStatement.Suppose(
                parts.name(suppose.NAME(0)),
                suppose.NAME(1).getText(),
                parts.expression(suppose.expression()),
                block(suppose.block()),
                parts.span(suppose));
    }

    @Override
    public Statement visitTest(TestContext test) {
        return new ControlStatement.Test(parts.plainText(test.STRING()), block(test.block()), parts.span(test));
    }

    @Override
    public Statement visitEvaluate(EvaluateContext evaluate) {
        return evaluate(parts.builder().equation(evaluate.expression(), parts.span(evaluate)), parts.span(evaluate));
    }

    /**
     * {@code grad(L)} on its own is the command with its parentheses written out, and {@code d/dx x^2} is derive; {@code (d/dx x^2)}
     * in parentheses is the value.
     */
    private static Statement evaluate(Expr expression, Span span) {
        if (expression instanceof Expr.Derivative derivative
                && derivative.letters().size() == 1
                && derivative.span().start() == span.start()) {
            return new DerivativeStatement.Derive(
                    derivative.of(), List.copyOf(derivative.letters()), false, null, span);
        }
        if (expression
                        instanceof
                        Expr.At(Expr.Call(Expr.Name callee, List<Expr.Argument> arguments, Span _), var points, Span _)
                && callee.name().equals("grad")
                && arguments.size() == 1
                && arguments.getFirst().name() == null) {
            return new DerivativeStatement.Grad(
                    new Expr.At(arguments.getFirst().value(), points, span), List.of(), span);
        }
        if (expression instanceof Expr.Call(Expr.Name callee, List<Expr.Argument> arguments, Span _)
                && arguments.size() == 1
                && arguments.getFirst().name() == null) {
            Expr of = arguments.getFirst().value();
            switch (callee.name()) {
                case "grad" -> {
                    return new DerivativeStatement.Grad(of, List.of(), span);
                }
                case "check" -> {
                    return new DerivativeStatement.Check(of, List.of(), span);
                }
                default -> {}
            }
        }
        return new Statement.Evaluate(expression);
    }

    private Binding binding(BindingContext context) {
        return new Binding(
                context.NAME().getText(), parts.place(context.NAME()), parts.expression(context.expression()));
    }

    private Statement.Assignment assignment(AssignmentContext context) {
        Expr target = parts.expression(context.expression(0));
        if (!isSettable(target)) {
            throw new AgException(
                    ErrorCode.BAD_SET, "set changes an input, and this is not one", target.span(), "write: set a = 3");
        }
        return new Statement.Assignment(target, operator(context.operator), parts.expression(context.expression(1)));
    }

    private static boolean isSettable(Expr target) {
        return target instanceof Expr.Vector list
                ? list.elements().stream().allMatch(TreeBuilder::isSettable)
                : target instanceof Expr.Name || target instanceof Expr.Index || target instanceof Expr.Member;
    }

    private Block block(BlockContext context) {
        List<Statement> statements = new ArrayList<>();
        for (StatementContext statement : context.statement()) {
            statements.add(statement.accept(this));
        }
        return new Block(statements, parts.span(context));
    }

    private static @Nullable BinaryOperator operator(Token sign) {
        return switch (sign.getText()) {
            case "+=" -> BinaryOperator.ADD;
            case "-=" -> BinaryOperator.SUBTRACT;
            case "*=" -> BinaryOperator.MULTIPLY;
            case "/=" -> BinaryOperator.DIVIDE;
            default -> null;
        };
    }
}
