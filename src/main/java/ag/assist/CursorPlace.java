package ag.assist;

import ag.lang.source.SourceText;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the cursor is: in which block, in which statement, behind what. */
final class CursorPlace {
    /** The word of the statement whose block it is in; empty outside. */
    private String block = "";
    /** The word that begins the statement; empty where none has begun, or it begins with no such word. */
    private String statement = "";
    /** The last word inside the statement that belongs to it, or that began a line of a block. */
    private String line = "";

    private boolean atStart = true;
    private @Nullable Lexeme last;
    private @Nullable Lexeme beforeLast;

    static CursorPlace of(String before) {
        CursorPlace around = new CursorPlace();
        List<String> blocks = new ArrayList<>();
        List<Boolean> braces = new ArrayList<>();
        int end = 0;
        // A word that begins a statement is one only with something behind it.
        for (Lexeme lexeme : Lexeme.of(new SourceText("", before + "x"))) {
            if (lexeme.span().end() > before.length()) {
                break;
            }
            boolean inBraces = braces.isEmpty() || braces.getLast();
            String gap = before.substring(end, lexeme.span().start());
            if (inBraces && endsStatement(gap)) {
                around.begin();
            }
            end = lexeme.span().end();
            switch (lexeme.kind()) {
                case COMMAND -> around.statement = lexeme.text();
                case CLAUSE -> around.line = lexeme.text();
                case KEYWORD -> around.statement = around.atStart ? lexeme.text() : around.statement;
                case OPENING -> {
                    braces.add(lexeme.text().equals("{"));
                    blocks.add(around.block);
                    if (braces.getLast()) {
                        around.block = around.statement;
                    }
                }
                case CLOSING -> {
                    if (!braces.isEmpty()) {
                        braces.removeLast();
                        around.block = blocks.removeLast();
                    }
                }
                default -> {}
            }
            around.beforeLast = around.last;
            around.last = lexeme;
            around.atStart = false;
            if (lexeme.text().equals("{")) {
                around.begin();
            }
        }
        if ((braces.isEmpty() || braces.getLast()) && endsStatement(before.substring(end))) {
            around.begin();
        }
        return around;
    }

    private static boolean endsStatement(String gap) {
        return gap.indexOf('\n') >= 0 || gap.indexOf(';') >= 0;
    }

    private void begin() {
        atStart = true;
        statement = "";
        line = "";
        last = null;
    }

    boolean endsOperand() {
        return last != null
                && switch (last.kind()) {
                    case NUMBER, TEXT, NAME, TENTATIVE, PART, DEFINED, CLOSING -> true;
                    case COMMAND, CLAUSE, KEYWORD, OPERATOR, OPENING, SIGN, COMMENT, STRANGE -> false;
                };
    }

    /** The roles of the names that fit here; empty where all do. */
    Set<String> wanted() {
        Lexeme behind = last;
        if (behind == null || (behind.kind() != Kind.COMMAND && behind.kind() != Kind.CLAUSE)) {
            return Set.of();
        }
        return switch (behind.text()) {
            case "set", "wrt" -> Set.of("input", "model");
            case "zero", "over" -> Set.of("input");
            case "train", "save", "export", "summary", "of" -> Set.of("model");
            case "on" -> Set.of("data set");
            default -> Set.of();
        };
    }

    String block() {
        return block;
    }

    String statement() {
        return statement;
    }

    String line() {
        return line;
    }

    boolean atStart() {
        return atStart;
    }

    @Nullable
    Lexeme last() {
        return last;
    }

    @Nullable
    Lexeme beforeLast() {
        return beforeLast;
    }
}
