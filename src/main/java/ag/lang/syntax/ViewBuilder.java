package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Turns the parser's tree of a command that shows a derivative, a graph or a curve into ours. */
final class ViewBuilder extends AgBaseVisitor<Statement> {
    private static final Set<Integer> OPTION_TOKENS = Set.of(AgParser.NUMBER, AgParser.RANGE, AgParser.NAME);

    private final StatementParts parts;

    ViewBuilder(StatementParts parts) {
        this.parts = parts;
    }

    @Override
    public Statement visitChildren(RuleNode node) {
        throw ExpressionBuilder.unknown(node);
    }

    @Override
    public Statement visitGrad(GradContext grad) {
        return new DerivativeStatement.Grad(
                parts.expression(grad.expression(0)), parts.inputs(grad.expression()), parts.span(grad));
    }

    @Override
    public Statement visitBackward(BackwardContext backward) {
        return new DerivativeStatement.Backward(parts.expression(backward.expression()), parts.span(backward));
    }

    @Override
    public Statement visitZero(ZeroContext zero) {
        return new DerivativeStatement.Zero(parts.names(zero.NAME()), parts.span(zero));
    }

    @Override
    public Statement visitCheck(CheckContext check) {
        return new DerivativeStatement.Check(
                parts.expression(check.expression(0)), parts.inputs(check.expression()), parts.span(check));
    }

    @Override
    public Statement visitTrace(TraceContext trace) {
        return new DerivativeStatement.Trace(
                parts.expression(trace.expression()), parts.path(trace.STRING()), parts.span(trace));
    }

    @Override
    public Statement visitExplain(ExplainContext explain) {
        return new DerivativeStatement.Explain(
                parts.expression(explain.expression(0)),
                parts.inputs(explain.expression()),
                parts.path(explain.STRING()),
                parts.span(explain));
    }

    @Override
    public Statement visitDerive(DeriveContext derive) {
        String path = parts.path(derive.STRING());
        Expr of = parts.expression(derive.expression(0));
        boolean all = derive.ALL() != null;
        // derive d/dx (x^2) shows the steps of d/dx (x^2) itself.
        return derive.WRT() == null
                        && of instanceof Expr.Derivative derivative
                        && derivative.letters().size() == 1
                ? new DerivativeStatement.Derive(
                        derivative.of(), List.copyOf(derivative.letters()), all, path, parts.span(derive))
                : new DerivativeStatement.Derive(of, parts.inputs(derive.expression()), all, path, parts.span(derive));
    }

    @Override
    public Statement visitDeriveImplicit(DeriveImplicitContext derive) {
        Expr of = equation(derive.equation());
        Expr.Equation equation = of instanceof Expr.Equation whole
                ? whole
                : new Expr.Equation(of, new Expr.NumberLiteral(0, of.span()), of.span());
        return new DerivativeStatement.DeriveImplicit(
                equation,
                parts.expression(derive.expression()),
                derive.TO() == null ? null : parts.plainText(derive.STRING()),
                parts.span(derive));
    }

    @Override
    public Statement visitNudge(NudgeContext nudge) {
        return new DerivativeStatement.Nudge(
                parts.expression(nudge.expression(0)), parts.expression(nudge.expression(1)), parts.span(nudge));
    }

    @Override
    public Statement visitCompare(CompareContext compare) {
        return new DerivativeStatement.Compare(
                parts.expression(compare.expression(0)), parts.inputs(compare.expression()), parts.span(compare));
    }

    @Override
    public Statement visitGuess(GuessContext guess) {
        return new PracticeStatement.Guess(
                parts.expression(guess.expression(0)), parts.expression(guess.expression(1)), parts.span(guess));
    }

    @Override
    public Statement visitGuessHelp(GuessHelpContext help) {
        Expr.Name word = parts.name(help.HELP_WORD());
        return new PracticeStatement.GuessHelp(word, word.name().equals("show"), parts.span(help));
    }

