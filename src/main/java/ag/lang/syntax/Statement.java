package ag.lang.syntax;

import ag.lang.source.Span;
import ag.lang.syntax.Expr.BinaryOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of the language. Each knows the place it was typed at. */
public sealed interface Statement {
    Span span();

    /** {@code let a = 2, b = 3}: names inputs. */
    record Let(List<Binding> bindings, Span span) implements Statement {
        public Let {
            bindings = List.copyOf(bindings);
        }
    }

    /** A name and what it is given. */
    record Binding(String name, Span nameSpan, Expr value) {}

    /** {@code L = a*k}: names a formula or a constant. {@code operator} is set for {@code c += 1} and its kin. */
    record Definition(String name, Span nameSpan, @Nullable BinaryOperator operator, Expr value, Span span)
            implements Statement {}

    /**
     * {@code v[0] = 3}: gives the name a vector, matrix or list with other elements at some places. {@code operator} is set for
     * {@code v[0] += 1} and its kin.
     */
    record PartDefinition(
            Expr.Name name, Expr.Index target, @Nullable BinaryOperator operator, Expr value, Span span)
            implements Statement {}

    /** {@code set digits 10}: with how many significant digits numbers are shown. */
    record SetDigits(int digits, Span span) implements Statement {}

    /** {@code break}, {@code continue}, {@code return x}: leaves a loop, a turn of a loop, or a function. */
    record Leave(Way way, @Nullable Expr value, Span span) implements Statement {
        /** What is left. */
        public enum Way {
            BREAK,
            CONTINUE,
            RETURN
        }
    }

    /** {@code (a, b) = split(d, 0.8)}. */
    record Unpacking(List<String> names, Expr value, Span span) implements Statement {
        public Unpacking {
            names = List.copyOf(names);
        }
    }

    /** {@code f(x) = …}. */
    record FunctionDefinition(String name, Span nameSpan, List<Parameter> parameters, Body body, Span span)
            implements Statement {
        public FunctionDefinition {
            parameters = List.copyOf(parameters);
        }

        /** {@code f = x -> …} defines what {@code f(x) = …} does. */
        public static FunctionDefinition of(String name, Span nameSpan, Expr.Anonymous function, Span span) {
            List<Parameter> parameters = function.parameters().stream()
                    .map(parameter -> new Parameter(parameter, null, nameSpan))
                    .toList();
            return new FunctionDefinition(name, nameSpan, parameters, new Formula(function.body()), span);
        }
    }

    /** A function's parameter, with the value it has when left out. */
    record Parameter(String name, @Nullable Expr standard, Span span) {}

    /** What a function does: an expression, or a block whose last expression is the result. */
    sealed interface Body {
        Span span();
    }

    /** {@code f(x) = x^2}. */
    record Formula(Expr expression) implements Body {
        @Override
        public Span span() {
            return expression.span();
        }
    }

    /** Statements between braces. */
    record Block(List<Statement> statements, Span span) implements Body {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    /** {@code set w = w - 0.1*gw, b = 0}: changes inputs in place; the right sides are evaluated first. */
    record SetInputs(List<Assignment> assignments, Span span) implements Statement {
        public SetInputs {
            assignments = List.copyOf(assignments);
        }
    }

    /** One change of {@code set}: the target is a name, an element such as {@code v[0]}, or {@code net.parameters}. */
    record Assignment(Expr target, @Nullable BinaryOperator operator, Expr value) {}

    /** An expression on its own: its value is shown. */
    record Evaluate(Expr expression) implements Statement {
        @Override
        public Span span() {
            return expression.span();
        }
    }

    /** {@code grad L wrt a, b}; without {@code wrt}, all inputs that L depends on. */
    record Grad(Expr of, List<Expr> inputs, Span span) implements Statement {
        public Grad {
            inputs = List.copyOf(inputs);
        }
    }

    /** {@code backward L}: adds the gradients to what the inputs hold already. */
    record Backward(Expr of, Span span) implements Statement {}

