package ag.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives every different text a class number. */
public final class ClassNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** A class that has turned up already and is the same word, but for its capital letters. */
    public Optional<String> spelledOtherwise(String text) {
        if (numbers.containsKey(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(spellings.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
    }

    /** The number of a text for now: in the order in which texts turn up. */
    public int numberOf(String text) {
        return numbers.computeIfAbsent(text, _ -> numbers.size());
    }

    /**
     * Gives the classes their final numbers, which follow the sorted order of the texts, so that they don't depend on
     * the order of the rows. Returns the sorted texts.
     *
     * @param targets the numbers handed out so far, which are replaced; left alone if no text has turned up
     */
    public List<String> sort(double[] targets) {
        List<String> names = numbers.keySet().stream().sorted().toList();
        int[] places = new int[names.size()];
        for (int place = 0; place < places.length; place++) {
            places[numberOf(names.get(place))] = place;
        }
        if (!names.isEmpty()) {
            for (int i = 0; i < targets.length; i++) {
                targets[i] = places[(int) targets[i]];
            }
        }
        return names;
    }
}
