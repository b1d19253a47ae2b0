package ag.help;

import ag.help.Topic.Kind;
import java.util.List;

/** The table of ideas that are no statement and no function. */
final class IdeaTopics {
    static final List<Topic> ROWS = List.of(
            row(
                    "input",
                    "let a = 2",
                    "A leaf of the graph: what gradients are taken with respect to. k = 2 without let makes a constant,"
                            + " L = a*k a formula.",
                    "let a = 2\nk = 10\nL = k*a\n[grad(L, a), L]"),
            row(
                    "formula",
                    "L = a^2*b",
                    "A value built from inputs. It follows them when they are set, and remembers how it was made.",
                    "let a = 2\nL = a^2\nset a = 3\nL"),
            row(
                    "function",
                    "f(x) = x^2, or f(x) = { y = x + 1; y^2 }, or without a name: x -> x^2",
                    "Functions are written as in mathematics and are values. f' is the derivative, f'' the second one."
                            + " Wherever a function is taken, one without a name will do.",
                    "f(x) = x^3\nf(2)\nf'(2)\nf''(2)\nintegral(x -> x^2, 0, 1)"),
            row(
                    "at",
                    "f at 3, y at x = 3, or f at (1, 2)",
                    "A place: what a function or a formula is worth there, and where a view such as explain, trace,"
                            + " graph or step looks at it. Letters come in their order or by name.",
                    "f(x) = x sin x\nf at 3\ngrad f at 3\ny = a x^2\ngrad y at a = 1, x = 3"),
            row(
                    "notation",
                    "2x sin x, x², √x, |x|, d/dx x^2, ∂f/∂x, f'(3), ∇f, Σ_{k=1}^{n} k^2, 30°, 5!",
                    "Mathematics is read as a book prints it, LaTeX such as \\frac{d}{dx} \\sqrt{x} too. What stands"
                            + " side by side is a product, a function takes the product behind it, and letters need no"
                            + " value. What can be read in two ways is refused with both. Signs without a key: sqrt(x),"
                            + " abs(x), pi, d/dx, sum(k^2 for k in 1..5). docs/notation.md has a table of all.",
                    "y = x^2 sin x\ndy/dx\ny at x = 2\nd/dx (3x^2 - \\frac{1}{x})\n5! + |2 - 7| + Σ_{k=1}^{3} k"),
            row(
                    "checkpointing",
                    "iterate(f, start, n), or iterate(f, start, n, every = 1000)",
                    "A loop of very many steps with gradients in little memory: values are kept now and then, and each"
                            + " stretch between two is recorded again when its gradient is taken.",
                    "let a = 0.9\nx = iterate(x -> tanh(a*x) + 0.1, 0.5, 100000)\ngrad x"),
            row(
                    "vector",
                    "[1, 2, 3], 0..<3, or 1..3",
                    "Arithmetic works element by element; indices count from 0; @ is the matrix product.",
                    "v = [1, 2, 3]\nv^2 + 1\nv[0]\nv[1..2]\n[[1, 0], [0, 2]] @ [3, 4]"),
            row(
                    "comprehension",
                    "[x^2 for x in v if x > 1]",
                    "Builds a vector; or stands alone as the argument of a function.",
                    "[k^2 for k in 1..5]\nsum(1/k^2 for k in 1..1000)"),
            row(
                    "text",
                    "\"loss {L}\", or \"loss {L:.3f}\"",
                    "A text; an expression in braces is printed into it. + joins texts. Behind a colon: .3f for three"
                            + " decimals, .2e for a power of ten, .4g for four digits, 8.3f for a width of 8.",
                    "n = 3\n\"n is {n}\"\n\"a third of it is {n/9:.4f}\""),
            row(
                    "grade",
                    "ag grade sheet.ag answers/*.txt",
                    "Marks files of answers to the worksheet that a program makes, and names the mistakes: a table is"
                        + " printed and written to sheet-marks.csv. In a file of answers a line such as 3: 2x cos(x^2)"
                        + " answers a question, and sheet 7 says which sheet it is of, where there are several."
                        + " docs/teaching.md shows it; within a program: help worksheet.",
                    ""),
            row(
                    "serve",
                    "ag serve",
                    "Serves a session to a program of any language: one JSON object a line for each request, for each"
                            + " event and for the end. docs/serve.md has the protocol and a client in Python.",
                    ""),
            row(
                    "lsp",
                    "ag lsp",
                    "Helps an editor, as a language server: mistakes, completion, values and derivatives while a"
                            + " program is typed. docs/editors.md says how editors start it.",
                    ""),
            row(
                    "jupyter",
                    "ag jupyter install",
                    "Tells Jupyter of the kernel ag, for notebooks with formulas, plots and tables. Jupyter itself"
                            + " then starts ag kernel. docs/jupyter.md shows what a cell can do.",
                    ""),
            row(
                    "parameters",
                    "net.parameters",
                    "The weights and biases of a network as one vector, layer by layer. They can be set.",
                    "mlp net { input 1; layer 1; init zeros }\nset net.parameters = [2, 1]\nnet([10])"));

    private IdeaTopics() {}

    private static Topic row(String name, String form, String summary, String example) {
        return Topic.of(name, Kind.IDEA, form, summary, example);
    }
}
