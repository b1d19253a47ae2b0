package ag.lang.interpreter;

import ag.lang.resolve.SetFinder;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.statements.Checking;
import ag.lang.statements.Comparing;
import ag.lang.statements.Derivations;
import ag.lang.statements.Deriving;
import ag.lang.statements.ExploreStatement;
import ag.lang.statements.GraphStatement;
import ag.lang.statements.Guessing;
import ag.lang.statements.MinimizeStatement;
import ag.lang.statements.ModelPlot;
import ag.lang.statements.ModelStatements;
import ag.lang.statements.NetworkStatement;
import ag.lang.statements.Nudging;
import ag.lang.statements.PlotStatement;
import ag.lang.statements.Practising;
import ag.lang.statements.Sayings;
import ag.lang.statements.Stepping;
import ag.lang.statements.Supposing;
import ag.lang.statements.Tests;
import ag.lang.statements.TrainStatement;
import ag.lang.statements.Views;
import ag.lang.symbolic.RuleReader;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns statements into code. */
public final class StatementCompiler {
    private final Machine machine;
    private final ExpressionCompiler expressions;
    private final ModelStatements models;
    private int nesting;
    /** How many loops stand around what is compiled now. */
    private int loops;

    public StatementCompiler(Machine machine) {
        this.machine = machine;
        this.expressions = new ExpressionCompiler(machine);
        this.models = new ModelStatements(machine, expressions);
    }

    /** The code of a statement at the top level, with the number of local slots it needs. */
    record Compiled(Code code, int frameSize) {}

    public Compiled compile(Statement statement) {
        Scope scope = new Scope(null, false);
        Code code = compile(statement, scope);
        return new Compiled(code, scope.size());
    }

    private Code compile(Statement statement, Scope scope) {
        Code code = code(statement, scope);
        return asks(statement, scope) ? frame -> frame.machine.workspace.asking(() -> code.run(frame)) : code;
    }

    /** Whether somebody asks for something at this moment, and not a loop or a function on its way. */
    private boolean asks(Statement statement, Scope scope) {
        return loops == 0
                && !scope.isFunction()
                && switch (statement) {
                    case Statement.Let _, Statement.Definition _, Statement.Unpacking _, Statement.Evaluate _ -> true;
                    case Statement.Grad _, Statement.Trace _, Statement.Explain _, Statement.Derive _ -> true;
                    case Statement.Nudge _, Statement.Compare _, Statement.Graph _, Statement.Step _ -> true;
                    case Statement.Print _, Statement.Assert _, Statement.Guess _ -> true;
                    default -> false;
                };
    }

