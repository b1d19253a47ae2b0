package ag.lang.reading;

/** The names where an expression stands. */
@FunctionalInterface
public interface Meanings {
    Meaning of(String name);
}
