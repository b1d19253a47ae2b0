package ag.torch;

import ag.engine.Operation;
import ag.nn.Recording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The choices of a recording. An {@code if} that keeps both its ways is a sum of two numbers of which one is 0: the first lets its way
 * through where the condition holds, the second where 1 less the condition does.
 */
final class RecordedChoices {
    /**
     * A choice.
     *
     * @param condition a comparison of {@code a} and {@code b}, which are in the places left and right
     */
    record Choice(String condition, int left, int right, int then, int otherwise) {}

    private final Recording recording;
    private final int[] uses;
    private final Map<Integer, Choice> choices = new HashMap<>();
    private final Set<Integer> parts = new HashSet<>();

    private RecordedChoices(Recording recording, int[] uses) {
        this.recording = recording;
        this.uses = uses;
    }

    /**
     * The choices of a recording.
     *
     * @param uses how often each place is used
     */
    static RecordedChoices in(Recording recording, int[] uses) {
        RecordedChoices found = new RecordedChoices(recording, uses);
        for (int place = recording.firstStep(); place < recording.placeCount(); place++) {
            found.look(place);
        }
        return found;
    }

    /** The choice whose result is in a place. */
    Optional<Choice> at(int place) {
        return Optional.ofNullable(choices.get(place));
    }

    /** Whether a place is needed by a choice alone, which says it in its own way. */
    boolean isPart(int place) {
        return parts.contains(place);
    }

    private Optional<Recording.Step> step(int place, Operation... operations) {
        int index = place - recording.firstStep();
        return index < 0
                ? Optional.empty()
                : Optional.of(recording.steps().get(index))
                        .filter(step -> Arrays.asList(operations).contains(step.operation()));
    }

    private void look(int place) {
        step(place, Operation.ADD).ifPresent(sum -> {
            int first = sum.operands()[0];
            int second = sum.operands()[1];
            Optional<Recording.Step> then = step(first, Operation.GATE);
            Optional<Recording.Step> otherwise = step(second, Operation.GATE);
            if (then.isPresent() && otherwise.isPresent()) {
                choice(place, List.of(first, second), then.get(), otherwise.get());
            }
        });
    }

    private void choice(int place, List<Integer> gates, Recording.Step then, Recording.Step otherwise) {
        int condition = then.operands()[0];
        int opposite = otherwise.operands()[0];
        boolean isOpposite = step(opposite, Operation.SUBTRACT)
                .filter(step -> step.operands()[1] == condition && isOne(step.operands()[0]))
                .isPresent();
        Optional<Recording.Step> compared =
                step(condition, Operation.GREATER, Operation.GREATER_OR_EQUAL, Operation.EQUAL);
        boolean alone = gates.stream().allMatch(gate -> uses[gate] == 1) && uses[opposite] == 1 && uses[condition] == 2;
        if (isOpposite && alone && compared.isPresent()) {
            Recording.Step step = compared.get();
            String sign = switch (step.operation()) {
                case GREATER -> "a > b";
                case GREATER_OR_EQUAL -> "a >= b";
                default -> "a == b";
            };
            choices.put(
                    place,
                    new Choice(
                            sign,
                            step.operands()[0],
                            step.operands()[1],
                            then.operands()[1],
                            otherwise.operands()[1]));
            parts.addAll(gates);
            parts.add(opposite);
            parts.add(condition);
        }
    }

    private boolean isOne(int place) {
        return recording.isConstant(place) && recording.constant(place - recording.firstConstant()) == 1;
    }
}
