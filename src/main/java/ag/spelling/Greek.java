package ag.spelling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The Greek letters and their names: {@code θ} is theta. */
public final class Greek {
    private static final Map<String, String> LETTERS = letters();
    private static final Map<String, String> NAMES = names();

    private Greek() {}

    /** The letter that a name such as {@code theta} or {@code Omega} is of; the name itself where it is of none. */
    public static String letter(String name) {
        return LETTERS.getOrDefault(name, name);
    }

    /** The name of a letter; the letter itself where it has none. */
    public static String name(String letter) {
        return NAMES.getOrDefault(letter, letter);
    }

    /** The names of all letters, in the order of the alphabet. */
    public static Set<String> letterNames() {
        return Collections.unmodifiableSet(LETTERS.keySet());
    }

    /** Whether it is the name of a letter. */
    public static boolean isName(String name) {
        return LETTERS.containsKey(name);
    }

    private static Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        String[] small = {
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
            "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
        };
        for (int i = 0; i < small.length; i++) {
            if (!small[i].isEmpty()) {
                letters.put(small[i], String.valueOf((char) ('α' + i)));
            }
        }
        // Only those that no Latin letter looks like.
        String[] capital = {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"};
        for (int i = 0; i < capital.length; i++) {
            letters.put(capital[i], String.valueOf("ΓΔΘΛΞΠΣΦΨΩ".charAt(i)));
        }
        letters.put("varepsilon", "ε");
        letters.put("vartheta", "θ");
        letters.put("varphi", "φ");
        return letters;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        LETTERS.forEach((name, letter) -> names.putIfAbsent(letter, name));
        names.put("ς", "sigma");
        return names;
    }
}