    private Code code(Statement statement, Scope scope) {
        return switch (statement) {
            case Statement.Let let -> let(let, scope);
            case Statement.Definition definition -> definition(definition, scope);
            case Statement.Unpacking unpacking -> {
                Code value = expressions.compile(unpacking.value(), scope);
                List<Assignments.Place> places = unpacking.names().stream()
                        .map(name -> place(name, unpacking.span(), scope))
                        .toList();
                yield new Assignments.Unpack(unpacking.names(), places, value, unpacking.span());
            }
            case Statement.FunctionDefinition function -> function(function, scope);
            case Statement.SetInputs set -> set(set, scope);
            case Statement.Evaluate evaluate -> evaluate(evaluate.expression(), scope);
            case Statement.Grad grad ->
                new Derivations.Grad(asked(grad.of(), scope), asked(grad.inputs(), scope), grad.span());
            case Statement.Backward backward -> new Derivations.Backward(asked(backward.of(), scope), backward.span());
            case Statement.Zero zero -> zero(zero, scope);
            case Statement.Check check ->
                new Checking(asked(check.of(), scope), asked(check.inputs(), scope), check.span());
            case Statement.Trace trace -> new Views.Trace(asked(trace.of(), scope), trace.span());
            case Statement.Explain explain ->
                new Views.Explain(asked(explain.of(), scope), asked(explain.inputs(), scope), explain.span());
            case Statement.Derive derive ->
                new Deriving(
                        asked(derive.of(), scope),
                        asked(derive.inputs(), scope),
                        free(derive, scope),
                        derive.path(),
                        derive.span());
            case Statement.Nudge nudge ->
                new Nudging(asked(nudge.input(), scope), asked(nudge.by(), scope), nudge.span());
            case Statement.Compare compare ->
                new Comparing(asked(compare.of(), scope), asked(compare.inputs(), scope), compare.span());
            case Statement.Suppose suppose -> suppose(suppose, scope);
            case Statement.Guess guess ->
                new Guessing(
                        asked(guess.of(), scope),
                        asked(guess.input(), scope),
                        asked(guess.answer(), scope),
                        guess.span());
            case Statement.Graph graph -> new GraphStatement(asked(graph.of(), scope), graph.path(), graph.span());
            case Statement.Step step -> new Stepping(asked(step.of(), scope), step.span());
            case Statement.Practice practice -> new Practising(asked(practice.of(), scope), practice.span());
            case Statement.Plot plot -> PlotStatement.compile(plot, expressions, scope);
            case Statement.PlotModel plot -> ModelPlot.compile(plot, expressions, scope);
            case Statement.Explore explore ->
                new ExploreStatement(asked(explore.of(), scope), explore.path(), explore.span());
            case Statement.Print print
            when print.values().isEmpty() && machine.globals.cell("print").value != null ->
                named("print", print.span(), scope);
            case Statement.Print print ->
                new Sayings.Print(
                        print.values().stream()
                                .map(value -> expressions.compile(value, scope))
                                .toList(),
                        print.span());
            case Statement.Assert claim -> claim(claim, scope);
            case Statement.Import imported -> imported(imported, scope);
            case Statement.Seed seed ->
                new Sayings.Seed(
                        expressions.compile(seed.value(), scope), seed.value().span(), seed.span());
            case Statement.For loop -> loop(loop, scope);
            case Statement.While loop ->
                new Loops.While(
                        expressions.compile(loop.condition(), scope),
                        loop.condition().span(),
                        repeated(loop.body(), scope),
                        loop.span());
            case Statement.Repeat loop ->
                new Loops.Repeat(
                        expressions.compile(loop.count(), scope),
                        loop.count().span(),
                        repeated(loop.body(), scope),
                        loop.span());
            case Statement.If choice -> choice(choice, scope);
            case Statement.DataDefinition data -> models.data(data, place(data.name(), data.nameSpan(), scope), scope);
            case Statement.DataRows data -> models.rows(data, place(data.name(), data.nameSpan(), scope), scope);
            case Statement.Mlp mlp ->
                NetworkStatement.compile(mlp, place(mlp.name(), mlp.nameSpan(), scope), expressions, scope);
            case Statement.Train train -> new TrainStatement(train, expressions, scope);
            case Statement.Minimize minimize -> new MinimizeStatement(minimize, expressions, scope);
            case Statement.ModelCommand command -> models.command(command, modelPlace(command, scope), scope);
            case Statement.Test test -> new Tests(test.name(), block(test.body(), scope), test.span());
        };
    }

    /** Where a loaded model is put; the other commands only read the name. */
    private Assignments.Place modelPlace(Statement.ModelCommand command, Scope scope) {
        if (command.command() != Statement.Command.LOAD) {
            machine.names.used(
                    machine.globals.cell(command.model().name()),
                    command.model().span(),
                    scope.isFunction());
        }
        return command.command() == Statement.Command.LOAD
                ? place(command.model().name(), command.model().span(), scope)
                : new Assignments.GlobalPlace(
                        machine.globals.cell(command.model().name()),
                        command.model().span());
    }

    /** Imported names are global; inside a block they would outlive what the block may forget. */
    private Code imported(Statement.Import imported, Scope scope) {
        if (nesting > 0 || scope.isFunction()) {
            throw new AgException(
                    "nested-import",
                    "import stands by itself, outside of blocks and functions",
                    imported.span(),
                    "move it to the top of the file");
        }
        return new Sayings.Import(imported.path(), imported.span());
    }

    private Code let(Statement.Let let, Scope scope) {
        List<Code> codes = new ArrayList<>();
        for (Statement.Binding binding : let.bindings()) {
            Code value = expressions.compile(binding.value(), scope);
            Span span = binding.nameSpan().to(binding.value().span());
            Assignments.Place place = place(binding.name(), binding.nameSpan(), scope);
            Assignments.Define formula = new Assignments.Define(
                    binding.name(), place, value, namesIn(binding.value(), scope), keepsCourse(scope), span);
            codes.add(new Assignments.Let(
                    binding.name(), place, formula, span, binding.value().span()));
        }
        return codes.size() == 1 ? codes.getFirst() : new Loops.Block(codes.toArray(Code[]::new));
    }

    private Code definition(Statement.Definition definition, Scope scope) {
        Expr value = definition.value();
        if (definition.operator() != null) {
            Expr.Name before = new Expr.Name(definition.name(), definition.nameSpan());
            value = new Expr.Binary(definition.operator(), before, value, definition.nameSpan(), definition.span());
        }
        Code code = expressions.compile(value, scope);
        Assignments.Place place = place(definition.name(), definition.nameSpan(), scope);
        return new Assignments.Define(
                definition.name(), place, code, namesIn(value, scope), keepsCourse(scope), definition.span());
    }

