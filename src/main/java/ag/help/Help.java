package ag.help;

import ag.engine.Operation;
import ag.help.Topic.Kind;
import ag.host.Host;
import ag.lang.builtins.Library;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.optimize.Optimizers;
import ag.result.Format;
import ag.result.Plain;
import ag.session.Interruption;
import ag.session.Session;
import ag.spelling.Nearest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be explained, by name.
 *
 * <pre>{@code
 * Help help = Help.standard();
 * help.topic("tanh").map(topic -> new HelpPrinter(Style.PLAIN, 80).text(topic));
 * help.nearest("tahn");   // tanh
 * }</pre>
 */
public final class Help {
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    private Help(Library library) {
        StatementTopics.ROWS.forEach(this::add);
        IdeaTopics.ROWS.forEach(this::add);
        Optimizers.ROWS.stream().map(OptimizerTopics::of).forEach(this::add);
        Arrays.stream(Operation.values())
                .filter(row -> row.kind() == Operation.Kind.INFIX || row.kind() == Operation.Kind.PREFIX)
                .map(FunctionTopics::operator)
                .forEach(this::add);
        library.functions().stream()
                .flatMap(function -> FunctionTopics.of(function).stream())
                .forEach(this::add);
        library.names().forEach((name, datum) -> {
            if (datum instanceof Datum.Num number && !(datum instanceof Callable)) {
                String value = new Format(Format.STANDARD_DIGITS).text(new Plain.Real(number.value()));
                add(Topic.of(name, Kind.CONSTANT, name, "the constant " + value, "2*" + name));
            }
        });
    }

    /** The help for the language as it comes. */
    public static Help standard() {
        return new Help(new Session(_ -> {}, Host.PLAIN, Interruption.none())
                .interpreter()
                .library());
    }

    /** A statement comes before a function of the same name. */
    private void add(Topic topic) {
        topics.putIfAbsent(topic.name(), topic);
    }

    /** What there is to say about a word. */
    public Optional<Topic> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    /** The topic that a misspelt word was probably meant to be. */
    public Optional<String> nearest(String name) {
        return Nearest.to(name, topics.keySet());
    }

    /** All topics: statements, ideas, optimizers, operators, functions, constants. */
    public Collection<Topic> topics() {
        return topics.values();
    }
}
