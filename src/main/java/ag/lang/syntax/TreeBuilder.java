package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Statement.Binding;
import ag.lang.syntax.Statement.Block;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parser's tree of a statement into ours. It is the last place that knows the grammar's statements. */
final class TreeBuilder {
    private final Places places;
    private final ExpressionBuilder expressions;

    TreeBuilder(Places places) {
        this.places = places;
        this.expressions = new ExpressionBuilder(places);
    }

    Statement statement(StatementContext context) {
        Span span = places.span(context);
        return switch (context) {
            case LetContext let ->
                new Statement.Let(let.binding().stream().map(this::binding).toList(), span);
            case SetContext set ->
                new Statement.SetInputs(
                        set.assignment().stream().map(this::assignment).toList(), span);
            case FunctionDefinitionContext function -> function(function, span);
            case UnpackingContext unpacking ->
                new Statement.Unpacking(texts(unpacking.NAME()), expression(unpacking.expression()), span);
            case DefinitionContext definition ->
                new Statement.Definition(
                        definition.NAME().getText(),
                        place(definition.NAME()),
                        operator(definition.operator),
                        expression(definition.expression()),
                        span);
            case GradContext grad ->
                new Statement.Grad(expression(grad.expression(0)), inputs(grad.expression()), span);
            case BackwardContext backward -> new Statement.Backward(expression(backward.expression()), span);
            case ZeroContext zero -> new Statement.Zero(names(zero.NAME()), span);
            case CheckContext check ->
                new Statement.Check(expression(check.expression(0)), inputs(check.expression()), span);
            case TraceContext trace -> new Statement.Trace(expression(trace.expression()), span);
            case ExplainContext explain ->
                new Statement.Explain(expression(explain.expression(0)), inputs(explain.expression()), span);
            case DeriveContext derive -> derive(derive, span);
            case NudgeContext nudge ->
                new Statement.Nudge(expression(nudge.expression(0)), expression(nudge.expression(1)), span);
            case CompareContext compare ->
                new Statement.Compare(expression(compare.expression(0)), inputs(compare.expression()), span);
            case SupposeContext suppose -> suppose(suppose, span);
            case GuessContext guess -> guess(expression(guess.expression(0)), expression(guess.expression(1)), span);
            case GraphContext graph -> new Statement.Graph(expression(graph.expression()), path(graph.STRING()), span);
            case StepContext step -> new Statement.Step(expression(step.expression()), span);
            case PracticeContext practice -> new Statement.Practice(expression(practice.expression()), span);
            case PlotContext plot -> plot(plot, span);
            case PlotModelContext plot ->
                new Statement.PlotModel(
                        plot.NAME(0).getText(),
                        place(plot.NAME(0)),
                        names(plot.NAME().subList(1, plot.NAME().size())),
                        plot.expression() == null ? null : expression(plot.expression()),
                        path(plot.STRING()),
                        span);
            case ExploreContext explore ->
                new Statement.Explore(
                        expression(explore.expression()),
                        expressions.plainText(explore.STRING().getSymbol()),
                        span);
            case PrintContext print -> new Statement.Print(expressions(print.expression()), span);
            case AssertContext claim ->
                new Statement.Assert(
                        expression(claim.expression(0)),
                        optional(claim.expression(), 1),
                        optional(claim.expression(), 2),
                        span);
            case ImportContext imported ->
                new Statement.Import(expressions.plainText(imported.STRING().getSymbol()), span);
            case SeedContext seed -> new Statement.Seed(expression(seed.expression()), span);
            case ForContext loop ->
                new Statement.For(
                        texts(loop.target().NAME()), expression(loop.expression()), block(loop.block()), span);
            case WhileContext loop -> new Statement.While(expression(loop.expression()), block(loop.block()), span);
            case RepeatContext loop -> new Statement.Repeat(expression(loop.expression()), block(loop.block()), span);
            case IfContext choice -> choice(choice, span);
            case DataDefinitionContext data ->
                new Statement.DataDefinition(
                        data.NAME().getText(), place(data.NAME()), expression(data.expression()), span);
            case DataRowsContext data ->
                new Statement.DataRows(
                        data.NAME().getText(),
                        place(data.NAME()),
                        data.row().stream().map(this::row).toList(),
                        span);
            case MlpContext mlp ->
                new Statement.Mlp(mlp.NAME().getText(), place(mlp.NAME()), settings(mlp.settings()), span);
            case TrainContext train ->
                new Statement.Train(
                        name(train.NAME()), expression(train.expression()), settings(train.settings()), span);
            case MinimizeContext minimize ->
                new Statement.Minimize(
                        expression(minimize.expression()), names(minimize.NAME()), settings(minimize.settings()), span);
            case FileCommandContext command -> modelCommand(command, span);
            case TestContext test ->
                new Statement.Test(expressions.plainText(test.STRING().getSymbol()), block(test.block()), span);
            case EvaluateContext evaluate -> {
                DifferentialContext differential = differential(evaluate.expression());
                yield differential == null
                        ? evaluate(expression(evaluate.expression()), span)
                        : derive(differential, null, span);
            }
            default ->
                throw new IllegalStateException(
                        "the grammar has a statement that the tree does not: " + context.getClass());
        };
    }

