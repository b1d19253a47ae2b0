package ag.lang.statements;

import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.PracticeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.OptionalLong;

/**
 * Runs {@code practice chain rule level 2 seed 5}: exercises for one rule, one after the other; where there is no terminal, a sheet of ten.
 * The same seed gives the same exercises.
 */
record PractisingRule(ExerciseRule rule, int level, OptionalLong seed, Span span) implements Code {
    private static final int SHEET = 10;

    static Code compile(PracticeStatement.PracticeRule practice) {
        ExerciseRule rule = ExerciseRule.of(practice.rule())
                .orElseThrow(() -> new AgException(
                        ErrorCode.UNKNOWN_SETTING,
                        "there are no exercises for the '" + practice.rule() + " rule'",
                        practice.ruleSpan(),
                        "there are: " + String.join(" rule, ", ExerciseRule.words()) + " rule"));
        int level = 1;
        OptionalLong seed = OptionalLong.empty();
        for (PracticeStatement.RuleOption option : practice.options()) {
            long most = option.name().equals("level") ? ExerciseRule.LEVELS : RandomSource.MAX_SEED;
            double least = option.name().equals("level") ? 1 : 0;
            if (!(option.name().equals("level") || option.name().equals("seed"))
                    || option.value() != Elementary.round(option.value())
                    || option.value() < least
                    || option.value() > most) {
                throw new AgException(
                        ErrorCode.UNKNOWN_SETTING,
                        "exercises have a level of 1 to " + ExerciseRule.LEVELS + " and a whole number as seed",
                        option.span(),
                        "write: practice " + practice.rule() + " rule level 2 seed 5");
            }
            if (option.name().equals("level")) {
                level = (int) option.value();
            } else {
                seed = OptionalLong.of((long) option.value());
            }
        }
        return new PractisingRule(rule, level, seed, practice.span());
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        boolean endless = workspace.dialogue().isPresent();
        FormulaRound round = new FormulaRound(frame.machine, rule.word() + " rule", endless ? 0 : SHEET, span);
        // Without a seed each round of a session has exercises of its own.
        RandomSource random = new RandomSource(seed.orElse(frame.machine.practice.done()));
        ExerciseDeck deck = new ExerciseDeck(rule, level, random);
        for (int i = 0; endless || i < SHEET; i++) {
            if (!round.ask(new Exercise(deck.next(), ExerciseRule.X))) {
                break;
            }
        }
        round.score();
        return Loops.NOTHING;
    }
}
