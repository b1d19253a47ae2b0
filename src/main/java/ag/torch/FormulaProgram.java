package ag.torch;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A formula as a function for PyTorch or JAX, with its gradient and the point at which it stood. */
public final class FormulaProgram {
    private final TorchFormula formula;
    private final PythonLibrary library;
    private final FormulaSource source;

    private FormulaProgram(TorchFormula formula, PythonLibrary library) {
        this.formula = formula;
        this.library = library;
        source = new FormulaSource(formula, library);
    }

    /**
     * The program.
     *
     * @throws NoTorchForm where something has no form in the library
     */
    public static String of(TorchFormula formula, PythonLibrary library) {
        FormulaProgram program = new FormulaProgram(formula, library);
        return switch (library) {
            case TORCH -> program.torch();
            case JAX -> program.jax();
        };
    }

    private String head() {
        return """
            ""\"The formula %s as a function for %s, with its gradient.

            Written by ag from %s; the numbers are the same.
            ""\"

            import json

            """.formatted(formula.name(), library.title(), PythonText.origin(formula.origin()));
    }

    private String torch() {
        String function = source.function();
        return head() + "import torch\n" + functional(function) + "\n\n" + function + "\n\n" + gradient(source.name())
                + """


                def main():
                    ""\"Prints value and gradient at the point where it stood.""\"
                    torch.set_default_dtype(torch.float64)
                %s    numbers = [torch.tensor(x) for x in point.values()]
                    slopes = [
                        torch.zeros_like(x) if slope is None else slope
                        for x, slope in zip(numbers, gradient(*numbers))
                    ]
                    result = {
                        "value": %s(*numbers).item(),
                        "gradient": {
                            name: slope.tolist() for name, slope in zip(point, slopes)
                        },
                    }
                    print(json.dumps(result))


                if __name__ == "__main__":
                    main()
                """.formatted(source.point(PythonText.INDENT, "point"), source.name());
    }

    /** The import of what some functions stand in. */
    static String functional(String text) {
        return text.contains("F.") ? "import torch.nn.functional as F\n" : "";
    }

    /** The function that gives the derivatives of another one. */
    static String gradient(String of) {
        return """
            def gradient(*point):
                ""\"The derivatives of %s by each of its arguments.""\"
                point = [torch.as_tensor(x).detach() for x in point]
                for x in point:
                    x.requires_grad_()
                value = %s(*point)
                return torch.autograd.grad(value, point, allow_unused=True)
            """.formatted(of, of);
    }

    private String jax() {
        String function = source.function();
        String modules = function.contains("jax.scipy.") ? "import jax.scipy\n" : "";
        String all = IntStream.range(0, source.names().size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "(", source.names().size() == 1 ? ",)" : ")"));
        return head() + "import jax\nimport jax.numpy as jnp\n" + modules + """

                jax.config.update("jax_enable_x64", True)


                """ + function
                + """


                gradient = jax.grad(%s, argnums=%s)


                def main():
                    ""\"Prints value and gradient at the point where it stood.""\"
                %s    numbers = [jnp.array(x) for x in point.values()]
                    slopes = gradient(*numbers)
                    result = {
                        "value": %s(*numbers).item(),
                        "gradient": {
                            name: slope.tolist() for name, slope in zip(point, slopes)
                        },
                    }
                    print(json.dumps(result))


                if __name__ == "__main__":
                    main()
                """.formatted(source.name(), all, source.point(PythonText.INDENT, "point"), source.name());
    }
}