    private Statement derive(DeriveContext derive, Span span) {
        String path = path(derive.STRING());
        DifferentialContext differential = differential(derive.expression(0));
        return differential != null && derive.WRT() == null
                ? derive(differential, path, span)
                : new Statement.Derive(expression(derive.expression(0)), inputs(derive.expression()), path, span);
    }

    /** {@code d/dx (x^3)} on its own is the command. */
    private Statement derive(DifferentialContext differential, @Nullable String path, Span span) {
        Expr variable = expressions.variable(differential);
        return new Statement.Derive(expression(differential.expression()), List.of(variable), path, span);
    }

    private static @Nullable DifferentialContext differential(ExpressionContext context) {
        return context instanceof AtomContext atom && atom.primary() instanceof DifferentialContext differential
                ? differential
                : null;
    }

    private Statement suppose(SupposeContext suppose, Span span) {
        if (ExpressionBuilder.order(suppose.PRIME().getText()) != 1) {
            throw new AgException(
                    "bad-suppose",
                    "only a first derivative can be supposed",
                    place(suppose.PRIME()),
                    "write: " + Forms.of("suppose"));
        }
        return new Statement.Suppose(
                name(suppose.NAME(0)),
                suppose.NAME(1).getText(),
                expression(suppose.expression()),
                block(suppose.block()),
                span);
    }

    private static Statement guess(Expr asked, Expr answer, Span span) {
        if (asked instanceof Expr.Call(Expr.Name(String name, Span _), List<Expr.Argument> arguments, Span _)
                && name.equals("grad")
                && arguments.size() == 2) {
            return new Statement.Guess(
                    arguments.getFirst().value(), arguments.getLast().value(), answer, span);
        }
        throw new AgException(
                "bad-guess", "what is guessed is one gradient", asked.span(), "write: " + Forms.of("guess"));
    }

    private Statement plot(PlotContext plot, Span span) {
        int ranges = plot.IN() == null ? 0 : 1;
        int count = plot.expression().size() - ranges;
        Expr range = ranges == 0 ? null : expression(plot.expression(count));
        String variable = plot.NAME() == null ? null : plot.NAME().getText();
        return new Statement.Plot(
                expressions(plot.expression().subList(0, count)), variable, range, path(plot.STRING()), span);
    }

    private @Nullable String path(@Nullable TerminalNode text) {
        return text == null ? null : expressions.plainText(text.getSymbol());
    }

    /** {@code grad(L)} on its own is the command with its parentheses written out. */
    private static Statement evaluate(Expr expression, Span span) {
        if (expression instanceof Expr.Call(Expr.Name callee, List<Expr.Argument> arguments, Span _)
                && arguments.size() == 1
                && arguments.getFirst().name() == null) {
            Expr of = arguments.getFirst().value();
            switch (callee.name()) {
                case "grad" -> {
                    return new Statement.Grad(of, List.of(), span);
                }
                case "check" -> {
                    return new Statement.Check(of, List.of(), span);
                }
                default -> {}
            }
        }
        return new Statement.Evaluate(expression);
    }

    private Binding binding(BindingContext context) {
        return new Binding(context.NAME().getText(), place(context.NAME()), expression(context.expression()));
    }

    private Statement.Assignment assignment(AssignmentContext context) {
        Expr target = expression(context.expression(0));
        boolean settable = switch (target) {
            case Expr.Name _, Expr.Index _, Expr.Member _ -> true;
            default -> false;
        };
        if (!settable) {
            throw new AgException(
                    "bad-set", "set changes an input, and this is not one", target.span(), "write: set a = 3");
        }
        return new Statement.Assignment(target, operator(context.operator), expression(context.expression(1)));
    }

