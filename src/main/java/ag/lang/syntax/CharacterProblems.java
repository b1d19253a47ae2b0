package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.BlankCharacters;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.grammar.AgParser;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Says what to write in place of a character that means nothing here, such as those that other languages use. */
record CharacterProblems(WrongStatement statement) {
    AgException strange(Token token) {
        String text = token.getText();
        if (text.codePoints().allMatch(Character::isDigit)) {
            String digits = text.codePoints()
                    .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                    .collect(Collectors.joining());
            return statement.problem(
                    ErrorCode.STRANGE_CHARACTER,
                    "ag does not know the digits '" + text + "'",
                    token,
                    "write: " + digits);
        }
        Optional<String> blank = text.codePoints()
                .filter(BlankCharacters::contains)
                .mapToObj("U+%04X"::formatted)
                .findFirst();
        if (blank.isPresent()) {
            return statement.problem(
                    ErrorCode.STRANGE_CHARACTER,
                    "here is a character that does not show, " + blank.get(),
                    token,
                    "a name is what one sees of it: write it without");
        }
        Optional<AgException> mathematics = new MathematicalSigns(statement).problem(token);
        if (mathematics.isPresent()) {
            return mathematics.get();
        }
        String hint = switch (text) {
            case "&" -> "write 'and'";
            case "|" -> "write 'or'";
            case "%" -> "ag has no remainder sign: write mod(a, b); a percentage is divided by 100: x/100";
            case "?" ->
                statement.head().equals(token)
                        ? "write: ag help " + statement.token(1).getText() + ", or at the prompt: :help "
                                + statement.token(1).getText()
                        : "write: if c then p else q";
            case "→", "↦", "⇒" -> "a function is written f(x) = x^2";
            case ":" -> colonHint();
            case "\\" -> "remove it; a line goes on after an operator or a comma";
            case "“", "”", "„", "`", "‘", "’", "‚" -> "texts are written in straight quotes: \"…\"";
            case "$" -> "names are letters, digits and _";
            default -> "remove it";
        };
        return statement.problem(
                ErrorCode.STRANGE_CHARACTER, "ag does not know the character '" + text + "'", token, hint);
    }

    /** Whoever writes a colon often comes from Python. */
    private String colonHint() {
        Token head = statement.head();
        if (statement.has("def") || statement.has("lambda")) {
            return "a function is written f(x) = x^2, or f(x) = { … }";
        }
        int colon = statement.position(":");
        if (colon > 0
                && colon == statement.tokens().size() - 3
                && statement.token(colon - 1).getType() != AgParser.STRANGE
                && !statement.has("if")
                && !statement.has("for")
                && !statement.has("while")
                && TokenRoles.endsOperand(statement.token(colon - 1))) {
            return "a quotient is written " + statement.text(0, colon) + "/" + statement.text(colon + 1, colon + 2)
                    + ", and a value is given by =";
        }
        return statement.needsBlock()
                ? "write: " + Forms.of(head.getText())
                : "a value is given by '=', a choice is written: if c then p else q";
    }

    AgException singleQuotes(Token quote) {
        return statement.problem(
                ErrorCode.STRANGE_CHARACTER,
                "a text does not stand in single quotes",
                quote,
                "texts are written in double quotes: \"…\"");
    }
}
