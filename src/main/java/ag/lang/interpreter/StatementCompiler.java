package ag.lang.interpreter;

import ag.lang.reading.Meaning;
import ag.lang.resolve.LeaveFinder;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.SolutionStatement;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns statements into code. Those that name, branch and repeat are compiled here, the others where the {@link Language} says. */
public final class StatementCompiler {
    private final Machine machine;
    private final ExpressionCompiler expressions;
    private final Language language;
    private final FunctionCompiler functions = new FunctionCompiler(this);
    private Surroundings around = new Surroundings(false, false, false);

    public StatementCompiler(Machine machine, Language language) {
        this.machine = machine;
        this.language = language;
        this.expressions = new ExpressionCompiler(machine);
    }

    public Machine machine() {
        return machine;
    }

    public ExpressionCompiler expressions() {
        return expressions;
    }

    public FunctionCompiler functions() {
        return functions;
    }

    /**
     * What stands around the statements that are compiled now.
     *
     * @param canBeLeft whether one of the loops stands in the same function
     */
    private record Surroundings(boolean inBlock, boolean inLoop, boolean canBeLeft) {
        Surroundings block() {
            return new Surroundings(true, inLoop, canBeLeft);
        }

        Surroundings loop() {
            return new Surroundings(true, true, true);
        }

        Surroundings function() {
            return new Surroundings(inBlock, inLoop, false);
        }
    }

    /** Compiles the body of a function. */
    <T> T withinFunction(Supplier<T> work) {
        return within(around.function(), work);
    }

    /** Compiles something that stands within {@code inner}. */
    private <T> T within(Surroundings inner, Supplier<T> work) {
        Surroundings outer = around;
        around = inner;
        try {
            return work.get();
        } finally {
            around = outer;
        }
    }

    /** The code of a statement at the top level, with the number of local slots it needs. */
    record Compiled(Code code, int frameSize) {}

    public Compiled compile(Statement statement) {
        Scope scope = new Scope(null, false);
        Code code = compile(statement, scope);
        return new Compiled(code, scope.size());
    }

    Code compile(Statement statement, Scope scope) {
        Code code = language.code(statement, this, scope);
        return asks(statement, scope)
                ? frame -> frame.machine.workspace.evaluation().asking(() -> code.run(frame))
                : code;
    }

    /** Whether something is asked for at this moment, and not a loop or a function on its way. */
    private boolean asks(Statement statement, Scope scope) {
        return !around.inLoop
                && !scope.isFunction()
                && switch (statement) {
                    case Statement.Let _, Statement.Definition _, Statement.Unpacking _ -> true;
                    case Statement.Evaluate _, Statement.Print _, Statement.Assert _ -> true;
                    case Statement.PartDefinition _, Statement.FunctionDefinition _, Statement.SetInputs _ -> false;
                    case Statement.SetDigits _, Statement.Import _, Statement.Seed _ -> false;
                    case DerivativeStatement.Backward _, DerivativeStatement.Zero _ -> false;
                    case DerivativeStatement.Check _, DerivativeStatement.Suppose _ -> false;
                    case DerivativeStatement _ -> true;
                    case PracticeStatement.Step _, PracticeStatement.Practice _, PracticeStatement.Guess _ -> true;
                    case PracticeStatement _ -> false;
                    case PictureStatement.Graph _, PictureStatement.Explore _ -> true;
                    case PictureStatement _, ControlStatement _, SolutionStatement _, LearningStatement _ -> false;
                };
    }

    /** Whether the program has given a meaning to a word that is also a command; the word alone then stands for it. */
    public boolean means(String word) {
        return machine.globals.cell(word).value != null;
    }

    /** Whether a statement here stands inside of a block or a function. */
    public boolean isNested(Scope scope) {
        return around.inBlock || scope.isFunction();
    }