    /** The global names of one expression. */
    private Set<Cell> namesIn(Expr value, Scope scope) {
        Scope probe = new Scope(scope, false);
        expressions.compile(value, probe);
        return new LinkedHashSet<>(probe.names());
    }

    /**
     * Whether formulas named here can see inputs change later: at the top level always; in a function, whose local names end with the
     * call, only where it changes inputs itself.
     */
    private static boolean keepsCourse(Scope scope) {
        return !scope.isFunction() || scope.doesChangeInputs();
    }

    private Assignments.Place place(String name, Span span, Scope scope) {
        Integer slot = scope.slot(name);
        if (slot != null) {
            return new Assignments.LocalPlace(slot);
        }
        if (scope.isFunction()) {
            return new Assignments.LocalPlace(scope.declare(name));
        }
        Cell cell = machine.globals.cell(name);
        machine.names.defined(cell, span);
        return new Assignments.GlobalPlace(cell, span);
    }

    private Code function(Statement.FunctionDefinition function, Scope scope) {
        Assignments.Place place = place(function.name(), function.nameSpan(), scope);
        return new Assignments.Function(place, functionCode(function, scope));
    }

    /** The formula as a function of the one name behind wrt, where that can be a name of nothing. */
    private Deriving.@Nullable Free free(Statement.Derive derive, Scope scope) {
        if (derive.inputs().size() != 1
                || !(derive.inputs().getFirst() instanceof Expr.Name name)
                || scope.slot(name.name()) != null) {
            return null;
        }
        Statement.FunctionDefinition function = new Statement.FunctionDefinition(
                "f",
                derive.of().span(),
                List.of(new Statement.Parameter(name.name(), null, name.span())),
                new Statement.Formula(derive.of()),
                derive.span());
        Pattern word = Pattern.compile("(?<![\\p{L}_])" + Pattern.quote(name.name()) + "(?![\\p{L}\\p{N}_])");
        boolean occurs = word.matcher(derive.of().span().text()).find();
        return new Deriving.Free(machine.globals.cell(name.name()), functionCode(function, scope), occurs);
    }

    private FunctionCode functionCode(Statement.FunctionDefinition function, Scope scope) {
        Scope inner = new Scope(scope, true);
        List<String> names = new ArrayList<>();
        for (Statement.Parameter parameter : function.parameters()) {
            names.add(parameter.name());
            inner.declare(parameter.name());
        }
        List<@Nullable Code> standards = new ArrayList<>();
        for (Statement.Parameter parameter : function.parameters()) {
            Expr standard = parameter.standard();
            standards.add(standard == null ? null : expressions.compile(standard, inner));
        }
        if (SetFinder.changesInputs(function.body())) {
            inner.changesInputs();
        }
        Code body = switch (function.body()) {
            case Statement.Formula formula -> expressions.compile(formula.expression(), inner);
            case Statement.Block block -> result(block, inner);
        };
        String signature = function.name()
                + function.parameters().stream()
                        .map(parameter -> parameter.span().text())
                        .collect(Collectors.joining(", ", "(", ")"));
        return new FunctionCode(
                function.name(), signature, names, standards, body, inner.size(), inner.names(), function.nameSpan());
    }

    /** A block whose last line is its value. */
    private Code result(Statement.Block block, Scope scope) {
        List<Code> codes = new ArrayList<>();
        int last = block.statements().size() - 1;
        for (int i = 0; i <= last; i++) {
            Statement statement = block.statements().get(i);
            codes.add(
                    i < last
                            ? compile(statement, scope)
                            : switch (statement) {
                                case Statement.Evaluate evaluate -> expressions.compile(evaluate.expression(), scope);
                                case Statement.If choice -> resultOfChoice(choice, scope);
                                default -> compile(statement, scope);
                            });
        }
        return new Loops.Block(codes.toArray(Code[]::new));
    }

    private Code resultOfChoice(Statement.If choice, Scope scope) {
        List<Loops.Arm> arms = new ArrayList<>();
        for (Statement.Branch branch : choice.branches()) {
            Code condition = expressions.compile(branch.condition(), scope);
            arms.add(new Loops.Arm(condition, branch.condition().span(), result(branch.body(), scope)));
        }
        Statement.Block otherwise = choice.otherwise();
        return new Loops.If(arms, otherwise == null ? null : result(otherwise, scope));
    }

