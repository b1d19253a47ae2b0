package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comprehension gives, one after the other. Plain numbers are kept as such, block by block: a hundred million of them
 * would not fit into memory as things of their own, and tidying those up would leave the program deaf for seconds.
 */
final class Gathered {
    private static final int SMALL = 8;
    private static final int BLOCK = SMALL << 10;

    private final List<double[]> full = new ArrayList<>();
    private double[] block = new double[SMALL];
    private int used;

    /** Everything, from the first on that is no plain number. */
    private @Nullable List<Datum> items;

    void add(Datum datum) {
        if (items == null && datum instanceof Datum.Num(double value)) {
            if (used == block.length) {
                makeRoom();
            }
            block[used++] = value;
            return;
        }
        items().add(datum);
    }

    private void makeRoom() {
        if (block.length < BLOCK) {
            block = Arrays.copyOf(block, 2 * used);
            return;
        }
        full.add(block);
        block = new double[BLOCK];
        used = 0;
    }

    boolean areNumbers() {
        return items == null;
    }

    /** The numbers, where there is nothing else. */
    Tensor vector() {
        int size = (int) Math.min((long) full.size() * BLOCK + used, Integer.MAX_VALUE); // which is out of memory
        double[] all = Arrays.copyOf(full.isEmpty() ? block : full.getFirst(), size);
        for (int i = 1; i < full.size(); i++) {
            System.arraycopy(full.get(i), 0, all, i * BLOCK, BLOCK);
        }
        if (!full.isEmpty()) {
            System.arraycopy(block, 0, all, full.size() * BLOCK, used);
        }
        return Tensor.vector(all);
    }

    /** Each for itself, whatever it is. */
    List<Datum> items() {
        if (items == null) {
            items = new ArrayList<>();
            for (double[] numbers : full) {
                addTo(items, numbers, BLOCK);
            }
            addTo(items, block, used);
        }
        return items;
    }

    private static void addTo(List<Datum> items, double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            items.add(new Datum.Num(numbers[i]));
        }
    }
}