    /** {@code zero}: forgets the accumulated gradients of the named inputs, or of all. */
    record Zero(List<Expr.Name> names, Span span) implements Statement {
        public Zero {
            names = List.copyOf(names);
        }
    }

    /** {@code check L}: compares each gradient with a difference quotient. */
    record Check(Expr of, List<Expr> inputs, Span span) implements Statement {
        public Check {
            inputs = List.copyOf(inputs);
        }
    }

    /** {@code trace L}: shows the forward and the backward pass. */
    record Trace(Expr of, @Nullable String path, Span span) implements Statement {}

    /** {@code explain L wrt a}: shows the chain rule path by path; without {@code wrt}, for all inputs that L depends on. */
    record Explain(Expr of, List<Expr> inputs, @Nullable String path, Span span) implements Statement {
        public Explain {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * {@code derive L wrt a}, {@code derive f to "f.tex"}: shows the derivative as a formula, step by step.
     *
     * @param all whether all ways that lead there are asked for
     * @param path the file it is written to; null where it is shown
     */
    record Derive(
            Expr of,
            List<Expr> inputs,
            boolean all,
            @Nullable String path,
            Span span) implements Statement {
        public Derive {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * {@code derive x^2 + y^2 = 25 for dy/dx at (3, 4)}: shows the slope of the curve that an equation describes.
     *
     * @param wanted the quotient dy/dx, with the point where one is named
     */
    record DeriveImplicit(Expr.Equation equation, Expr wanted, Span span) implements Statement {}

    /** {@code nudge a by 0.01}: shows what the derivative predicts for a small change, and what really happens. */
    record Nudge(Expr input, Expr by, Span span) implements Statement {}

    /** {@code compare L wrt a}: finds one derivative in several ways; without {@code wrt}, for all inputs that L depends on. */
    record Compare(Expr of, List<Expr> inputs, Span span) implements Statement {
        public Compare {
            inputs = List.copyOf(inputs);
        }
    }

    /** {@code graph L to "g.svg"}: shows the graph behind a value or a network; without a path, in the terminal. */
    record Graph(Expr of, @Nullable String path, Span span) implements Statement {}

    /**
     * {@code suppose tanh'(x) = 1 { … }}: inside the block an operation is believed to have another derivative.
     *
     * @param derivative what is believed, in the variable
     */
    record Suppose(Expr.Name function, String variable, Expr derivative, Block body, Span span) implements Statement {}

    /** {@code guess grad(L, a) = 4}: judges an answer. */
    record Guess(Expr asked, Expr answer, Span span) implements Statement {}

    /**
     * {@code hint} and {@code show}: help with the derivative that was guessed wrongly.
     *
     * @param answer whether the answer is asked for
     */
    record GuessHelp(Expr.Name word, boolean answer, Span span) implements Statement {}

    /** {@code step L}: walks the forward and the backward pass, one step at a time. */
    record Step(Expr of, @Nullable String path, Span span) implements Statement {}

    /** {@code practice L}: asks for every value and gradient, or for the derivative of a function, rule by rule. */
    record Practice(Expr of, @Nullable String path, Span span) implements Statement {}

    /** {@code practice chain rule level 2 seed 5}: exercises for one rule. */
    record PracticeRule(String rule, Span ruleSpan, List<RuleOption> options, Span span) implements Statement {
        public PracticeRule {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code worksheet "chain rule" 10 questions seed 7 to "sheet.html"}, {@code worksheet "Test" { x^2 sin(x); ln(3x) }}.
     *
     * @param title the rule that exercises are made for, or, above exercises of one's own, any title; may then be empty
     * @param tasks what is to be derived; none where exercises are made for a rule
     * @param key whether the answers are asked for
     * @param answered files of answers to be marked
     * @param path where it is written; null where it is shown
     */
    record Worksheet(
            String title,
            List<Expr> tasks,
            List<RuleOption> options,
            boolean key,
            List<String> answered,
            @Nullable String path,
            Span span)
            implements Statement {
        public Worksheet {
            tasks = List.copyOf(tasks);
            options = List.copyOf(options);
            answered = List.copyOf(answered);
        }
    }

    /**
     * {@code level 2}, {@code seed 1..30}.
     *
     * @param last the same as the value where there is one number alone
     */
    record RuleOption(String name, double value, double last, Span span) {
        public RuleOption(String name, double value, Span span) {
            this(name, value, value, span);
        }
    }

    /**
     * {@code solve x^2 = 4 for x in 0..5}, {@code solve { x + y = 3; x*y = 2 }}: shows where equations hold.
     *
     * @param equations each an {@link Expr.Equation}, or an expression that is to be 0
     * @param unknowns what is asked for; empty where it is not said
     * @param range where it is looked for; null where that is not said
     */
    record Solve(
            List<Expr> equations,
            List<Expr.Name> unknowns,
            @Nullable Expr range,
            Span span) implements Statement {
        public Solve {
            equations = List.copyOf(equations);
            unknowns = List.copyOf(unknowns);
        }
    }

    /**
     * {@code ode y' = -k*y, y(0) = 1 from 0 to 10 by 2}: follows differential equations, and names what they lead to.
     *
     * @param letter what the time is called, as in {@code dy/dx}; null where that is not said
     * @param by how far the rows of the table are apart; null where that is not said
     */
    record Ode(
            List<Changing> changing,
            List<Start> starts,
            Expr.@Nullable Name letter,
            Expr from,
            Expr to,
            @Nullable Expr by,
            Span span)
            implements Statement {
        public Ode {
            changing = List.copyOf(changing);
            starts = List.copyOf(starts);
        }
    }

    /** {@code y'' = -y}: how fast something changes. */
    record Changing(Expr.Name name, int order, Expr slope) {}

    /** {@code y'(0) = 1}: where something starts, or its derivative of an order. */
    record Start(Expr.Name name, int order, Expr at, Expr value) {}

    /**
     * {@code plot f, f' for x in -3..3 title "f" to "p.svg"}.
     *
     * @param ranges what runs along the axes, none, one or two of them
     */
    record Plot(
            List<Figure> figures,
            List<Along> ranges,
            @Nullable String title,
            @Nullable String path,
            Span span) implements Statement {
        public Plot {
            figures = List.copyOf(figures);
            ranges = List.copyOf(ranges);
        }
    }

    /** {@code plot loss of net}, {@code plot boundary of net on d to "b.png"}. */
    record PlotModel(
            String what,
            Span whatSpan,
            List<Expr.Name> models,
            @Nullable Expr data,
            @Nullable String path,
            Span span) implements Statement {
        public PlotModel {
            models = List.copyOf(models);
        }
    }

    /**
     * {@code tangent f at 2}, {@code linearize f at (1, 2)}, {@code taylor f at 0 order 5}: shows what a function is like near a place.
     *
     * @param order up to which power; null where it is not said
     */
    record Nearby(Kind kind, Expr of, @Nullable Expr order, Span span) implements Statement {
        /** What is asked for. */
        public enum Kind {
            TANGENT("tangent"),
            LINEARIZE("linearize"),
            TAYLOR("taylor");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            public String word() {
                return word;
            }

            static Kind of(String word) {
                for (Kind kind : values()) {
                    if (kind.word.equals(word)) {
                        return kind;
                    }
                }
                throw new IllegalArgumentException(word);
            }
        }
    }

    /**
     * {@code critical f}, {@code extrema f on 0..5}: shows where a function is flat, and where it is largest and smallest.
     *
     * @param extrema whether the ends of the range count too
     */
    record Turns(boolean extrema, Expr of, @Nullable Expr range, Span span) implements Statement {}

    /** {@code explore L to "page.html"}: writes a page on which the inputs of L can be moved. */
    record Explore(Expr of, @Nullable String path, Span span) implements Statement {}

    /** {@code print "loss", L}. */
    record Print(List<Expr> values, Span span) implements Statement {
        public Print {
            values = List.copyOf(values);
        }
    }

    /** {@code assert p}, or {@code assert p ≈ q within 1e-6}. */
    record Assert(Expr claim, @Nullable Expr near, @Nullable Expr tolerance, Span span) implements Statement {}

    /** {@code import "file.ag"}: runs the file in this session. */
    record Import(String path, Span span) implements Statement {}

    /** {@code seed 42}. */
    record Seed(Expr value, Span span) implements Statement {}

    /** {@code for x in v { … }}. */
    record For(List<String> names, Expr source, Block body, Span span) implements Statement {
        public For {
            names = List.copyOf(names);
        }
    }

    /** {@code while c { … }}. */
    record While(Expr condition, Block body, Span span) implements Statement {}

    /** {@code repeat n { … }}. */
    record Repeat(Expr count, Block body, Span span) implements Statement {}

    /** {@code if c { … } else if d { … } else { … }}. */
    record If(List<Branch> branches, @Nullable Block otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
        }
    }

    /** A condition and what happens where it holds. */
    record Branch(Expr condition, Block body) {}

    /** {@code data d = make_moons(n = 100)}. */
    record DataDefinition(String name, Span nameSpan, Expr value, Span span) implements Statement {}

    /** {@code data d { 2, 3 -> 1 }}. */
    record DataRows(String name, Span nameSpan, List<Row> rows, Span span) implements Statement {
        public DataRows {
            rows = List.copyOf(rows);
        }
    }

    /** A sample: inputs and targets. */
    record Row(List<Expr> inputs, List<Expr> targets, Span span) {
        public Row {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
        }
    }

    /** {@code mlp net { … }}. */
    record Mlp(String name, Span nameSpan, List<Setting> settings, Span span) implements Statement {
        public Mlp {
            settings = List.copyOf(settings);
        }
    }

    /** {@code train net on d { … }}. */
    record Train(Expr.Name model, Expr data, List<Setting> settings, Span span) implements Statement {
        public Train {
            settings = List.copyOf(settings);
        }
    }

    /**
     * {@code minimize L over a, b in 0..1 subject to a + b <= 1 { … }}.
     *
     * @param conditions comparisons and equations, as they are written
     */
    record Minimize(Expr of, List<Bounded> inputs, List<Expr> conditions, List<Setting> settings, Span span)
            implements Statement {
        public Minimize {
            inputs = List.copyOf(inputs);
            conditions = List.copyOf(conditions);
            settings = List.copyOf(settings);
        }
    }

    /** {@code fit y ~ b1*(1 - exp(-b2*x)) over b1, b2 in 0..1 { … }}. */
    record Fit(Expr data, Expr model, List<Bounded> parameters, List<Setting> settings, Span span)
            implements Statement {
        public Fit {
            parameters = List.copyOf(parameters);
            settings = List.copyOf(settings);
        }
    }

    /**
     * An input that is fitted or minimized over, as {@code b in 0..1}.
     *
     * @param range what it must stay in; null where it may be anything
     */
    record Bounded(Expr.Name name, @Nullable Expr range) {}

    /** A line of a block such as {@code layer 16 tanh}: a word and the expressions behind it. */
    record Setting(String word, Span wordSpan, List<Expr> values, Span span) {
        public Setting {
            values = List.copyOf(values);
        }
    }

    /**
     * {@code save net to "net.ag.json"} and its kin, and {@code summary net}. An export may say where a training starts: {@code from start}, or
     * which library a program is for: {@code for jax}.
     */
    record ModelCommand(
            Command command,
            Expr.Name model,
            @Nullable String path,
            Expr.@Nullable Name start,
            Expr.@Nullable Name library,
            Span span)
            implements Statement {}

    /** What a {@link ModelCommand} does. */
    enum Command {
        SAVE("save", "to"),
        LOAD("load", "from"),
        EXPORT("export", "to"),
        SUMMARY("summary", "");

        private final String word;
        private final String preposition;

        Command(String word, String preposition) {
            this.word = word;
            this.preposition = preposition;
        }

        public String word() {
            return word;
        }

        /** The word before the file's name; empty where there's no file. */
        public String preposition() {
            return preposition;
        }
    }

    /** {@code test "name" { … }}. */
    record Test(String name, Block body, Span span) implements Statement {}
}
