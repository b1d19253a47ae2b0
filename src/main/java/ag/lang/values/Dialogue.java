package ag.lang.values;

import java.util.Optional;

/** Somebody whom a program can ask: a person at a terminal, or a script that answers for one. */
@FunctionalInterface
public interface Dialogue {
    /** Asks for a line; empty where the person has had enough. */
    Optional<String> ask(String prompt);
}
