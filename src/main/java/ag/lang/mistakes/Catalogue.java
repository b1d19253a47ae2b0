package ag.lang.mistakes;

import java.util.List;
import java.util.stream.Stream;

/** All mistakes, the likeliest first. */
public final class Catalogue {
    private Catalogue() {}

    /** Those with one rule come before those with the whole, and what says little, such as a sign, after what says much. */
    public static List<Mistake> all() {
        return Stream.of(
                        ChainMistakes.rows(),
                        ProductMistakes.rows(),
                        PowerMistakes.rows(),
                        ExponentialMistakes.rows(),
                        FunctionMistakes.rows(),
                        ConstantMistakes.rows(),
                        WholeMistakes.rows())
                .flatMap(List::stream)
                .toList();
    }
}
