package ag.machine;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what several threads compute, in the order of the parts and not of their arrival. A part that comes early is kept
 * until its turn, so that whoever brings it can go on; only one that is far ahead of the others waits for them.
 */
final class OrderedSum {
    private final double[] gradient;
    private double loss;
    private int turn;
    private boolean abandoned;
    /** Parts that are there, each at its number modulo the length. */
    private final @Nullable Part[] early;

    private final Deque<double[]> free = new ArrayDeque<>();

    private record Part(double loss, double[] gradient) {}

    /**
     * @param gradient what the gradients are added to
     * @param ahead how many parts may be kept
     */
    public OrderedSum(double[] gradient, int ahead) {
        this.gradient = gradient;
        early = new Part[ahead];
    }

    /** Takes a part, the array included, and gives an array of zeros for the next one. */
    public double[] add(int part, double partLoss, double[] partGradient) {
        double[] next = take(part, new Part(partLoss, partGradient));
        if (next == null) {
            return new double[gradient.length];
        }
        Arrays.fill(next, 0);
        return next;
    }

    private synchronized double @Nullable [] take(int part, Part content) {
        while (part - turn >= early.length && !abandoned) {
            try {
                wait();
            } catch (InterruptedException e) {
                abandoned = true;
                Thread.currentThread().interrupt();
            }
        }
        if (abandoned) {
            throw new CancellationException("another part of the sum failed");
        }
        early[part % early.length] = content;
        for (Part now = early[turn % early.length]; now != null; now = early[turn % early.length]) {
            loss += now.loss();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += now.gradient()[i];
            }
            free.push(now.gradient());
            early[turn % early.length] = null;
            turn++;
            notifyAll();
        }
        return free.poll();
    }

    /** Lets no one wait for a part that will never come. */
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    public synchronized double loss() {
        return loss;
    }
}
