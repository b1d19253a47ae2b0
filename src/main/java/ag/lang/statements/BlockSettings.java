package ag.lang.statements;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement.Setting;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a block such as {@code train net on d { … }}, each word at most once unless it may repeat. */
final class BlockSettings {
    private final String owner;
    private final List<Setting> settings;

    /** @param known the words the block understands, each with the form it is written in */
    BlockSettings(String owner, List<Setting> settings, List<Form> known, List<String> repeatable) {
        this.owner = owner;
        this.settings = settings;
        List<String> seen = new ArrayList<>();
        for (Setting setting : settings) {
            Form form = known.stream()
                    .filter(f -> f.word.equals(setting.word()))
                    .findFirst()
                    .orElseThrow(() -> unknown(setting, known));
            if (seen.contains(setting.word()) && !repeatable.contains(setting.word())) {
                throw new AgException(
                        ErrorCode.REPEATED_SETTING,
                        "'" + setting.word() + "' is given twice",
                        setting.wordSpan(),
                        "give it once");
            }
            seen.add(setting.word());
            if (setting.values().size() < form.least || setting.values().size() > form.most) {
                throw otherwise(setting, form.example);
            }
        }
    }

    /**
     * A word of a block.
     *
     * @param example how it is written
     * @param least how few things stand behind it
     * @param most how many
     */
    record Form(String word, String example, int least, int most) {}

    private AgException unknown(Setting setting, List<Form> known) {
        List<String> words = known.stream().map(Form::word).toList();
        String hint = Nearest.to(setting.word(), words)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(owner + " takes: " + String.join(", ", words));
        return new AgException(
                ErrorCode.UNKNOWN_SETTING, owner + " has no '" + setting.word() + "'", setting.wordSpan(), hint);
    }

    Optional<Setting> find(String word) {
        return settings.stream().filter(setting -> setting.word().equals(word)).findFirst();
    }

    List<Setting> all(String word) {
        return settings.stream().filter(setting -> setting.word().equals(word)).toList();
    }

    /** The word that a thing on a line must be, such as {@code every}. */
    static void requireWord(Setting setting, int index, String word, String example) {
        if (!isWord(setting.values().get(index), word)) {
            throw otherwise(setting, example);
        }
    }

    /** A line that is not written as it should be. */
    static AgException otherwise(Setting setting, String example) {
        return new AgException(
                ErrorCode.BAD_SETTING,
                "'" + setting.word() + "' is not written like this",
                setting.span(),
                "write: " + example);
    }

    static boolean isWord(Expr expression, String word) {
        return expression instanceof Expr.Name name && name.name().equals(word);
    }

    /** The word that a line consists of, out of those allowed. */
    static String word(Setting setting, List<String> allowed) {
        if (setting.values().getFirst() instanceof Expr.Name name && allowed.contains(name.name())) {
            return name.name();
        }
        Span span = setting.values().getFirst().span();
        throw new AgException(
                ErrorCode.BAD_SETTING,
                "'" + setting.word() + "' does not know '" + span.text() + "'",
                span,
                "it is one of: " + String.join(", ", allowed));
    }
}