    @Override
    public Statement visitGraph(GraphContext graph) {
        return new PictureStatement.Graph(
                parts.expression(graph.expression()), parts.path(graph.STRING()), parts.span(graph));
    }

    @Override
    public Statement visitExplore(ExploreContext explore) {
        return new PictureStatement.Explore(
                parts.expression(explore.expression()), parts.path(explore.STRING()), parts.span(explore));
    }

    @Override
    public Statement visitStep(StepContext step) {
        return new PracticeStatement.Step(
                parts.expression(step.expression()), parts.path(step.STRING()), parts.span(step));
    }

    @Override
    public Statement visitPractice(PracticeContext practice) {
        Expr of = parts.expression(practice.expression());
        return new PracticeStatement.Practice(
                practice.NAME() == null
                        ? of
                        : new Expr.Derivative(of, List.of(parts.name(practice.NAME())), true, of.span()),
                parts.path(practice.STRING()),
                parts.span(practice));
    }

    @Override
    public Statement visitSolve(SolveContext solve) {
        return new SolutionStatement.Solve(
                solve.equation().stream().map(this::equation).toList(),
                parts.names(solve.NAME()),
                solve.expression() == null ? null : parts.expression(solve.expression()),
                parts.span(solve));
    }

    @Override
    public Statement visitOde(OdeContext ode) {
        return OdeBuilder.of(
                ode.equation().stream().map(this::equation).toList(),
                parts.expression(ode.expression(0)),
                parts.expression(ode.expression(1)),
                parts.optional(ode.expression(), 2),
                parts.span(ode));
    }

    @Override
    public Statement visitNearby(NearbyContext near) {
        SolutionStatement.Nearby.Kind kind =
                SolutionStatement.Nearby.Kind.of(near.NEARBY().getText());
        Expr order = near.expression() == null ? null : parts.expression(near.expression());
        return new SolutionStatement.Nearby(kind, parts.placed(near.equation()), order, parts.span(near));
    }

    @Override
    public Statement visitLimit(LimitContext limit) {
        Expr of = parts.expression(limit.expression(0));
        Span span = parts.span(limit);
        int side = limit.SIDE() == null ? 0 : "+⁺".contains(limit.SIDE().getText()) ? 1 : -1;
        if (limit.TOWARDS() == null) {
            if (of instanceof Expr.At) {
                return new SolutionStatement.Limit(of, side, span);
            }
        } else if (limit.expression(1) instanceof AnonymousContext
                && parts.expression(limit.expression(1)) instanceof Expr.Anonymous way
                && way.parameters().size() == 1) {
            Expr.Point place = new Expr.Point(new Expr.Name(way.head(), way.span()), way.body());
            return new SolutionStatement.Limit(new Expr.At(of, List.of(place), span), side, span);
        }
        String line = ForeignLine.of(span.text())
                .map(ForeignLine::line)
                .orElse("limit "
                        + (of instanceof Expr.Anonymous way ? way.body() : of)
                                .span()
                                .text() + " as x -> 0");
        throw new AgException(ErrorCode.NO_PLACE, "a limit says where its letter goes", span, "write: " + line);
    }

    @Override
    public Statement visitTurns(TurnsContext turns) {
        return new SolutionStatement.Turns(
                turns.TURNS().getText().equals("extrema"),
                parts.expression(turns.expression(0)),
                parts.optional(turns.expression(), 1),
                along(turns.along()),
                parts.span(turns));
    }

    private List<Along> along(List<AlongContext> ranges) {
        return ranges.stream()
                .map(along ->
                        new Along(along.NAME().getText(), parts.expression(along.expression()), parts.span(along)))
                .toList();
    }

    private Expr equation(EquationContext equation) {
        Expr left = parts.expression(equation.expression(0));
        return equation.expression().size() == 1
                ? left
                : new Expr.Equation(left, parts.expression(equation.expression(1)), parts.span(equation));
    }

