package ag.engine;

/**
 * One operand of one node: where a rule is read with the numbers at hand.
 *
 * @param index the operand's number
 */
record NodeOperand(Tape tape, int node, int[] operands, int index) {
    NodeOperand(Tape tape, int node, int index) {
        this(tape, node, tape.operands(node), index);
    }

    Operation operation() {
        return tape.operation(node);
    }

    /** The node that a variable of a rule stands for; {@code ties} and {@code place} stand for none. */
    int nodeOf(String variable) {
        return switch (variable) {
            case "y" -> node;
            case "a" -> operands[0];
            case "b" -> operands[1];
            case "x" -> operands[index];
            case "index" -> operands[0];
            case "partner" -> {
                int half = operands.length / 2;
                yield operands[index < half ? index + half : index - half];
            }
            default -> throw new IllegalArgumentException(operation().title() + " has no operand " + variable);
        };
    }

    int ties() {
        return Reduction.ties(tape.columns, tape.lists, tape.columns.first(node), tape.value(node));
    }

    /** The index that means the operand, where the first one is an index; NaN for the index itself. */
    double place() {
        return index == 0 ? Double.NaN : index - 1;
    }

    /** What is left of a rule when each of its choices is made. */
    Rule chosen(Rule rule) {
        Rule chosen = rule;
        while (chosen instanceof Rule.Choice choice) {
            chosen = holds(choice.condition()) ? choice.then() : choice.otherwise();
        }
        return chosen;
    }

    /**
     * What is left of a rule when those of its choices are made that no change of an input can make otherwise: between the same
     * rules, or by constants. For {@code x^2} nothing is left to choose.
     */
    Rule settled(Rule rule) {
        if (!(rule instanceof Rule.Choice(Rule.Condition condition, Rule then, Rule otherwise))) {
            return rule;
        }
        if (isConstant(condition)) {
            return settled(holds(condition) ? then : otherwise);
        }
        Rule first = settled(then);
        Rule second = settled(otherwise);
        return first.equals(second) ? first : new Rule.Choice(condition, first, second);
    }

    private boolean isConstant(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Comparison comparison -> isConstant(comparison.left()) && isConstant(comparison.right());
            case Rule.Both both -> isConstant(both.left()) && isConstant(both.right());
        };
    }

    private boolean isConstant(Rule rule) {
        return switch (rule) {
            case Rule.Literal _ -> true;
            case Rule.Variable(String name) ->
                !name.equals("ties") && (name.equals("place") || tape.isConstant(nodeOf(name)));
            case Rule.Apply apply -> apply.operands().stream().allMatch(this::isConstant);
            case Rule.Choice choice ->
                isConstant(choice.condition()) && isConstant(choice.then()) && isConstant(choice.otherwise());
        };
    }

    private boolean holds(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Comparison c -> c.relation().holds(value(c.left()), value(c.right()));
            case Rule.Both both -> holds(both.left()) && holds(both.right());
        };
    }

    /** A rule with the numbers at hand. */
    double value(Rule rule) {
        return switch (rule) {
            case Rule.Literal literal -> literal.value();
            case Rule.Variable(String name) -> number(name);
            case Rule.Apply apply ->
                switch (apply.operation().partials()) {
                    case Partials.Unary unary ->
                        unary.value().applyAsDouble(value(apply.operands().getFirst()));
                    case Partials.Binary binary ->
                        binary.value()
                                .applyAsDouble(
                                        value(apply.operands().getFirst()),
                                        value(apply.operands().getLast()));
                    case Partials.Leaf _, Partials.Vector _ ->
                        throw new IllegalArgumentException(apply.operation().title());
                };
            case Rule.Choice _ -> value(chosen(rule));
        };
    }

    private double number(String variable) {
        return switch (variable) {
            case "ties" -> ties();
            case "place" -> place();
            default -> tape.value(nodeOf(variable));
        };
    }
}
