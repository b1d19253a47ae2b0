package ag.lang.builtins;

/** A thing that {@code len} can count, such as a data set's samples. */
public interface Sized {
    int length();
}
