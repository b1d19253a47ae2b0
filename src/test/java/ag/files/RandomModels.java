package ag.files;

import ag.nn.Decision;
import ag.nn.SavedModel;
import ag.nn.SavedModel.SavedLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Models of all shapes whose parameters are any doubles there are, NaN and the infinities among them. */
final class RandomModels {
    private static final List<String> ACTIVATIONS =
            List.of("tanh", "relu", "linear", "softmax", "swish", "σ₁", "\"quoted\"\\", "a\nb");

    private final Random random;

    RandomModels(long seed) {
        random = new Random(seed);
    }

    SavedModel next() {
        int inputs = 1 + random.nextInt(5);
        int width = inputs;
        int count = 0;
        List<SavedLayer> layers = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            SavedLayer layer = new SavedLayer(
                    1 + random.nextInt(6),
                    ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())),
                    random.nextBoolean(),
                    random.nextBoolean());
            layers.add(layer);
            count += layer.outputs() * width + (layer.bias() ? layer.outputs() : 0);
            width = layer.outputs();
        }
        return new SavedModel("net" + random.nextInt(1000), inputs, layers, numbers(count), decision());
    }

    double[] numbers(int count) {
        double[] numbers = new double[count];
        Arrays.setAll(numbers, _ -> number());
        return numbers;
    }

    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(-3, 4);
            case 1 -> -0.0;
            case 2 -> Double.NaN;
            case 3 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 4 -> random.nextGaussian();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private @Nullable Decision decision() {
        List<Decision> decisions = List.copyOf(EnumSet.allOf(Decision.class));
        int choice = random.nextInt(decisions.size() + 1);
        return choice == decisions.size() ? null : decisions.get(choice);
    }

    /** Whether two models are the same to the last bit. */
    static boolean same(SavedModel one, SavedModel other) {
        return one.name().equals(other.name())
                && one.inputs() == other.inputs()
                && one.layers().equals(other.layers())
                && one.decision() == other.decision()
                && same(one.parameters(), other.parameters());
    }

    /** Whether numbers are the same to the last bit; one NaN is as good as another. */
    static boolean same(double[] one, double[] other) {
        return Arrays.equals(
                Arrays.stream(one).mapToLong(Double::doubleToLongBits).toArray(),
                Arrays.stream(other).mapToLong(Double::doubleToLongBits).toArray());
    }
}
