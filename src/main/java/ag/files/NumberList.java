package ag.files;

import java.util.Arrays;

/** Numbers of a file of which it is not known how many there will be: room is made for what is there, not for what is said. */
final class NumberList {
    // Some virtual machines cannot make longer arrays.
    static final int MOST = Integer.MAX_VALUE - 8;

    private double[] numbers = new double[16];
    private int size;

    /** Whether not one more number can be kept. */
    boolean isFull() {
        return size == MOST;
    }

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, (int) Math.min(MOST, size + size / 2L));
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    /** Copies all numbers into {@code target}, the first to {@code at}. */
    void copyTo(double[] target, int at) {
        System.arraycopy(numbers, 0, target, at, size);
    }

    double[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
