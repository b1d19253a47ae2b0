package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits something to data: the data, networks, minima, fits. */
public sealed interface LearningStatement extends Statement {
    /** {@code data d = make_moons(n = 100)}. */
    record DataDefinition(String name, Span nameSpan, Expr value, Span span) implements LearningStatement {}

    /** {@code data d { 2, 3 -> 1 }}. */
    record DataRows(String name, Span nameSpan, List<Row> rows, Span span) implements LearningStatement {
        public DataRows {
            rows = List.copyOf(rows);
        }
    }

    /** A sample: inputs and targets. */
    record Row(List<Expr> inputs, List<Expr> targets, Span span) {
        public Row {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
        }
    }

    /** {@code mlp net { … }}. */
    record Mlp(String name, Span nameSpan, List<Setting> settings, Span span) implements LearningStatement {
        public Mlp {
            settings = List.copyOf(settings);
        }
    }

    /** What goes step by step, and can stop after a given step. */
    sealed interface Stoppable extends LearningStatement {
        List<Setting> settings();
    }

    /** {@code train net on d { … }}. */
    record Train(Expr.Name model, Expr data, List<Setting> settings, Span span) implements Stoppable {
        public Train {
            settings = List.copyOf(settings);
        }
    }

    /**
     * {@code minimize L over a, b in 0..1 subject to a + b <= 1 { … }}.
     *
     * @param conditions comparisons and equations, as they are written
     */
    record Minimize(Expr of, List<Bounded> inputs, List<Expr> conditions, List<Setting> settings, Span span)
            implements Stoppable {
        public Minimize {
            inputs = List.copyOf(inputs);
            conditions = List.copyOf(conditions);
            settings = List.copyOf(settings);
        }
    }

    /** {@code fit y ~ b1*(1 - exp(-b2*x)) over b1, b2 in 0..1 { … }}. */
    record Fit(Expr data, Expr model, List<Bounded> parameters, List<Setting> settings, Span span)
            implements LearningStatement {
        public Fit {
            parameters = List.copyOf(parameters);
            settings = List.copyOf(settings);
        }
    }

    /**
     * An input that is fitted or minimized over, as {@code b in 0..1}.
     *
     * @param range what it must stay in; null where it may be anything
     */
    record Bounded(Expr.Name name, @Nullable Expr range) {}

    /** A line of a block such as {@code layer 16 tanh}: a word and the expressions behind it. */
    record Setting(String word, Span wordSpan, List<Expr> values, Span span) {
        public Setting {
            values = List.copyOf(values);
        }
    }

    /**
     * {@code save net to "net.ag.json"} and its kin, and {@code summary net}. An export may say where a training starts: {@code from start}, or
     * which library a program is for: {@code for jax}.
     */
    record ModelCommand(
            Command command,
            Expr.Name model,
            @Nullable String path,
            Expr.@Nullable Name start,
            Expr.@Nullable Name library,
            Span span)
            implements LearningStatement {}

    /** What a {@link ModelCommand} does. */
    enum Command {
        SAVE("save", "to"),
        LOAD("load", "from"),
        EXPORT("export", "to"),
        SUMMARY("summary", "");

        private final String word;
        private final String preposition;

        Command(String word, String preposition) {
            this.word = word;
            this.preposition = preposition;
        }

        public String word() {
            return word;
        }

        /** The word before the file's name; empty where there's no file. */
        public String preposition() {
            return preposition;
        }
    }
}
