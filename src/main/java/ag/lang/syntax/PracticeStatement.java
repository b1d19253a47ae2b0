package ag.lang.syntax;

import ag.lang.source.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a learner, or answers one. */
public sealed interface PracticeStatement extends Statement {
    /** {@code step L}: walks the forward and the backward pass, one step at a time. */
    record Step(Expr of, @Nullable String path, Span span) implements PracticeStatement, ReadingStatement.About {}

    /** {@code practice L}: asks for every value and gradient, or for the derivative of a function, rule by rule. */
    record Practice(Expr of, @Nullable String path, Span span) implements PracticeStatement, ReadingStatement.About {}

    /** {@code practice chain rule level 2 seed 5}: exercises for one rule. */
    record PracticeRule(String rule, Span ruleSpan, List<RuleOption> options, Span span) implements PracticeStatement {
        public PracticeRule {
            options = List.copyOf(options);
        }
    }

    /**
     * {@code level 2}, {@code seed 1..30}.
     *
     * @param last the same as the value where there is one number alone
     */
    record RuleOption(String name, double value, double last, Span span) {
        public RuleOption(String name, double value, Span span) {
            this(name, value, value, span);
        }
    }

    /** {@code guess grad(L, a) = 4}: judges an answer. */
    record Guess(Expr asked, Expr answer, Span span) implements PracticeStatement, ReadingStatement {
        @Override
        public void expressions(Consumer<? super Expr> reader) {
            reader.accept(asked);
            reader.accept(answer);
        }
    }

    /**
     * {@code hint} and {@code show}: help with the derivative that was guessed wrongly.
     *
     * @param answer whether the answer is asked for
     */
    record GuessHelp(Expr.Name word, boolean answer, Span span) implements PracticeStatement {}

    /**
     * {@code worksheet "chain rule" 10 questions seed 7 to "sheet.html"}, {@code worksheet "Test" { x^2 sin(x); ln(3x) }}.
     *
     * @param title the rule that exercises are made for, or, above exercises of one's own, any title; may then be empty
     * @param tasks what is to be derived; none where exercises are made for a rule
     * @param key whether the answers are asked for
     * @param answered files of answers to be marked
     * @param path where it is written; null where it is shown
     */
    record Worksheet(
            String title,
            List<Expr> tasks,
            List<RuleOption> options,
            boolean key,
            List<String> answered,
            @Nullable String path,
            Span span)
            implements PracticeStatement, ReadingStatement {
        public Worksheet {
            tasks = List.copyOf(tasks);
            options = List.copyOf(options);
            answered = List.copyOf(answered);
        }

        @Override
        public void expressions(Consumer<? super Expr> reader) {
            tasks.forEach(reader);
        }
    }
}