    private Statement function(FunctionDefinitionContext context, Span span) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        for (ParameterContext parameter : context.parameter()) {
            String name = parameter.NAME().getText();
            if (parameters.stream().anyMatch(earlier -> earlier.name().equals(name))) {
                throw new AgException(
                        "repeated-parameter",
                        "the parameter '" + name + "' stands there twice",
                        places.span(parameter),
                        "give each parameter its own name");
            }
            Expr standard = parameter.expression() == null ? null : expression(parameter.expression());
            parameters.add(new Statement.Parameter(name, standard, places.span(parameter)));
        }
        BodyContext body = context.body();
        Statement.Body what =
                body.block() != null ? block(body.block()) : new Statement.Formula(expression(body.expression()));
        return new Statement.FunctionDefinition(
                context.NAME().getText(), place(context.NAME()), parameters, what, span);
    }

    private Statement choice(IfContext context, Span span) {
        List<Statement.Branch> branches = new ArrayList<>();
        int conditions = context.expression().size();
        for (int i = 0; i < conditions; i++) {
            branches.add(new Statement.Branch(expression(context.expression(i)), block(context.block(i))));
        }
        Block otherwise = context.block().size() > conditions ? block(context.block(conditions)) : null;
        return new Statement.If(branches, otherwise, span);
    }

    private Statement modelCommand(FileCommandContext context, Span span) {
        String word = context.FILE_COMMAND().getText();
        for (Statement.Command command : Statement.Command.values()) {
            if (command.word().equals(word)) {
                String given = context.TO() != null ? "to" : context.FROM() != null ? "from" : "";
                if (!given.equals(command.preposition())) {
                    String form = word + " " + context.NAME().getText()
                            + (command.preposition().isEmpty() ? "" : " " + command.preposition() + " \"net.ag.json\"");
                    throw new AgException("bad-command", word + " is written otherwise", span, "write: " + form);
                }
                String path = context.STRING() == null
                        ? null
                        : expressions.plainText(context.STRING().getSymbol());
                return new Statement.ModelCommand(command, name(context.NAME()), path, span);
            }
        }
        throw new IllegalStateException("unknown command word " + word);
    }

    private Statement.Row row(RowContext context) {
        List<Expr> inputs = new ArrayList<>();
        List<Expr> targets = new ArrayList<>();
        int arrow = context.children.stream()
                .filter(child -> child.getText().equals("->"))
                .mapToInt(child -> ((TerminalNode) child).getSymbol().getTokenIndex())
                .findFirst()
                .orElse(-1);
        for (ExpressionContext value : context.expression()) {
            (value.getStart().getTokenIndex() < arrow ? inputs : targets).add(expression(value));
        }
        return new Statement.Row(inputs, targets, places.span(context));
    }

    private List<Statement.Setting> settings(@Nullable SettingsContext context) {
        List<Statement.Setting> settings = new ArrayList<>();
        if (context != null) {
            for (SettingContext setting : context.setting()) {
                settings.add(new Statement.Setting(
                        setting.OPTION().getText(),
                        place(setting.OPTION()),
                        expressions(setting.expression()),
                        places.span(setting)));
            }
        }
        return settings;
    }

    private Block block(BlockContext context) {
        List<Statement> statements = new ArrayList<>();
        for (StatementContext statement : context.statement()) {
            statements.add(statement(statement));
        }
        return new Block(statements, places.span(context));
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

    private List<Expr> inputs(List<ExpressionContext> contexts) {
        return expressions(contexts.subList(1, contexts.size()));
    }

    private List<Expr> expressions(List<ExpressionContext> contexts) {
        List<Expr> result = new ArrayList<>();
        for (ExpressionContext context : contexts) {
            result.add(expression(context));
        }
        return result;
    }

    private @Nullable Expr optional(List<ExpressionContext> contexts, int index) {
        return index < contexts.size() ? expression(contexts.get(index)) : null;
    }

    private Expr expression(ExpressionContext context) {
        return expressions.expression(context);
    }

    private Span place(TerminalNode node) {
        return places.span(node.getSymbol());
    }

    private Expr.Name name(TerminalNode node) {
        return new Expr.Name(node.getText(), place(node));
    }

    private List<Expr.Name> names(List<TerminalNode> nodes) {
        return nodes.stream().map(this::name).toList();
    }

    private static List<String> texts(List<TerminalNode> nodes) {
        return nodes.stream().map(TerminalNode::getText).toList();
    }
}
