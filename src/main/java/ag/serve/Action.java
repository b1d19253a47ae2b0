package ag.serve;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a client can ask for. */
enum Action {
    EVALUATE("evaluate"),
    INTERRUPT("interrupt"),
    ANSWER("answer"),
    COMPLETE("complete"),
    INSPECT("inspect"),
    IS_COMPLETE("is_complete"),
    FORMAT("format"),
    CHECK("check"),
    NAMES("names"),
    RESET("reset"),
    QUIT("quit");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(action -> action.word).collect(Collectors.joining(", "));
    }

    /** Whether it is done at once, while a program may be running. */
    boolean isUrgent() {
        return this == INTERRUPT || this == ANSWER;
    }
}
