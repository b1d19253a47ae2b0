package ag.lang.reading;

import java.util.List;

/** The names where an expression stands. */
public interface Meanings {
    Meaning of(String name);

    /** The inputs that the value of a name was computed from. */
    List<String> inputs(String name);
}
