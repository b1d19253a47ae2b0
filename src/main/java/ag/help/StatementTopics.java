package ag.help;

import ag.help.Topic.Fact;
import ag.help.Topic.Kind;
import ag.lang.statements.BlockWord;
import ag.lang.syntax.Forms;
import java.util.List;

/** The table of statements: a row for each word that begins one. */
final class StatementTopics {
    static final List<Topic> ROWS = List.of(
            row(
                    "let",
                    "Makes an input: a value that gradients are taken with respect to. Numbers, vectors and matrices"
                            + " can be inputs. What depends on other inputs becomes a formula.",
                    "let a = 2, b = 3\nL = a^2*b\ngrad L"),
            row(
                    "set",
                    "Changes an input in place; every formula built on it follows. The right sides are computed first,"
                            + " then all changes are made. set digits 10 says with how many digits numbers are shown.",
                    "let a = 2\nL = a^2\nset a = 5\nL\nset digits 10\nsqrt(L)"),
            row(
                    "grad",
                    "The value of a formula, and its exact derivative for each input it depends on, or for those"
                            + " named. It asks afresh each time: nothing accumulates. grad(L, a) is the derivative as a"
                            + " value.",
                    "let a = 2, b = 3\nL = a^2*b\ngrad L\ngrad(L, a) + 1"),
            row(
                    "backward",
                    "Adds the gradients of a formula to what its inputs keep as .grad, as PyTorch does; zero starts"
                            + " over.",
                    "let a = 2\nL = a^3\nbackward L\na.grad"),
            row(
                    "zero",
                    "Forgets the gradients that backward has added up, of all inputs or of those named.",
                    "let a = 2\nbackward a^2\nzero a\na.grad"),
            row(
                    "check",
                    "Compares each gradient of a formula with a central difference, which needs values only.",
                    "let a = 2, b = 3\ncheck a*sin(b)"),
            row(
                    "trace",
                    "The forward and the backward pass as a table: a row for each step, with its value, its local"
                        + " derivatives and its gradient. A call, trace(A), is the sum of a square matrix's diagonal.",
                    "let a = 2, b = 3\nL = a*b + a\ntrace L"),
            row(
                    "explain",
                    "The chain rule as a story: every path from an input to the formula, the factor on each edge, the"
                            + " product of each path, and their sum.",
                    "let a = 2, b = 3\nL = a*b + a\nexplain L wrt a"),
            row(
                    "derive",
                    "The derivative as a formula, step by step with the name of each rule, and checked against the"
                            + " number. Of an equation, for dy/dx: the slope of its curve.",
                    "f(x) = x^2*sin(x)\nderive f\nderive x^2 + y^2 = 25 for dy/dx at (3, 4)"),
            row(
                    "nudge",
                    "Changes an input a little, and shows at every formula what the derivative predicts beside what"
                            + " really happens. The input is as before afterwards.",
                    "let a = 2\nL = a^3\nnudge a by 0.01"),
            row(
                    "compare",
                    "Finds one derivative in four ways: reverse mode, forward mode, central difference, symbolic"
                            + " derivative; and counts the operations that each takes.",
                    "let a = 2, b = 3\nL = a*b + a\ncompare L wrt a"),
            row(
                    "suppose",
                    "A laboratory: inside the block, backward passes take this for the derivative of an operation. So"
                            + " one sees which gradients break, and that check catches it.",
                    "let a = 0.5\nL = tanh(2a)\nsuppose tanh'(x) = 1 { check L }\ncheck L"),
            row(
                    "guess",
                    "Judges an answer, a number or a formula. Where it is wrong, names the mistake that gives exactly"
                            + " this answer, or else asks for a part.",
                    "let a = 2, b = 3\nL = a*b + a\nguess grad(L, a) = 3\nf(x) = sin(x^2)\nguess f' = cos(x^2)"),
            row(
                    "hint",
                    "Helps on after a wrong guess: first with the rule that is due, then with one part after the"
                            + " other. The answer itself is told by show.",
                    "f(x) = sin(x^2)\nguess f' = cos(x^2)\nhint\nhint\nguess f' = 2x cos(x^2)"),
            row(
                    "show",
                    "Tells the derivative that was guessed wrongly, step by step.",
                    "f(x) = sin(x^2)\nguess f' = cos(x^2)\nshow"),
            row(
                    "graph",
                    "The graph behind a value as a tree, each node with its value and gradient, or the layers of a"
                            + " network; with to \"g.svg\", \"g.png\", \"g.html\" or \"g.dot\" as a picture in a file.",
                    "let a = 2, b = 3\nL = a*b + a\ngraph L"),
            row(
                    "step",
                    "Walks the forward and the backward pass one step at a time: Enter goes on, b goes back, a number"
                            + " goes there, q leaves. A script shows all steps.",
                    "let a = 2, b = 3\nL = a*b + a\nstep L"),
            row(
                    "practice",
                    "Asks for each value and each gradient in turn; for the derivative of a function or a formula as a"
                        + " formula, rule by rule; or makes exercises for the power, product, quotient or chain rule,"
                        + " or mixed ones. Judges every answer as guess does, gives hints and keeps score; q leaves. A"
                        + " script prints the questions as an exercise sheet.",
                    "f(x) = x^2 sin(x)\npractice f\npractice chain rule level 2 seed 5"),
            row(
                    "worksheet",
                    "A sheet of exercises for one rule, or of your own in braces, with room to write, as .html, .md or"
                        + " .tex; with answers the key, steps and all. The same seed gives the same sheet, and seed"
                        + " 1..30 thirty of them in one file. With from \"ann.txt\" it marks a file of answers, a line"
                        + " such as 3: 2x cos(x^2) for each, and to \"marks.csv\" writes the marks as a table; ag"
                        + " grade does so for a whole class.",
                    """
                    worksheet "chain rule" 3 questions level 2 seed 7
                    worksheet "chain rule" 3 questions level 2 seed 7 answers
                    worksheet "Test" { x^2 sin(x); ln(3x) } seed 7\
                    """),
            row(
                    "tangent",
                    "The line that touches a curve at a place, or the plane that touches a surface; with exact"
                            + " numbers. Where there is no derivative, it says what the two sides are like.",
                    "tangent x^2 at x = 3\nf(x, y) = x^2*y\ntangent f at (1, 2)"),
            row(
                    "linearize",
                    "What a function is near a place, to the first order: its value there and each slope times the"
                            + " distance.",
                    "f(x, y) = x^2*y\nlinearize f at (1, 2)"),
            row(
                    "taylor",
                    "The beginning of the Taylor series at a place, with exact coefficients, up to the order that is"
                            + " said; 5 where none is.",
                    "taylor sin at 0 order 7\ntaylor ln x at 1 order 3"),
            row(
                    "limit",
                    "Where a function goes as its letter goes to a place or to inf: exactly where its series tells,"
                        + " from numbers otherwise, and then it says so. Behind the place, + is for from the right and"
                        + " - for from the left. limit(f, 0) is a limit as a value.",
                    "limit sin(x)/x as x -> 0\nlimit ((x + h)^2 - x^2)/h as h -> 0\nlimit |x|/x as x -> 0+"),
            row(
                    "critical",
                    "Where a function is flat or has a corner, and whether it is a minimum, a maximum, a saddle or an"
                            + " inflection there, with the test that tells.",
                    "critical x^3 - 3x\nf(x, y) = x^2 - y^2\ncritical f"),
            row(
                    "extrema",
                    "Where a function is largest and smallest in a range: its ends, and where it is flat or has a"
                            + " corner between them.",
                    "extrema x^3 - 3x on 0..5\nextrema x^2 - x*y on x in 0..1, y in 0..1"),
            row(
                    "solve",
                    "Where equations or inequalities hold: exactly where algebra can, as numbers in a range otherwise,"
                            + " and then it says where it has looked. root(f, 0, 5) is a root as a value.",
                    "solve x^2 + x = 1\nsolve x^2 < 4\nsolve cos(x) = x for x in 0..5\nsolve { x + y = 3; x*y = 2 }"),
            row(
                    "ode",
                    "Follows differential equations from where they start, by steps of Dormand and Prince that keep"
                        + " about nine digits, and by a Rosenbrock method where they are stiff. The solution is a"
                        + " function of the time from then on: it can be called, plotted and differentiated, in what"
                        + " the equations are built on too. Behind by stands how far the rows of the table are apart.",
                    "let k = 0.5\node y' = -k*y, y(0) = 2 from 0 to 10 by 2\ny(3.7)\ngrad y(10)"),
            row(
                    "plot",
                    "Draws functions, formulas in a variable, vectors, points such as (2, 4), tangents, areas,"
                        + " equations and inequalities in two letters, contours of functions of two numbers, the"
                        + " losses of a network or what it says over the plane. A second range says how much of y is"
                        + " shown; title \"…\" puts a line above, to \"p.svg\" or to \"p.png\" writes a file.",
                    "plot sin, sin' for x in -π..π\nplot x^2, (2, 4) for x in -3..3, y in 0..5 title \"A parabola\"\n"
                            + "plot x^2, tangent x^2 at 1, area x^2 from 0 to 1\nplot x^2 + y^2 = 25"),
            row(
                    "explore",
                    "Writes a page to open in a browser: a slider for each input, and the graph, the trace and a curve"
                            + " for each input that follow it. The page is one file and works offline.",
                    ""),
            row(
                    "print",
                    "Shows values on one line. A text prints what stands in its braces.",
                    "x = 3\nprint \"x is {x}\", x^2"),
            row(
                    "assert",
                    "Ends the program where something does not hold. ≈ (or ~=) compares within 1e-6, or as near as"
                            + " within says.",
                    "assert 0.1 + 0.2 ≈ 0.3\nassert exp(1) ≈ 2.718 within 1e-3"),
            row("import", "Runs another file in this session, so that its names can be used here.", ""),
            row(
                    "seed",
                    "Restarts the random numbers: the same seed gives the same numbers.",
                    "seed 42\nrandom()\nseed 42\nrandom()"),
            row("break", "Leaves the loop it stands in.", "for i in 1..10 { if i > 3 { break }; print i }"),
            row(
                    "continue",
                    "Goes on with the next turn of the loop it stands in.",
                    "for i in 1..3 { if i == 2 { continue }; print i }"),
            row(
                    "return",
                    "Leaves a function and gives a value; without one, where it is called for what it does. The last"
                            + " line of a function needs none.",
                    "f(x) = { if x < 0 { return 0 }; sqrt(x) }\nf(-1)\nf(4)"),
            row(
                    "for",
                    "Runs a block for each element of a vector, a range, a list or a text.",
                    "for i in 1..3 { print i, i^2 }"),
            row("while", "Runs a block as long as a condition holds.", "n = 27\nwhile n > 20 { n = n - 2 }\nn"),
            row(
                    "repeat",
                    "Runs a block a number of times.",
                    "let w = 5\nL = (w - 3)^2\nrepeat 50 { set w = w - 0.1*grad(L, w) }\nw"),
            row(
                    "if",
                    "Runs a block only where a condition holds. As a value, write if c then p else q.",
                    "x = 3\nif x > 2 { print \"large\" } else { print \"small\" }\nif x > 2 then 1 else 0"),
            row(
                    "test",
                    "Says whether what is asserted in a block holds, and lets the program go on. ag test runs the"
                            + " tests of files.",
                    "test \"sums\" { assert 1 + 1 == 2 }"),
            row("data", "Names a data set: samples written row by row, generated, or read from a CSV file.", """
                data d { 0 -> 1; 1 -> 3; 2 -> 5 }
                d
                data moons = make_moons(n = 100, noise = 0.1, seed = 42)
                moons\
                """),
            row("mlp", "Makes a network of fully connected layers. It is called like a function.", """
                mlp net { input 2; layer 4 tanh; layer 1; seed 7 }
                net([0.5, 1])
                summary net\
                """),
            row(
                    "train",
                    "Trains a network on a data set: changes its parameters so that the loss falls. The arguments of an"
                            + " optimizer may follow the epoch: lr = cosine_annealing_lr(0.1, epoch, epochs).",
                    """
                    data d { 0 -> 1; 1 -> 3; 2 -> 5 }
                    mlp net { input 1; layer 1; init zeros }
                    train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 200 }
                    net([10])\
                    """),
            row(
                    "minimize",
                    "Makes a formula small by changing the inputs named. Without an optimizer it goes by lbfgs; newton"
                            + " uses second derivatives, levenberg_marquardt is for sums of squares, nelder_mead uses"
                            + " values alone. over x in 0..1 bounds an input; subject to x + y <= 1, x*y = 2 lays"
                            + " conditions on them.",
                    """
                    let x = 4
                    minimize (x - 1)^2 + 1 over x
                    set x = 4
                    minimize (x - 1)^2 + 1 over x { optimizer sgd(lr = 0.1); steps 100 }
                    minimize x^2 over x subject to x >= 2\
                    """),
            row(
                    "fit",
                    "Fits a model to data by least squares: finds the inputs for which it says what was measured, with"
                            + " the standard error of each. plot fit draws the curve with its bands.",
                    "x = [1, 2, 3, 4]\ny = [2.1, 3.9, 6.2, 7.8]\nlet a = 1, b = 0\nfit y ~ a*x + b over a, b"),
            row("save", "Writes a network to a JSON file; load makes a network of it again.", ""),
            row(
                    "load",
                    "Makes a network of a file that save has written, of an ONNX model of fully connected layers, or"
                        + " of a state_dict of PyTorch in safetensors, whose activations are those of the network that"
                        + " is declared before.",
                    ""),
            row(
                    "export",
                    "Writes a network as ONNX, for other programs to run; or, to a file such as train.py, its last"
                            + " training as a program for PyTorch that gives the same numbers. A formula leaves with"
                            + " its gradient, and with its minimization where it was minimized; export fit, the last"
                            + " fit. A formula leaves for JAX too: export L to \"l.py\" for jax.",
                    ""),
            row(
                    "summary",
                    "The layers of a network, their shapes and how many parameters they have.",
                    "mlp net { input 2; layer 16 tanh; layer 1 }\nsummary net"));

    private StatementTopics() {}

    private static Topic row(String word, String summary, String example) {
        List<Fact> lines = BlockWord.of(word).stream()
                .map(line -> new Fact(
                        line.word(), line.example().substring(line.word().length() + 1)))
                .toList();
        return Topic.of(word, Kind.STATEMENT, Forms.of(word), summary, example).with(lines);
    }
}
