package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import org.antlr.v4.runtime.Token;

/** Tells a command from a name of the program that is written like it, by what follows. */
final class CommandStart {
    private CommandStart() {}

    /** Whether what follows a command word makes it a command: {@code grad L}, but not {@code grad = 3} or {@code grad(L, a)}. */
    static boolean begins(CommandWord command, Token word, Token next, Token afterNext) {
        boolean spaced = next.getStartIndex() > word.getStopIndex() + 1;
        if (TokenRoles.isFirstWord(next) && command.takesOperand()) {
            return true;
        }
        return switch (next.getType()) {
            case Token.EOF, AgParser.LINE_END -> command.standsAlone();
            default ->
                switch (command.takesOperand() || ";}".contains(next.getText()) ? next.getText() : "") {
                    case "√", "∛", "∇", "½", "∂" -> true;
                    case "|", "‖" -> spaced;
                    case "(" -> spaced || command.takesParenthesis();
                    case "[" -> spaced;
                    case "{" -> command.takesBraces();
                    case "-", "−", "–" ->
                        spaced
                                && afterNext.getType() != AgParser.LINE_END
                                && afterNext.getStartIndex() == next.getStopIndex() + 1;
                    case ";", "}" -> command.standsAlone();
                    default -> false;
                };
        };
    }
}
