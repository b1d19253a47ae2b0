package ag.assist;

import ag.lang.interpreter.Interpreter;
import ag.spelling.Greek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mathematics writes besides names: Greek letters by their names, {@code f'}, {@code dy/dx} and {@code d/dx}. */
record NotationSuggestions(Interpreter language) {
    private static final String YOURS = "yours";

    /** @param begun the word as far as it is typed; without one nothing is suggested */
    List<Suggestion> of(String begun) {
        if (begun.isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        for (String name : language.definedNames()) {
            derivative(name).ifPresent(found::add);
            for (String letter : language.letters(name)) {
                String quotient = "d" + name + "/d" + letter;
                found.add(new Suggestion(quotient, quotient, YOURS, "derivative of " + name));
            }
        }
        found.add(new Suggestion("d/dx", "d/dx", "functions", "the derivative of the term behind it"));
        for (String name : Greek.letterNames()) {
            if (language.role(name).isEmpty()) {
                String letter = Greek.letter(name);
                found.add(new Suggestion(name, name + " " + letter, "letters", "read as " + letter));
            }
        }
        return found;
    }

    /** {@code f'} of one's own function of one number. */
    private Optional<Suggestion> derivative(String name) {
        return language.signature(name)
                .filter(signature -> signature.startsWith(name + "(") && !signature.contains(","))
                .map(signature -> new Suggestion(
                        name + "'", name + "'" + signature.substring(name.length()), YOURS, "derivative of " + name));
    }
}
