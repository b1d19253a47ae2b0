package ag.lang.values;

import ag.result.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The remarks of one statement: each is shown once, and where a loop would repeat it, how often that was at the end. */
final class Notes {
    private final Consumer<Result> results;
    private final Map<Key, Said> said = new LinkedHashMap<>();
    private long turn;

    Notes(Consumer<Result> results) {
        this.results = results;
    }

    /** What is said, and where. */
    private record Key(Object what, Object place) {}

    private static final class Said {
        final Result.Note note;
        int times = 1;
        long turn;

        Said(Result.Note note, long turn) {
            this.note = note;
            this.turn = turn;
        }
    }

    void begin() {
        said.clear();
        turn = 0;
    }

    void turn() {
        turn++;
    }

    /** Shows a remark, or counts it where the same has been shown of the place before. */
    void add(Object what, Object place, Supplier<Result.Note> remark) {
        Key key = new Key(what, place);
        Said before = said.get(key);
        if (before == null) {
            Result.Note note = remark.get();
            said.put(key, new Said(note, turn));
            results.accept(note);
        } else if (before.turn != turn) {
            before.turn = turn;
            before.times++;
        }
    }

    void end() {
        said.values().stream()
                .filter(one -> one.times > 1)
                .forEach(one -> results.accept(
                        new Result.Note(one.times + " times in all: " + one.note.text(), one.note.span())));
        begin();
    }
}
