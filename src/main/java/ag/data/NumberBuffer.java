package ag.data;

import java.util.Arrays;

/** Numbers of which it is not yet known how many there will be. */
public final class NumberBuffer {
    // Some virtual machines cannot make longer arrays.
    private static final int MOST = Integer.MAX_VALUE - 8;

    private double[] numbers;
    private int size;

    /** An empty buffer with room for {@code rows} rows of {@code width} numbers, if {@code rows} is positive. */
    public NumberBuffer(int rows, int width) {
        numbers = new double[Math.clamp((long) rows * width, 0, MOST)];
    }

    /** Whether that many more numbers can be kept at all. */
    public boolean hasRoomFor(int more) {
        return size <= MOST - more;
    }

    public void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, (int) Math.min(MOST, size + size / 2L + 1024));
        }
        numbers[size++] = number;
    }

    /** The numbers so far. The buffer hands over its array where that is full and must not be used any more. */
    public double[] toArray() {
        return size == numbers.length ? numbers : Arrays.copyOf(numbers, size);
    }
}
