package ag.web.page;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** A tape as a page sees it. Nodes are named by the order they were added in. */
public interface PageTape extends JSObject {
    /** Adds a leaf: an input, or a constant. */
    @JSMethod
    void leaf(boolean isInput, double value);

    /** Adds a node by the name of its row in the operation table. */
    @JSMethod
    void node(String operation, int[] operands);

    /** Takes another derivative for an operation of one number. */
    @JSMethod
    void suppose(String operation, String rule);

    /** Moves an input; what is built on it follows. */
    @JSMethod
    void set(int input, double value);

    @JSMethod
    double value(int node);

    /** The backward pass from a node. */
    @JSMethod
    void backward(int root);

    /** The gradient that the last backward pass found for a node. */
    @JSMethod
    double gradient(int node);

    /** The derivative of a node in one of its operands. */
    @JSMethod
    double slope(int node, int index);
}