    public Code let(Statement.Let let, Scope scope) {
        List<Code> codes = new ArrayList<>();
        for (Statement.Binding binding : let.bindings()) {
            Assignments.Value value = value(binding.value(), scope);
            Span span = binding.nameSpan().to(binding.value().span());
            Assignments.Place place = place(binding.name(), binding.nameSpan(), scope);
            Assignments.Define formula =
                    new Assignments.Define(binding.name(), place, value, written(binding.value(), scope), span);
            codes.add(new Assignments.Let(formula, binding.value().span()));
        }
        return codes.size() == 1 ? codes.getFirst() : new Loops.Block(codes.toArray(Code[]::new));
    }

    public Code definition(Statement.Definition definition, Scope scope) {
        Expr value = definition.value();
        if (definition.operator() != null) {
            Expr.Name before = new Expr.Name(definition.name(), definition.nameSpan());
            value = new Expr.Binary(definition.operator(), before, value, definition.nameSpan(), definition.span());
        }
        Assignments.Value code = formula(value, scope);
        Assignments.Place place = place(definition.name(), definition.nameSpan(), scope);
        if (place instanceof Assignments.GlobalPlace) {
            scope.willBe(definition.name(), null);
        }
        return new Assignments.Define(
                definition.name(),
                place,
                code,
                definition.operator() == null ? written(value, scope) : null,
                definition.span());
    }

    /** What a name is given. */
    public Assignments.Value value(Expr value, Scope scope) {
        return new Assignments.Value(expressions.compile(value, scope), namesIn(value, scope), keepsCourse(scope));
    }

    /** What a name is given that can stand for a formula in letters without a value. */
    private Assignments.Value formula(Expr value, Scope scope) {
        return new Assignments.Value(
                expressions.compileFormula(value, scope), namesIn(value, scope), keepsCourse(scope));
    }

    /** The code that gives a global name the value of an expression, and keeps its formula. */
    public Assignments.Define define(Cell cell, Expr value, Scope scope) {
        return new Assignments.Define(
                cell.name,
                new Assignments.GlobalPlace(cell, value.span()),
                formula(value, scope),
                written(value, scope),
                value.span());
    }

    public Code unpacking(Statement.Unpacking unpacking, Scope scope) {
        Assignments.Value value = value(unpacking.value(), scope);
        List<Assignments.Place> places = unpacking.names().stream()
                .map(name -> place(name, unpacking.span(), scope))
                .toList();
        return new Assignments.Unpack(places, value, unpacking.span());
    }

    /**
     * Gives names the functions that some code computes: one its value, several a value each.
     *
     * @param used the global names that the code reads
     */
    public Code naming(List<Expr.Name> names, Code code, Set<Cell> used, Span span, Scope scope) {
        Assignments.Value value = new Assignments.Value(code, used, keepsCourse(scope));
        List<Assignments.Place> places = names.stream()
                .map(name -> place(name.name(), name.span(), scope))
                .toList();
        if (!scope.isFunction()) {
            names.forEach(name -> scope.willBe(name.name(), new Meaning.Function(List.of(), false)));
        }
        return names.size() == 1
                ? new Assignments.Define(names.getFirst().name(), places.getFirst(), value, null, span)
                : new Assignments.Unpack(places, value, span);
    }

    /** The place of a formula that algebra can read later: one at the top level, outside of loops. */
    private @Nullable Span written(Expr value, Scope scope) {
        return isNested(scope) ? null : value.span();
    }

    /** The global names of one expression. */
    public Set<Cell> namesIn(Expr value, Scope scope) {
        return expressions.names(expressions.read(value, scope), scope);
    }

    /**
     * Whether formulas named here can see inputs change later: at the top level always; in a function, whose local names end with the
     * call, only where it changes inputs itself.
     */
    public static boolean keepsCourse(Scope scope) {
        return !scope.isFunction() || scope.doesChangeInputs();
    }

