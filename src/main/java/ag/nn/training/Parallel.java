package ag.nn.training;

/** Gives a training its workers. */
public interface Parallel {
    /** One worker, where there are no threads. */
    Parallel ONE = new Parallel() {
        @Override
        public int processors() {
            return 1;
        }

        @Override
        public Workers workers(int most) {
            return Workers.ONE;
        }
    };

    /** How many workers can work at once. */
    int processors();

    /** Up to this many workers, to be closed when the training is over. */
    Workers workers(int most);
}
