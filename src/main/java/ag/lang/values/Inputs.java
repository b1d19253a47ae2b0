package ag.lang.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inputs of a session: leaves on the tape that have names and can be changed. */
public final class Inputs {
    private static final int NO_OWNER = -1;

    private final Workspace workspace;
    private final List<Input> all = new ArrayList<>();
    private int nextOwner;
    private long version;

    /** The input that was last changed, as neighbours mostly belong to one; null where that leaf belongs to no input. */
    private @Nullable Input lastSet;

    Inputs(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A new input that holds the numbers of {@code value}. */
    public Input create(String name, Datum value) {
        int owner = nextOwner++;
        Input input = new Input(name, owner, leaves(value, owner));
        all.add(input);
        return input;
    }

    /** Does something with inputs that exist only while it is done; neither they nor what is built on them is left on the tape. */
    public void visiting(Runnable work) {
        remember();
        int mark = workspace.tape().mark();
        int count = all.size();
        long before = workspace.rebuilds();
        try {
            work.run();
        } finally {
            all.subList(count, all.size()).clear();
            if (workspace.rebuilds() == before) {
                workspace.tape().rewind(mark);
            }
        }
    }

    /** Leaves that belong to no input, for a derivative at a point. */
    public Datum anonymous(Datum value) {
        return leaves(value, NO_OWNER);
    }

    private Datum leaves(Datum value, int owner) {
        if (value instanceof Tensor tensor) {
            int start = workspace.tape().size();
            for (int i = 0; i < tensor.size(); i++) {
                workspace.tape().input(workspace.number(tensor.element(i)), owner, i);
            }
            return tensor.withRun(start);
        }
        return new Datum.Scalar(workspace.tape().input(workspace.number(value), owner, 0));
    }

    /** The input that a leaf belongs to; null for a leaf that belongs to none. */
    public @Nullable Input ownerOf(int leaf) {
        int owner = workspace.tape().owner(leaf);
        if (owner >= 0 && owner < all.size() && all.get(owner).owner() == owner) {
            return all.get(owner);
        }
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Input candidate = all.get(middle);
            if (candidate.owner() == owner) {
                return candidate;
            }
            if (candidate.owner() < owner) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** All inputs that still exist, oldest first. */
    public List<Input> all() {
        return all;
    }

    /** Forgets all inputs but these, which stay in their order. */
    public void keep(List<Input> live) {
        all.retainAll(new HashSet<>(live));
    }

    /** Changes a leaf; everything built on it follows. */
    public void set(int leaf, double number) {
        Input input = lastSet;
        if (input == null || input.owner() != workspace.tape().owner(leaf)) {
            input = ownerOf(leaf);
            lastSet = input;
        }
        if (input != null) {
            remember(input);
        }
        workspace.tape().set(leaf, number);
        version++;
    }

    /** Remembers what the inputs hold and what {@code backward} has added up, before the running statement changes any of it. */
    public void remember() {
        workspace.undo().before(all, () -> {
            all.forEach(this::remember);
            return () -> {};
        });
    }

    private void remember(Input input) {
        workspace.undo().before(input, () -> restoring(input));
    }

    private Runnable restoring(Input input) {
        double[] held = new double[input.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = workspace.tape().value(input.node(i));
        }
        Runnable gradient = input.keepAccumulated();
        return () -> {
            gradient.run();
            for (int i = 0; i < held.length; i++) {
                if (Double.compare(workspace.tape().value(input.node(i)), held[i]) != 0) {
                    workspace.tape().set(input.node(i), held[i]);
                    version++;
                }
            }
        };
    }

    /** Notes that something changed that a formula may have looked at, such as what a model remembers of its training. */
    public void changed() {
        version++;
    }

    /** Grows with every change of an input. */
    public long version() {
        return version;
    }
}
