package ag.lang.reading;

import ag.lang.syntax.WrittenNames;
import ag.lang.syntax.WrittenWord;
import java.util.List;
import java.util.function.Predicate;

/**
 * A word that is no name, taken apart: {@code xy} is x and y, {@code xsin} is x and sin.
 *
 * @param means whether a letter means something here
 * @param isFunction whether a name is one of the functions that need no brackets
 */
public record WrittenTogether(Predicate<String> means, Predicate<String> isFunction) {
    /** Letters that mostly vary: {@code sinx} is read as sin x even where x is nothing yet. */
    private static final String VARIABLES = "xyztuvwrsθφαβ";

    /** A longer word is rather a misspelt name. */
    private static final int MOST_FACTORS = 3;

    /** The names that the word is made of; empty where it is not made of those. */
    public List<String> parts(String word) {
        if (WrittenNames.isLetter(word) || isFunction.test(word) || word.endsWith("′")) {
            return List.of();
        }
        List<String> parts = WrittenWord.parts(word, means);
        if (!parts.isEmpty()) {
            return parts;
        }
        List<String> guessed = WrittenWord.parts(word, letter -> means.test(letter) || VARIABLES.contains(letter));
        if (guessed.stream().anyMatch(isFunction)) {
            return guessed;
        }
        // A word with a Greek letter in it is hardly a misspelt name: πr and ωt are products. In iπ, i is meant to be
        // imaginary.
        boolean product = word.chars().anyMatch(WrittenTogether::isGreek) && word.indexOf('i') < 0;
        return product ? WrittenWord.parts(word, _ -> true) : List.of();
    }

    /** A few letters that touch a number are factors where one of them means something: the {@code ac} of {@code (b² − 4ac)/a}. */
    List<String> behindNumber(String word) {
        if (word.length() > MOST_FACTORS || !word.chars().allMatch(Character::isLetter) || isFunction.test(word)) {
            return List.of();
        }
        List<String> letters = WrittenWord.parts(word, _ -> true);
        return letters.stream().anyMatch(means) ? letters : List.of();
    }

    /** Whether it is a small Greek letter; δx is one quantity. */
    private static boolean isGreek(int letter) {
        return letter >= 'α' && letter <= 'ω' && letter != 'δ';
    }
}
