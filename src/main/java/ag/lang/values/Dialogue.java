package ag.lang.values;

import java.util.Optional;

/** What a program can ask questions: a person at a terminal, or a script that answers for one. */
@FunctionalInterface
public interface Dialogue {
    /** Asks for a line; empty where the person has had enough. */
    Optional<String> ask(String prompt);
}
