package ag.lang.resolve;

import ag.lang.resolve.Occurrence.Use;
import ag.lang.source.Span;
import ag.lang.syntax.Along;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Figure;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.ReadingStatement;
import ag.lang.syntax.SolutionStatement;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the names in statements: what each defines, changes and reads. A row for each statement that does more than read them. */
final class StatementNames {
    private static final String FIT = "fit";
    /** What the time is called where an equation does not say it. */
    private static final String TIME = "t";

    private final Scopes scopes;
    private final ExpressionNames expressions;
    private boolean changesInputs;

    StatementNames(Scopes scopes) {
        this.scopes = scopes;
        this.expressions = new ExpressionNames(scopes);
    }

    /** Whether a statement changed inputs, other than one in a function, which does so when it is called. */
    boolean changesInputs() {
        return changesInputs;
    }

    void of(Statement statement) {
        switch (statement) {
            case ReadingStatement reading -> reading.expressions(expressions::of);
            case Statement.Let let ->
                let.bindings().forEach(binding -> {
                    expressions.of(binding.value());
                    scopes.define(binding.name(), binding.nameSpan(), Symbol.Kind.INPUT, let.span());
                });
            case Statement.Definition made -> definition(made);
            case Statement.PartDefinition made -> {
                expressions.of(made.value());
                target(made.target());
                scopes.define(made.name().name(), made.name().span(), Symbol.Kind.VALUE, made.span());
            }
            case Statement.SetDigits _ -> {}
            case Statement.Unpacking made -> {
                expressions.of(made.value());
                for (String name : made.names()) {
                    Span place = BoundNames.place(
                            name, made.span(), made.value().span().start());
                    scopes.define(name, place, Symbol.Kind.VALUE, made.span());
                }
            }
            case Statement.FunctionDefinition function -> function(function);
            case Statement.SetInputs set -> {
                noteChange();
                set.assignments().forEach(change -> expressions.of(change.value()));
                set.assignments().forEach(change -> target(change.target()));
            }
            case PracticeStatement.PracticeRule _, PracticeStatement.GuessHelp _, Statement.Import _ -> {}
            case SolutionStatement.Ode ode -> ode(ode);
            case PictureStatement.Plot plot -> plot(plot);
            case ControlStatement.For loop -> loop(loop);
            case ControlStatement.While loop -> {
                expressions.of(loop.condition());
                block(loop.body());
            }
            case ControlStatement.Repeat loop -> {
                expressions.of(loop.count());
                block(loop.body());
            }
            case ControlStatement.If choice -> {
                for (ControlStatement.Branch branch : choice.branches()) {
                    expressions.of(branch.condition());
                    block(branch.body());
                }
                Statement.Block otherwise = choice.otherwise();
                if (otherwise != null) {
                    block(otherwise);
                }
            }
            case DerivativeStatement.Suppose suppose -> {
                expressions.of(suppose.function());
                scopes.enter(suppose.derivative().span(), false);
                scopes.bind(
                        suppose.variable(),
                        BoundNames.place(
                                suppose.variable(),
                                BoundNames.between(
                                        suppose.function().span(),
                                        suppose.derivative().span()),
                                suppose.derivative().span().start()),
                        Symbol.Kind.PARAMETER);
                expressions.of(suppose.derivative());
                scopes.leave();
                block(suppose.body());
            }
            case ControlStatement.Test test -> block(test.body());
            case LearningStatement.DataDefinition data -> {
                expressions.of(data.value());
                scopes.define(data.name(), data.nameSpan(), Symbol.Kind.DATA, data.span());
            }
            case LearningStatement.DataRows data -> {
                for (LearningStatement.Row row : data.rows()) {
                    expressions.all(row.inputs());
                    expressions.all(row.targets());
                }
                scopes.define(data.name(), data.nameSpan(), Symbol.Kind.DATA, data.span());
            }
            case LearningStatement.Mlp mlp -> {
                settings(mlp.settings());
                scopes.define(mlp.name(), mlp.nameSpan(), Symbol.Kind.MODEL, mlp.span());
            }
            case LearningStatement.Train train -> {
                noteChange();
                read(train.model(), List.of(train.data()));
                settings(train.settings());
            }
            case LearningStatement.Minimize minimize -> {
                noteChange();
                read(minimize.of(), minimize.conditions());
                bounded(minimize.inputs());
                settings(minimize.settings());
            }
            case LearningStatement.Fit fit -> {
                noteChange();
                read(fit.data(), List.of(fit.model()));
                bounded(fit.parameters());
                settings(fit.settings());
                // What a fit has found is called fit.
                Span word = new Span(
                        fit.span().source(), fit.span().start(), fit.span().start() + FIT.length());
                scopes.define(FIT, word, Symbol.Kind.VALUE, fit.span());
            }
            case LearningStatement.ModelCommand command -> {
                noteChange();
                Expr.Name model = command.model();
                switch (command.command()) {
                    case LOAD -> scopes.define(model.name(), model.span(), Symbol.Kind.MODEL, command.span());
                    case SAVE, EXPORT, SUMMARY -> expressions.of(model);
                }
            }
        }
    }