    public Assignments.Place place(String name, Span span, Scope scope) {
        Integer slot = scope.slot(name);
        if (slot != null) {
            return new Assignments.LocalPlace(slot);
        }
        if (scope.isFunction()) {
            return new Assignments.LocalPlace(scope.declare(name));
        }
        Cell cell = machine.globals.cell(name);
        return new Assignments.GlobalPlace(cell, span);
    }

    public Code set(Statement.SetInputs set, Scope scope) {
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

    public Code loop(ControlStatement.For loop, Scope scope) {
        Assignments.Value source = value(loop.source(), scope);
        boolean counts = false;
        if (source.code() instanceof Collections.Counting range) {
            counts = true;
            source = new Assignments.Value(range::steps, source.names(), source.follows());
        }
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
        return new Loops.For(
                source,
                counts,
                slots,
                sequenceSlot,
                body,
                NumberProgram.ofBody(body),
                LeaveFinder.returns(loop.body()),
                loop.source().span());
    }

    public Code choice(ControlStatement.If choice, Scope scope) {
        List<Loops.Arm> arms = new ArrayList<>();
        for (ControlStatement.Branch branch : choice.branches()) {
            Code condition = expressions.compile(branch.condition(), scope);
            arms.add(new Loops.Arm(condition, branch.condition().span(), block(branch.body(), scope)));
        }
        Statement.Block otherwise = choice.otherwise();
        return new Loops.If(
                arms, otherwise == null ? null : block(otherwise, scope), false, scope.isFunction(), leaves(choice));
    }

    static boolean leaves(ControlStatement.If choice) {
        Statement.Block otherwise = choice.otherwise();
        return choice.branches().stream().anyMatch(branch -> LeaveFinder.leaves(branch.body()))
                || (otherwise != null && LeaveFinder.leaves(otherwise));
    }

    public Code leave(ControlStatement.Leave leave, Scope scope) {
        boolean returns = leave.way() == ControlStatement.Leave.Way.RETURN;
        if (returns ? !scope.isFunction() : !around.canBeLeft) {
            throw new AgException(
                    ErrorCode.BAD_COMMAND,
                    returns
                            ? "return leaves a function, and this stands in none"
                            : leave.span().text() + " leaves a loop, and this stands in none",
                    leave.span(),
                    returns
                            ? "write it in the block of a function: f(x) = { if x < 0 { return 0 }; sqrt(x) }"
                            : "write it in a loop: while true { if x > 10 { break }; x = 2*x }");
        }
        Expr value = leave.value();
        return new Loops.Leave(
                leave.way(),
                value == null ? null : expressions.compile(value, scope),
                value == null ? -1 : scope.declare(FunctionCompiler.RETURNED));
    }

    public Code part(Statement.PartDefinition definition, Scope scope) {
        return PartAssignment.compile(definition, this, scope);
    }

    /** The body of a loop. */
    private Code repeated(Statement.Block block, Scope scope) {
        return within(around.loop(), () -> statements(block, scope));
    }

    public Code block(Statement.Block block, Scope scope) {
        return within(around.block(), () -> statements(block, scope));
    }

    private Code statements(Statement.Block block, Scope scope) {
        return new Loops.Block(block.statements().stream()
                .map(statement -> compile(statement, scope))
                .toArray(Code[]::new));
    }

    public Code loop(ControlStatement.While loop, Scope scope) {
        return new Loops.While(
                expressions.compile(loop.condition(), scope),
                loop.condition().span(),
                repeated(loop.body(), scope),
                scope.isFunction(),
                LeaveFinder.returns(loop.body()),
                loop.span());
    }

    public Code loop(ControlStatement.Repeat loop, Scope scope) {
        Code count = expressions.compile(loop.count(), scope);
        Code body = repeated(loop.body(), scope);
        return new Loops.Repeat(
                count,
                loop.count().span(),
                body,
                NumberProgram.ofBody(body),
                scope.isFunction(),
                LeaveFinder.returns(loop.body()),
                loop.span());
    }
}