    private Code set(Statement.SetInputs set, Scope scope) {
        List<SetInputs.Change> changes = new ArrayList<>();
        for (Statement.Assignment assignment : set.assignments()) {
            Expr value = assignment.value();
            if (assignment.operator() != null) {
                Span span = assignment.target().span().to(value.span());
                value = new Expr.Binary(assignment.operator(), assignment.target(), value, span, span);
            }
            Code target = expressions.compile(assignment.target(), scope);
            Code code = expressions.compileDetached(value, scope);
            changes.add(new SetInputs.Change(
                    target, code, assignment.target().span(), assignment.value().span()));
        }
        return new SetInputs(changes);
    }

    private Code evaluate(Expr expression, Scope scope) {
        if (scope.isFunction()) {
            return expressions.compile(expression, scope);
        }
        String name = expression instanceof Expr.Name named ? named.name() : null;
        Span span = expression.span();
        Cell answer = machine.answer;
        if (answer == null) {
            return new Sayings.Evaluate(expressions.compileDetached(expression, scope), name, span);
        }
        Assignments.Define define = new Assignments.Define(
                answer.name,
                new Assignments.GlobalPlace(answer, span),
                expressions.compile(expression, scope),
                namesIn(expression, scope),
                keepsCourse(scope),
                span);
        return new Sayings.Answer(define, name, span);
    }

    private Code zero(Statement.Zero zero, Scope scope) {
        if (zero.names().isEmpty() && machine.globals.cell("zero").value != null) {
            return named("zero", zero.span(), scope);
        }
        return new Derivations.Zero(asked(List.copyOf(zero.names()), scope));
    }

    /** Commands are not reserved: where somebody named a value so, the word alone means that value. */
    private Code named(String word, Span span, Scope scope) {
        return evaluate(new Expr.Name(word, span), scope);
    }

    private Code suppose(Statement.Suppose suppose, Scope scope) {
        Map<String, Code> names = new HashMap<>();
        for (Expr.Name name : RuleReader.names(suppose.derivative())) {
            if (!name.name().equals(suppose.variable())) {
                names.put(name.name(), expressions.compile(name, scope));
            }
        }
        return new Supposing(
                suppose, expressions.compile(suppose.function(), scope), names, block(suppose.body(), scope));
    }

    private Code claim(Statement.Assert claim, Scope scope) {
        Expr near = claim.near();
        if (near == null) {
            return new Sayings.Assert(expressions.compile(claim.claim(), scope), claim.claim(), claim.span());
        }
        Expr tolerance = claim.tolerance();
        return new Sayings.AssertNear(
                near(claim.claim(), scope),
                near(near, scope),
                tolerance == null ? null : near(tolerance, scope),
                claim.span());
    }

    private Sayings.Near near(Expr expression, Scope scope) {
        return new Sayings.Near(expressions.compile(expression, scope), expression.span());
    }

    private Code loop(Statement.For loop, Scope scope) {
        Code source = expressions.compile(loop.source(), scope);
        List<@Nullable Integer> hidden = new ArrayList<>();
        int[] slots = new int[loop.names().size()];
        for (int i = 0; i < slots.length; i++) {
            hidden.add(scope.hide(loop.names().get(i)));
            slots[i] = Objects.requireNonNull(scope.slot(loop.names().get(i)));
        }
        String sequence = "for " + loop.span().start();
        int sequenceSlot = scope.declare(sequence);
        Code body = repeated(loop.body(), scope);
        for (int i = slots.length - 1; i >= 0; i--) {
            scope.restore(loop.names().get(i), hidden.get(i));
        }
        return new Loops.For(source, slots, sequenceSlot, body, loop.source().span());
    }

    private Code choice(Statement.If choice, Scope scope) {
        List<Loops.Arm> arms = new ArrayList<>();
        for (Statement.Branch branch : choice.branches()) {
            Code condition = expressions.compile(branch.condition(), scope);
            arms.add(new Loops.Arm(condition, branch.condition().span(), block(branch.body(), scope)));
        }
        Statement.Block otherwise = choice.otherwise();
        return new Loops.If(arms, otherwise == null ? null : block(otherwise, scope));
    }

    /** The body of a loop. */
    private Code repeated(Statement.Block block, Scope scope) {
        loops++;
        try {
            return block(block, scope);
        } finally {
            loops--;
        }
    }

    private Code block(Statement.Block block, Scope scope) {
        nesting++;
        try {
            return statements(block, scope);
        } finally {
            nesting--;
        }
    }

    private Code statements(Statement.Block block, Scope scope) {
        return new Loops.Block(block.statements().stream()
                .map(statement -> compile(statement, scope))
                .toArray(Code[]::new));
    }

    private Derivations.Asked asked(Expr expression, Scope scope) {
        return new Derivations.Asked(expressions.compile(expression, scope), expression.span());
    }

    private List<Derivations.Asked> asked(List<? extends Expr> all, Scope scope) {
        return all.stream().map(expression -> asked(expression, scope)).toList();
    }
}