    @Override
    public Statement visitPracticeRule(PracticeRuleContext practice) {
        List<PracticeStatement.RuleOption> options = new ArrayList<>();
        for (int i = 0; i < practice.NUMBER().size(); i++) {
            options.add(new PracticeStatement.RuleOption(
                    practice.NAME(i + 1).getText(),
                    number(practice.NUMBER(i)),
                    parts.place(practice.NAME(i + 1)).to(parts.place(practice.NUMBER(i)))));
        }
        return new PracticeStatement.PracticeRule(
                practice.NAME(0).getText(), parts.place(practice.NAME(0)), options, parts.span(practice));
    }

    /** 10 questions, seed 7, or seed 1..30: the number stands before questions and behind the others. */
    @Override
    public Statement visitWorksheet(WorksheetContext sheet) {
        List<TerminalNode> words = new ArrayList<>();
        for (ParseTree child : sheet.children) {
            if (child instanceof TerminalNode node
                    && OPTION_TOKENS.contains(node.getSymbol().getType())) {
                words.add(node);
            }
        }
        List<PracticeStatement.RuleOption> options = new ArrayList<>();
        boolean key = false;
        for (int i = 0; i < words.size(); i++) {
            TerminalNode word = words.get(i);
            if (word.getText().equals("answers")) {
                key = true;
            } else if (is(AgParser.NUMBER, words, i) && is(AgParser.NAME, words, i + 1)) {
                options.add(option(words.get(++i), word, word));
            } else if (is(AgParser.NAME, words, i) && is(AgParser.NUMBER, words, i + 1)) {
                TerminalNode first = words.get(++i);
                i += is(AgParser.RANGE, words, i + 1) ? 2 : 0;
                options.add(option(word, first, words.get(i)));
            } else {
                options.add(new PracticeStatement.RuleOption(word.getText(), -1, parts.place(word)));
            }
        }
        boolean titled = sheet.title != null;
        List<String> texts = sheet.STRING().stream().map(parts::plainText).toList();
        int last = sheet.TO() == null ? texts.size() : texts.size() - 1;
        return new PracticeStatement.Worksheet(
                titled ? texts.getFirst() : "",
                sheet.tasks() == null
                        ? List.of()
                        : parts.expressions(sheet.tasks().expression()),
                options,
                key,
                texts.subList(titled ? 1 : 0, last),
                sheet.TO() == null ? null : texts.getLast(),
                parts.span(sheet));
    }

    private static boolean is(int type, List<TerminalNode> words, int i) {
        return i < words.size() && words.get(i).getSymbol().getType() == type;
    }

    private PracticeStatement.RuleOption option(TerminalNode name, TerminalNode first, TerminalNode last) {
        String word = name.getText().equals("question") ? "questions" : name.getText();
        return new PracticeStatement.RuleOption(
                word, number(first), number(last), parts.place(name).to(parts.place(last)));
    }

    private static double number(TerminalNode number) {
        return Double.parseDouble(number.getText().replace("_", ""));
    }

    @Override
    public Statement visitPlot(PlotContext plot) {
        FigureBuilder builder = new FigureBuilder(parts);
        List<Figure> figures = new ArrayList<>();
        for (FigureContext figure : plot.figure()) {
            figures.add(builder.figure(figure));
        }
        List<Along> ranges = along(plot.along());
        return new PictureStatement.Plot(
                figures,
                ranges,
                plot.TITLE() == null ? null : parts.plainText(plot.STRING(0)),
                plot.TO() == null
                        ? null
                        : parts.plainText(plot.STRING(plot.STRING().size() - 1)),
                parts.span(plot));
    }

    @Override
    public Statement visitPlotModel(PlotModelContext plot) {
        return new PictureStatement.PlotModel(
                plot.NAME(0).getText(),
                parts.place(plot.NAME(0)),
                parts.names(plot.NAME().subList(1, plot.NAME().size())),
                plot.expression() == null ? null : parts.expression(plot.expression()),
                parts.path(plot.STRING()),
                parts.span(plot));
    }
}
