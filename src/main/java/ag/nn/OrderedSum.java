package ag.nn;

/** Adds up what several threads compute, in the order of the parts and not of their arrival. */
final class OrderedSum {
    private final double[] gradient;
    private double loss;
    private int turn;
    private boolean abandoned;

    /**
     * @param gradient what the gradients are added to
     */
    OrderedSum(double[] gradient) {
        this.gradient = gradient;
    }

    /** Waits until all parts before this one have been added, then adds it. */
    synchronized void add(int part, double partLoss, double[] partGradient) {
        while (turn != part && !abandoned) {
            try {
                wait();
            } catch (InterruptedException e) {
                abandoned = true;
                Thread.currentThread().interrupt();
            }
        }
        if (abandoned) {
            throw new IllegalStateException("another part of the sum failed");
        }
        loss += partLoss;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += partGradient[i];
        }
        turn++;
        notifyAll();
    }

    /** Lets no one wait for a part that will never come. */
    synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    synchronized double loss() {
        return loss;
    }
}
