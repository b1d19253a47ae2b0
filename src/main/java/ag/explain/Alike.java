package ag.explain;

import ag.engine.Tape;

/** Tells which nodes do the same, so that they can be shown as one. */
final class Alike {
    private Alike() {}

    /** Whether two nodes are elements of one thing: both of the same named vector, or both made by the same operation in one place. */
    static boolean nodes(Tape tape, NodeNames names, int node, int next) {
        NodeNames.Place here = names.place(node);
        NodeNames.Place there = names.place(next);
        if (here != null || there != null) {
            return here != null
                    && there != null
                    && here.of().name().equals(there.of().name());
        }
        return tape.operation(node) == tape.operation(next)
                && tape.originOf(node) == tape.originOf(next)
                && tape.operands(node).length == tape.operands(next).length;
    }
}