    void body(Statement.Body body) {
        switch (body) {
            case Statement.Formula(Expr expression) -> expressions.of(expression);
            case Statement.Block block -> block(block);
        }
    }

    private void block(Statement.Block block) {
        block.statements().forEach(this::of);
    }

    private void definition(Statement.Definition made) {
        expressions.of(made.value());
        Symbol.Kind kind = made.value() instanceof Expr.Anonymous ? Symbol.Kind.FUNCTION : Symbol.Kind.VALUE;
        if (made.operator() != null) {
            scopes.use(made.name(), made.nameSpan(), Use.CHANGED);
        }
        scopes.define(made.name(), made.nameSpan(), kind, made.span());
    }

    private void function(Statement.FunctionDefinition function) {
        scopes.define(function.name(), function.nameSpan(), Symbol.Kind.FUNCTION, function.span());
        scopes.enter(function.span(), true);
        boolean before = changesInputs;
        for (Statement.Parameter parameter : function.parameters()) {
            // The parameters of f = x -> x^2 stand behind the sign.
            boolean behind = parameter.span().equals(function.nameSpan());
            Span head = behind
                    ? BoundNames.between(parameter.span(), function.body().span())
                    : parameter.span();
            scopes.bind(parameter.name(), BoundNames.place(parameter.name(), head, head.end()), Symbol.Kind.PARAMETER);
        }
        function.parameters().forEach(parameter -> optional(parameter.standard()));
        body(function.body());
        changesInputs = before;
        scopes.leave();
    }

    /** What {@code set} changes. */
    private void target(Expr target) {
        switch (target) {
            case Expr.Name name -> scopes.use(name.name(), name.span(), Use.CHANGED);
            case Expr.Index index -> {
                target(index.target());
                expressions.all(index.indices());
            }
            case Expr.Vector list -> list.elements().forEach(this::target);
            default -> expressions.of(target);
        }
    }

    private void ode(SolutionStatement.Ode ode) {
        ode.starts().forEach(start -> read(start.at(), List.of(start.value())));
        read(ode.from(), List.of(ode.to()));
        optional(ode.by());
        scopes.enter(ode.span(), false);
        Expr.Name letter = ode.letter();
        if (letter != null) {
            scopes.bind(letter.name(), letter.span(), Symbol.Kind.VARIABLE);
        } else if (ode.changing().stream().anyMatch(each -> BoundNames.contains(each.slope(), TIME))) {
            scopes.bind(TIME, ode.span(), Symbol.Kind.VARIABLE);
        }
        ode.changing()
                .forEach(each -> scopes.bind(each.name().name(), each.name().span(), Symbol.Kind.VARIABLE));
        ode.changing().forEach(each -> expressions.of(each.slope()));
        scopes.leave();
        ode.changing()
                .forEach(each ->
                        scopes.define(each.name().name(), each.name().span(), Symbol.Kind.FUNCTION, ode.span()));
    }

    private void plot(PictureStatement.Plot plot) {
        plot.ranges().forEach(along -> expressions.of(along.range()));
        scopes.enter(plot.span(), false);
        for (Along along : plot.ranges()) {
            Span place = BoundNames.place(
                    along.variable(), along.span(), along.range().span().start());
            scopes.bind(along.variable(), place, Symbol.Kind.VARIABLE);
        }
        plot.figures().stream().flatMap(StatementNames::parts).forEach(expressions::of);
        scopes.leave();
    }

    private static Stream<Expr> parts(Figure figure) {
        return switch (figure) {
            case Figure.Curve curve -> Stream.of(curve.of());
            case Figure.Mark mark -> Stream.of(mark.x(), mark.y());
            case Figure.Tangent tangent -> Stream.of(tangent.of(), tangent.at());
            case Figure.Touching touching ->
                Stream.of(new Expr.At(touching.equation(), touching.points(), touching.span()));
            case Figure.Area area ->
                Stream.of(area.of(), area.other(), area.from(), area.to()).flatMap(Stream::ofNullable);
            case Figure.Relation relation -> Stream.of(relation.left(), relation.right());
            case Figure.Region region ->
                region.relations().stream().flatMap(relation -> Stream.of(relation.left(), relation.right()));
        };
    }

    private void loop(ControlStatement.For loop) {
        expressions.of(loop.source());
        scopes.enter(loop.span(), false);
        for (String name : loop.names()) {
            Span place =
                    BoundNames.place(name, loop.span(), loop.source().span().start());
            scopes.bind(name, place, Symbol.Kind.VARIABLE);
        }
        block(loop.body());
        scopes.leave();
    }

    private void settings(List<LearningStatement.Setting> settings) {
        for (LearningStatement.Setting setting : settings) {
            setting.values().forEach(value -> expressions.of(value, Use.PERHAPS));
        }
    }

    private void bounded(List<LearningStatement.Bounded> inputs) {
        for (LearningStatement.Bounded input : inputs) {
            scopes.use(input.name().name(), input.name().span(), Use.CHANGED);
            optional(input.range());
        }
    }

    private void read(Expr first, List<Expr> others) {
        expressions.of(first);
        expressions.all(others);
    }

    private void optional(@Nullable Expr expression) {
        if (expression != null) {
            expressions.of(expression);
        }
    }

    private void noteChange() {
        changesInputs = true;
    }
}
