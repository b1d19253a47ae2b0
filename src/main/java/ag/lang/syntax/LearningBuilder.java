package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgBaseVisitor;
import ag.lang.syntax.grammar.AgParser.*;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parser's tree of a statement about data, networks, fits and training into ours. */
final class LearningBuilder extends AgBaseVisitor<Statement> {
    private final StatementParts parts;

    LearningBuilder(StatementParts parts) {
        this.parts = parts;
    }

    @Override
    public Statement visitChildren(RuleNode node) {
        throw ExpressionBuilder.unknown(node);
    }

    @Override
    public Statement visitDataDefinition(DataDefinitionContext data) {
        return new LearningStatement.DataDefinition(
                data.NAME().getText(), parts.place(data.NAME()), parts.expression(data.expression()), parts.span(data));
    }

    @Override
    public Statement visitDataRows(DataRowsContext data) {
        return new LearningStatement.DataRows(
                data.NAME().getText(),
                parts.place(data.NAME()),
                data.row().stream().map(this::row).toList(),
                parts.span(data));
    }

    @Override
    public Statement visitMlp(MlpContext mlp) {
        return new LearningStatement.Mlp(
                mlp.NAME().getText(), parts.place(mlp.NAME()), settings(mlp.settings()), parts.span(mlp));
    }

    @Override
    public Statement visitTrain(TrainContext train) {
        return new LearningStatement.Train(
                parts.name(train.NAME()),
                parts.expression(train.expression()),
                settings(train.settings()),
                parts.span(train));
    }

    @Override
    public Statement visitMinimize(MinimizeContext minimize) {
        return new LearningStatement.Minimize(
                parts.expression(minimize.expression()),
                bounded(minimize.bounded()),
                minimize.equation().stream()
                        .map(condition -> parts.builder().equation(condition.expression(), parts.span(condition)))
                        .toList(),
                settings(minimize.settings()),
                parts.span(minimize));
    }

    @Override
    public Statement visitFit(FitContext fit) {
        return new LearningStatement.Fit(
                parts.expression(fit.expression(0)),
                parts.expression(fit.expression(1)),
                bounded(fit.bounded()),
                settings(fit.settings()),
                parts.span(fit));
    }

    private List<LearningStatement.Bounded> bounded(List<BoundedContext> inputs) {
        return inputs.stream()
                .map(bounded -> new LearningStatement.Bounded(
                        parts.name(bounded.NAME()),
                        bounded.expression() == null ? null : parts.expression(bounded.expression())))
                .toList();
    }

    @Override
    public Statement visitFileCommand(FileCommandContext context) {
        Span span = parts.span(context);
        String word = context.FILE_COMMAND().getText();
        for (LearningStatement.Command command : LearningStatement.Command.values()) {
            if (command.word().equals(word)) {
                String given = context.TO() != null ? "to" : context.FROM() != null ? "from" : "";
                boolean starts = context.NAME().size() > 1 && command != LearningStatement.Command.EXPORT;
                if (!given.equals(command.preposition()) || starts) {
                    String form = word + " " + context.NAME(0).getText()
                            + (command.preposition().isEmpty() ? "" : " " + command.preposition() + " \"net.ag.json\"");
                    throw new AgException(
                            ErrorCode.BAD_COMMAND, word + " is not written like this", span, "write: " + form);
                }
                String path = context.STRING() == null ? null : parts.plainText(context.STRING());
                Expr.Name behind = context.NAME().size() > 1 ? parts.name(context.NAME(1)) : null;
                boolean isLibrary = context.FOR() != null;
                return new LearningStatement.ModelCommand(
                        command,
                        parts.name(context.NAME(0)),
                        path,
                        isLibrary ? null : behind,
                        isLibrary ? behind : null,
                        span);
            }
        }
        throw new IllegalStateException("unknown command word " + word);
    }

    private LearningStatement.Row row(RowContext context) {
        List<Expr> inputs = new ArrayList<>();
        List<Expr> targets = new ArrayList<>();
        int arrow = context.children.stream()
                .filter(child -> child.getText().equals("->"))
                .mapToInt(child -> ((TerminalNode) child).getSymbol().getTokenIndex())
                .findFirst()
                .orElse(-1);
        for (ExpressionContext value : context.expression()) {
            (value.getStart().getTokenIndex() < arrow ? inputs : targets).add(parts.expression(value));
        }
        return new LearningStatement.Row(inputs, targets, parts.span(context));
    }

    private List<LearningStatement.Setting> settings(@Nullable SettingsContext context) {
        List<LearningStatement.Setting> settings = new ArrayList<>();
        if (context != null) {
            for (SettingContext setting : context.setting()) {
                settings.add(new LearningStatement.Setting(
                        setting.OPTION().getText(),
                        parts.place(setting.OPTION()),
                        parts.expressions(setting.expression()),
                        parts.span(setting)));
            }
        }
        return settings;
    }
}
