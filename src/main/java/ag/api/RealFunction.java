package ag.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A function that a program has defined. It follows the session: what it uses may be set to other values between two calls. */
public final class RealFunction {
    private final AgSession session;
    private final String name;

    RealFunction(AgSession session, String name) {
        this.session = session;
        this.name = name;
    }

    /**
     * The function's value.
     *
     * @param arguments a number for each parameter
     * @throws ProgramException where there are too many or too few arguments, or the function fails at them
     * @throws IllegalStateException where it gives something other than a number
     */
    public double at(double... arguments) {
        String written = Arrays.stream(arguments).mapToObj(Literal::of).collect(Collectors.joining(", "));
        return session.value(name + "(" + written + ")").number();
    }

    /** The exact derivative of a function of one number, which has a derivative again. */
    public RealFunction derivative() {
        return new RealFunction(session, name + "'");
    }

    @Override
    public String toString() {
        return name;
    }
}
