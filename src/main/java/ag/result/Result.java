package ag.result;

import ag.chart.Chart;
import ag.lang.algebra.Term;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One result of a program, in the order they come about. {@code span} is the statement that gave it. */
public sealed interface Result {
    Span span();

    /** A bare expression's value; {@code name} where the expression is one name. */
    record Value(@Nullable String name, Plain value, Span span) implements Result {}

    /** From now on numbers are shown with this many significant digits. */
    record DigitsSet(int digits, Span span) implements Result {}

    /** What {@code print} wrote. */
    record Printed(String text, Span span) implements Result {}

    /** A name was given a value; only the REPL shows it. */
    record Defined(String name, String role, Plain value, Span span) implements Result {}

    /** A value and its gradient for each input. */
    record Gradient(String of, double value, List<Slope> slopes, Span span) implements Result {
        public Gradient {
            slopes = List.copyOf(slopes);
        }
    }

    /** The derivative with respect to one input, in that input's shape. */
    record Slope(String input, Plain gradient) {}

    /** Gradients beside difference quotients. */
    record Checked(String of, boolean ok, List<CheckRow> rows, Span span) implements Result {
        public Checked {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One number checked.
     *
     * @param relativeError the difference of the two, relative to the larger
     * @param left the slope towards smaller numbers
     * @param right the slope towards larger numbers
     * @param verdict how it is judged
     */
    record CheckRow(
            String input,
            double autodiff,
            double numeric,
            double relativeError,
            double left,
            double right,
            Verdict verdict) {}

    /** The forward and the backward pass, a row for each step in topological order. */
    record Traced(String of, List<TraceRow> rows, Span span) implements Result {
        public Traced {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A step of a computation.
     *
     * @param expression how it is made, with the names of its operands
     * @param value a number; for a row that stands for many steps, the range of their values
     * @param slopes the derivative in each operand; empty where there are too many operands to list
     * @param gradient how the result changes with this step
     * @param count how many steps the row stands for
     */
    record TraceRow(String name, String expression, Plain value, List<LocalSlope> slopes, Plain gradient, int count) {
        public TraceRow {
            slopes = List.copyOf(slopes);
        }
    }

    /** The derivative of one step in one of its operands. */
    record LocalSlope(String operand, double slope) {}

    /**
     * The chain rule, path by path and as the backward pass goes.
     *
     * @param total the gradient
     * @param pathCount how many paths lead from the input to the result; rounded where the scale is negative
     * @param paths all of them, or the largest by the size of their product
     * @param backward the steps of the backward pass; empty where there are too many to read
     * @param pathMultiplications what going through every path takes
     * @param backwardMultiplications what the backward pass takes
     */
    record Explained(
            String of,
            String input,
            double total,
            BigDecimal pathCount,
            List<PathRow> paths,
            List<BackwardStep> backward,
            BigDecimal pathMultiplications,
            long backwardMultiplications,
            Span span)
            implements Result {
        public Explained {
            paths = List.copyOf(paths);
            backward = List.copyOf(backward);
        }
    }

    /** A path from an input to the result: what it passes, the derivative on each edge, their product. */
    record PathRow(List<String> nodes, List<Double> factors, double product) {
        public PathRow {
            nodes = List.copyOf(nodes);
            factors = List.copyOf(factors);
        }
    }

    /** The gradient of a step as the sum over everything that is made from it. */
    record BackwardStep(String node, List<Contribution> contributions, double gradient) implements PassStep {
        public BackwardStep {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * What one use of a step adds to its gradient: the user's gradient times the derivative between them.
     *
     * @param rule that derivative in names, where ∂L/∂a would say both it and the gradient; empty elsewhere
     */
    record Contribution(String user, double gradient, double factor, String rule) {}

    /**
     * A derivative as a formula.
     *
     * @param of what is differentiated: a formula, or a function of one number
     * @param input what it is differentiated by
     * @param start the task itself, such as {@code grad(x^3 - 2x, x)}
     * @param steps how the formula comes about; each is worth the same as the one before
     * @param formula the derivative as source of the language
     * @param trees the same as the algebra has it: one, or the elements of a vector
     * @param value the derivative as a number; null for a function, which has one at every point
     * @param way how it was found, where several ways are shown; otherwise empty
     * @param quotient what is found where start and steps are equations, as of a curve's slope: {@code dy/dx}; otherwise empty
     */
    record Derived(
            String of,
            String input,
            String start,
            List<DerivationStep> steps,
            String formula,
            List<Term> trees,
            @Nullable Double value,
            String way,
            String quotient,
            Span span)
            implements Result {
        public Derived {
            steps = List.copyOf(steps);
            trees = List.copyOf(trees);
        }

        /** Whether start and steps are equations. */
        public boolean implicit() {
            return !quotient.isEmpty();
        }
    }

    /** The rule that was used, and what it gave. */
    record DerivationStep(String rule, String expression) {}

    /** How a gradient compares with the difference quotient. Where there is no derivative, a convention stands for it. */
    enum Verdict {
        AGREES,
        /** The slopes on the two sides differ. */
        KINK,
        /** The value leaps. */
        JUMP,
        /** On one side there are no values. */
        EDGE,
        /** The change is lost in the digits of the value. */
        UNCLEAR,
        DIFFERS
    }

    /** What the derivative predicts for a small change of an input, beside what really happens. */
    record Nudged(String input, String by, List<NudgeRow> rows, Span span) implements Result {
        public Nudged {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A formula that depends on the input.
     *
     * @param value what it is worth now
     * @param predicted how much it would change if the derivative stayed the same all the way
     * @param real how much it does change
     */
    record NudgeRow(String formula, double value, double predicted, double real) {}

    /**
     * One derivative found in several ways.
     *
     * @param inputs how many inputs the result depends on
     */
    record Compared(String of, String input, int inputs, List<CompareRow> rows, Span span) implements Result {
        public Compared {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One way to a derivative.
     *
     * @param derivative what it gives; null where it gives nothing
     * @param operations what it takes, in operations on numbers
     * @param operationsForAll what it takes for every input the result depends on; null where it was not counted
     */
    record CompareRow(
            String method,
            @Nullable Double derivative,
            long operations,
            @Nullable Long operationsForAll) {}

    /** A step of the forward or of the backward pass. */
    sealed interface PassStep {}

    /**
     * A value is computed.
     *
     * @param given whether it is an input, which nothing is computed for
     * @param operands what it is made from, constants aside
     */
    record ForwardStep(String name, String expression, boolean given, double value, List<Given> operands)
            implements PassStep {
        public ForwardStep {
            operands = List.copyOf(operands);
        }
    }

    /** A name and its number. */
    record Given(String name, double value) {}

    /** One step of a walk through both passes, the {@code number}th of {@code count}. */
    record Stepped(String of, int number, int count, PassStep step, Span span) implements Result {}

    /** A number to practise with: given, or told because it was not found. */
    record Stated(String name, double value, Span span) implements Result {}

    /** What is asked in a round of practice: the number that the step gives. */
    record Question(String of, int number, int count, PassStep step, Span span) implements Result {}

    /** An answer in a round of practice. */
    record Judged(
            String asked,
            double answer,
            boolean right,
            List<Misconception> found,
            String relation,
            String hint,
            Span span)
            implements Result {
        public Judged {
            found = List.copyOf(found);
        }
    }

    /**
     * How answers came in practice.
     *
     * @param right how many were right at once and without a hint
     * @param hinted how many were answered with a hint
     * @param done how many were answered or skipped
     */
    record Counts(int right, int hinted, int skipped, int done) {}

    /**
     * How a round of practice went.
     *
     * @param questions how many there are; 0 where they have no end
     * @param session the counts of all rounds of the session; null after its first
     */
    record Score(
            String of,
            Counts round,
            int questions,
            @Nullable Counts session,
            Span span) implements Result {}

    /**
     * A derivative that a round of practice asks for as a formula.
     *
     * @param count how many questions there are; 0 where they have no end
     * @param asked what it is of: {@code d/dx (x²)}
     */
    record FormulaQuestion(String of, int number, int count, String asked, Span span) implements Result {}

    /**
     * An answer to the question for a gradient.
     *
     * @param found the misconceptions that give exactly this answer, the likeliest first; none where it is right
     * @param relation what holds instead; empty where a misconception was found, or where the answer is right
     * @param hint where to begin; empty likewise
     */
    record Guessed(
            String of,
            String input,
            double guess,
            boolean right,
            List<Misconception> found,
            String relation,
            String hint,
            Span span)
            implements Result {
        public Guessed {
            found = List.copyOf(found);
        }
    }

    /**
     * An answer to the question for a derivative as a formula, or for its value at a point.
     *
     * @param asked what was asked for: {@code f'}
     * @param answer the answer as it was typed
     * @param same the derivative in its shortest form, where the answer is right and has another; otherwise empty
     * @param found what gives exactly this answer, the likeliest first, each one mistake or two together
     * @param question what to find out next, where no mistake was found; otherwise empty
     */
    record Marked(
            String asked,
            String answer,
            boolean right,
            String same,
            List<List<Mistaken>> found,
            String question,
            Span span)
            implements Result {
        public Marked {
            found = found.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A mistake of calculus.
     *
     * @param code what it is called in programs
     * @param where the part of the function where it was made; empty where it was made with the whole
     */
    record Mistaken(String code, String where, String text) {}

    /** A way to go wrong. */
    enum Slip {
        LOST_PATH,
        MISSING_UPSTREAM,
        MISSING_LOCAL,
        SWAPPED_FACTORS,
        SIGN,
        WRONG_POINT;

        /** What it is called in programs: {@code lost-path}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A slip at a certain place, in words.
     *
     * @param where the step; empty where it is made everywhere
     */
    record Misconception(Slip slip, String where, String text) {}

    /**
     * How far a training has come; shown as it goes on, and kept nowhere.
     *
     * @param done how many epochs have ended
     * @param accuracy the share of samples that are right now; null where there is no right or wrong
     * @param seconds how long it has taken so far
     * @param logged whether the program asked for a line about this one
     * @param picture what the model decides by now; null where the machine shows none, or there is none
     */
    record Progress(
            int done,
            int epochs,
            double loss,
            @Nullable Double accuracy,
            double seconds,
            boolean logged,
            @Nullable Chart picture,
            Span span)
            implements Result {}

    /** What {@code summary} tells of a model. */
    record Summary(String model, List<List<String>> layers, int parameters, Span span) implements Result {
        public Summary {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A training's course.
     *
     * @param stepsBeyond how many steps were taken of an epoch that did not come to its end
     */
    record Trained(
            String model,
            int parameters,
            int epochs,
            int stepsBeyond,
            double[] losses,
            @Nullable Double accuracy,
            double seconds,
            Span span)
            implements Result {}

    /**
     * A formula for what a function is like near a place.
     *
     * @param kind {@code tangent}, {@code linearize}, {@code taylor} or {@code implicit}
     * @param left what stands before the formula, with its sign; may be empty
     * @param tree the formula as the algebra has it
     * @param exact whether its numbers are exact
     */
    record Formulated(String kind, String of, String left, String formula, Term tree, boolean exact, Span span)
            implements Result {}

    /**
     * Where differential equations lead.
     *
     * @param letter what the time is called
     * @param names what stands in the columns
     * @param rows for each of the times a number for each name
     * @param steps how many steps led to the end
     */
    record Followed(
            String letter,
            List<String> names,
            double[] times,
            List<double[]> rows,
            int steps,
            List<String> remarks,
            Span span)
            implements Result {
        public Followed {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /** Places where a function is flat, and the ends of where it was looked at. */
    record Turns(String kind, String of, List<TurnRow> rows, List<String> remarks, Span span) implements Result {
        public Turns {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * One of them.
     *
     * @param what such as {@code minimum} or {@code saddle}
     * @param test the second-derivative test, such as {@code f″ = 6 > 0}; may be empty
     */
    record TurnRow(List<Root> place, Root value, String what, String test) {
        public TurnRow {
            place = List.copyOf(place);
        }
    }

    /**
     * Where equations hold.
     *
     * @param solutions each with a value for the letters that were asked for
     * @param method {@code algebra}, where these are all solutions; {@code search} or {@code newton}, where they are those found
     * @param remarks what else is known: conditions, and where it was looked
     */
    record Solved(List<String> equations, List<List<Root>> solutions, String method, List<String> remarks, Span span)
            implements Result {
        public Solved {
            equations = List.copyOf(equations);
            solutions = solutions.stream().map(List::copyOf).toList();
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What a letter is worth in a solution.
     *
     * @param formula as source of the language; empty where it is known as a number only
     * @param tree the formula as the algebra has it; null where there is none
     * @param value as a number; null where letters stand in it
     * @param exact whether the formula is the value itself
     * @param plain whether the formula is a whole number or a short decimal
     */
    record Root(
            String letter,
            String formula,
            @Nullable Term tree,
            @Nullable Double value,
            boolean exact,
            boolean plain) {
        /** A value that is known as a number. */
        public static Root near(String letter, double value) {
            return new Root(letter, "", null, value, false, false);
        }
    }

    /**
     * A minimization's course.
     *
     * @param losses the loss before each step, and that of the end
     * @param held its conditions, and the bounds that it ended at
     */
    record Minimized(String of, int steps, double[] losses, List<Slope> inputs, List<Held> held, Span span)
            implements Result {
        public Minimized {
            held = List.copyOf(held);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A model that was fitted to data.
     *
     * @param residual the residual standard deviation; NaN where there are as many parameters as samples
     * @param degrees the degrees of freedom
     * @param rSquared the share of the data's variance that the model explains; NaN where the data do not vary
     * @param starts from how many starts it was tried
     * @param converged whether the parameters are a minimum
     * @param ending why it stopped
     */
    record Fitted(
            String of,
            List<Parameter> parameters,
            double residual,
            int degrees,
            double rSquared,
            int steps,
            int starts,
            boolean converged,
            String ending,
            Span span)
            implements Result {
        public Fitted {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter of a fit.
     *
     * @param error its standard error; NaN where there is none
     * @param held whether it stands at a bound
     */
    record Parameter(String name, double value, double error, boolean held) {}

    /**
     * The graph behind a value, operands before what is made from them; the value itself is the last.
     *
     * @param folded how many nodes are not shown by themselves
     */
    record Graphed(String of, List<GraphNode> nodes, int folded, Span span) implements Result {
        public Graphed {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node of a graph, or many nodes drawn as one.
     *
     * @param expression how it is made, with the names of its operands
     * @param operation the sign or name of what makes it; empty for an input
     * @param value a number; for many nodes side by side, the range of their values
     * @param gradient how the result changes with this node
     * @param count how many nodes it stands for
     */
    record GraphNode(
            String name,
            String expression,
            String operation,
            Plain value,
            Plain gradient,
            List<GraphOperand> operands,
            int count) {
        public GraphNode {
            operands = List.copyOf(operands);
        }

        public boolean isInput() {
            return operation.isEmpty();
        }
    }

    /**
     * What a node of a graph is made from.
     *
     * @param node its place among the graph's nodes; {@link #CONSTANT} for a constant, which has no gradient
     */
    record GraphOperand(String name, int node) {
        public static final int CONSTANT = -1;

        public boolean isConstant() {
            return node == CONSTANT;
        }
    }

    /** A network as layers of neurons, the inputs first. */
    record NetworkGraphed(String model, List<NeuronLayer> layers, int parameters, Span span) implements Result {
        public NetworkGraphed {
            layers = List.copyOf(layers);
        }
    }

    /**
     * A layer of a network.
     *
     * @param activation empty for the inputs
     * @param weights a row for each neuron, one number for each neuron of the layer before; empty for the inputs
     * @param biases one for each neuron; empty where there are none
     */
    record NeuronLayer(String name, int neurons, String activation, double[] weights, double[] biases) {
        /** How it is made, in words; empty for the inputs. */
        public String kind() {
            return activation + (!activation.isEmpty() && biases.length == 0 ? ", no bias" : "");
        }
    }

    /** A chart, for whoever can show one. */
    record Plotted(Chart chart, Span span) implements Result {}

    /** A file was written. */
    record FileWritten(String what, String path, Span span) implements Result {}

    /**
     * A remark.
     *
     * @param noDerivative where it says that there is no derivative: in which inputs; otherwise empty
     */
    record Note(String text, Span span, List<NoDerivative> noDerivative) implements Result {
        public Note(String text, Span span) {
            this(text, span, List.of());
        }
    }

    /**
     * A place where the derivative in an input does not exist, or is another number than the one taken.
     *
     * @param at what the input is there
     * @param taken what a backward pass takes for the derivative
     * @param left the slope to the left; null where there is none
     * @param right the slope to the right; null where there is none
     */
    record NoDerivative(
            String input,
            double at,
            double taken,
            @Nullable Double left,
            @Nullable Double right) {}

    /**
     * A condition of a minimization at its end.
     *
     * @param slack how far it is from holding with nothing to spare
     * @param multiplier its Lagrange multiplier: by how much the lowest value falls for each unit that it gives way
     */
    record Held(String condition, double slack, double multiplier) {}

    /** A statement failed. */
    record Failed(Diagnostic diagnostic, Span span) implements Result {}

    /** A test of the program passed or failed. */
    record Tested(String name, boolean passed, @Nullable Diagnostic failure, Span span) implements Result {}
}
