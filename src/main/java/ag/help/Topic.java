package ag.help;

import java.util.List;

/**
 * What there is to say about one word of the language.
 *
 * @param name what one asks for: {@code tanh}, {@code train}
 * @param form how it is written
 * @param summary what it is, in a line or two
 * @param facts what else is known, such as where a function has values
 * @param example a program that shows it; empty where none can be run
 * @param curve a statement that draws it; empty where there is no curve
 */
public record Topic(
        String name, Kind kind, String form, String summary, List<Fact> facts, String example, String curve) {
    public Topic {
        facts = List.copyOf(facts);
    }

    /** What a topic is about. */
    public enum Kind {
        FUNCTION,
        OPERATOR,
        CONSTANT,
        STATEMENT,
        OPTIMIZER,
        IDEA
    }

    /** Something known about a topic, and what it is called: {@code derivative}, {@code 1 - y^2}. */
    public record Fact(String label, String text) {}

    static Topic of(String name, Kind kind, String form, String summary, String example) {
        return new Topic(name, kind, form, summary, List.of(), example, "");
    }

    Topic with(List<Fact> more) {
        return new Topic(name, kind, form, summary, more, example, curve);
    }
}
