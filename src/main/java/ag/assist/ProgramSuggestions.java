package ag.assist;

import ag.help.Help;
import ag.help.Topic;
import ag.lang.interpreter.Interpreter;
import ag.lang.statements.BlockWord;
import ag.lang.syntax.Forms;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What can stand in a program: names, statements, the words inside of them, members. */
public final class ProgramSuggestions {
    private static final List<String> JOINING = List.of("and", "or", "then", "else", "for", "in", "if");

    private static final String YOURS = "yours";

    /** What a name must be that nothing else can stand in for, and how one is made. */
    private static final Map<String, String> ORIGINS = Map.of(
            "input", "there is no input yet: let x = 2 makes one",
            "model", "there is no network yet: mlp net { input 2; layer 1 } makes one");

    private final Supplier<Interpreter> interpreter;
    private final Supplier<Help> help;

    public ProgramSuggestions(Supplier<Interpreter> interpreter, Supplier<Help> help) {
        this.interpreter = interpreter;
        this.help = help;
    }

    /**
     * All that can stand in the place of a word.
     *
     * @param word a word outside of quotes
     */
    public List<Suggestion> of(WordAtCursor word) {
        CursorPlace around = CursorPlace.of(word.before());
        Lexeme last = around.last();
        if (last != null && last.text().equals(".")) {
            return members(around, word.text());
        }
        if (!BlockWord.of(around.block()).isEmpty()) {
            return inBlock(around);
        }
        if (around.atStart()) {
            List<Suggestion> all = statements();
            Set<String> words = Set.copyOf(Forms.words());
            names(Set.of()).stream()
                    .filter(name -> !words.contains(name.text()))
                    .forEach(all::add);
            all.addAll(new NotationSuggestions(interpreter.get()).of(word.text()));
            return all;
        }
        if (last != null && around.endsOperand()) {
            return words(around.statement());
        }
        List<Suggestion> names = names(around.wanted());
        if (around.wanted().isEmpty()) {
            names.addAll(new NotationSuggestions(interpreter.get()).of(word.text()));
        }
        return names;
    }

    /** Why nothing can stand there as long as something is not made; empty where something can. */
    public String lack(WordAtCursor word) {
        CursorPlace around = CursorPlace.of(word.before());
        return around.wanted().stream()
                .filter(role -> of(word).isEmpty())
                .map(role -> ORIGINS.getOrDefault(role, ""))
                .sorted()
                .findFirst()
                .orElse("");
    }

    private List<Suggestion> members(CursorPlace around, String begun) {
        Lexeme owner = around.beforeLast();
        List<Suggestion> members = new ArrayList<>();
        if (owner != null && owner.isWord()) {
            for (String member : interpreter.get().members(owner.text())) {
                members.add(new Suggestion(member, member, "members", "of " + owner.text()));
            }
        }
        boolean number = members.stream().allMatch(member -> member.text().equals("grad"));
        if (members.isEmpty() || (number && !begun.isEmpty())) {
            // A member goes before a function of its name, as a.grad does.
            names(Set.of("function")).stream()
                    .filter(function ->
                            members.stream().noneMatch(member -> member.text().equals(function.text())))
                    .toList()
                    .forEach(members::add);
        }
        return members;
    }

    private List<Suggestion> inBlock(CursorPlace around) {
        List<BlockWord> lines = BlockWord.of(around.block());
        if (around.atStart()) {
            return lines.stream()
                    .map(line -> Suggestion.leading(line.word(), "lines of " + around.block(), line.example()))
                    .toList();
        }
        List<String> choices = lines.stream()
                .filter(line -> line.word().equals(around.line()))
                .flatMap(line -> line.choices().stream())
                .toList();
        List<Suggestion> found = new ArrayList<>();
        for (String choice : choices) {
            found.add(new Suggestion(choice, choice.replace("(", ""), around.line(), summary(choice)));
        }
        names(Set.of()).stream()
                .filter(name -> choices.isEmpty() || name.group().equals(YOURS))
                .forEach(found::add);
        return found;
    }

    private List<Suggestion> statements() {
        List<Suggestion> statements = new ArrayList<>();
        for (String word : Forms.words()) {
            statements.add(Suggestion.leading(word, "statements", Forms.of(word)));
        }
        return statements;
    }

    private static List<Suggestion> words(String statement) {
        List<Suggestion> words = new ArrayList<>();
        for (String clause : Forms.clauses(statement)) {
            words.add(Suggestion.leading(clause, "words", Forms.of(statement)));
        }
        for (String word : JOINING) {
            words.add(Suggestion.leading(word, "words", ""));
        }
        return words;
    }

    /** The names of these roles; all names where there are none. */
    private List<Suggestion> names(Set<String> roles) {
        Interpreter language = interpreter.get();
        List<Suggestion> names = new ArrayList<>();
        Set<String> own = language.definedNames();
        for (String name : new LinkedHashSet<>(language.known())) {
            String role = language.role(name).orElse("");
            if (roles.isEmpty() || roles.contains(role)) {
                String shown = language.signature(name)
                        .filter(form -> !form.contains(" or "))
                        .orElse(name);
                boolean yours = own.contains(name);
                String what = yours ? role : summary(name);
                names.add(new Suggestion(name, shown, yours ? YOURS : role + "s", what));
            }
        }
        boolean anything =
                names.isEmpty() && !roles.isEmpty() && !ORIGINS.keySet().containsAll(roles);
        return anything ? names(Set.of()) : names;
    }

    private String summary(String name) {
        Optional<Topic> topic = help.get().topic(name);
        return topic.map(Topic::summary).orElse("");
    }
}
