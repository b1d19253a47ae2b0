package ag.agreement;

import ag.lang.source.SourceText;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the functions of {@link RandomProgram} in Python, with PyTorch's operations in place of ours. */
final class TorchSource {
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("gelu", "torch.nn.functional.gelu"),
            Map.entry("silu", "torch.nn.functional.silu"),
            Map.entry("softplus", "softplus"),
            Map.entry("max", "torch.maximum"),
            Map.entry("min", "torch.minimum"),
            Map.entry("norm", "torch.linalg.vector_norm"));

    private TorchSource() {}

    /** A Python function of this name, of three tensors. */
    static String of(RandomProgram program, String name) {
        SourceText source = new SourceText("program", program.definition("f"));
        Statement.FunctionDefinition function =
                (Statement.FunctionDefinition) Parser.parse(source).getFirst();
        return "def " + name + "(x, a, b):\n" + block((Statement.Block) function.body(), "    ");
    }

    private static String block(Statement.Block block, String indent) {
        return block.statements().stream()
                .map(statement -> indent + statement(statement, indent) + "\n")
                .collect(Collectors.joining());
    }

    private static String statement(Statement statement, String indent) {
        return switch (statement) {
            case Statement.Definition definition -> definition.name() + " = " + of(definition.value());
            case ControlStatement.For loop ->
                "for " + loop.names().getFirst() + " in " + of(loop.source()) + ":\n"
                        + block(loop.body(), indent + "    ");
            case Statement.Evaluate last -> "return " + of(last.expression());
            default -> throw new IllegalArgumentException("not in these programs: " + statement);
        };
    }

    private static String of(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral number -> "number(" + number.value() + ")";
            case Expr.Name name -> name.name();
            case Expr.Unary unary when unary.operator() == UnaryOperator.NEGATE -> "(-" + of(unary.operand()) + ")";
            case Expr.Binary binary -> "(" + of(binary.left()) + " " + sign(binary) + " " + of(binary.right()) + ")";
            case Expr.Conditional c ->
                "(" + of(c.then()) + " if " + of(c.condition()) + " else " + of(c.otherwise()) + ")";
            case Expr.Range range -> "range(int(" + of(range.low()) + "), int(" + of(range.high()) + ") + 1)";
            case Expr.Call call -> call(((Expr.Name) call.callee()).name(), call.arguments());
            case Expr.Vector vector ->
                "torch.stack(["
                        + vector.elements().stream().map(TorchSource::of).collect(Collectors.joining(", ")) + "])";
            case Expr.Comprehension all -> {
                Expr.Clause clause = all.clauses().getFirst();
                yield "torch.stack([" + of(all.element()) + " for "
                        + clause.names().getFirst() + " in " + of(clause.source()) + "])";
            }
            default -> throw new IllegalArgumentException("not in these programs: " + expression);
        };
    }

    private static String sign(Expr.Binary binary) {
        return binary.operator() == Expr.BinaryOperator.POWER
                ? "**"
                : binary.operator().sign();
    }

    private static String call(String name, List<Expr.Argument> arguments) {
        List<String> values =
                arguments.stream().map(argument -> of(argument.value())).toList();
        String over = name.equals("logsumexp") ? ", 0" : "";
        return FUNCTIONS.getOrDefault(name, "torch." + name) + "(" + String.join(", ", values) + over + ")";
    }
}
