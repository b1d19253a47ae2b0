package ag.lang.syntax;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme.Kind;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Says of each token what it is, by what stands around it. */
final class LexemeReader {
    private static final Set<Integer> COMMANDS =
            Arrays.stream(CommandWord.values()).map(CommandWord::tokenType).collect(Collectors.toSet());
    private static final Set<Integer> CLAUSES = Arrays.stream(CommandWord.values())
            .flatMap(command -> command.clauses().values().stream())
            .collect(Collectors.toSet());

    private final SourceText source;
    private final Places places;
    private final List<Lexeme> lexemes = new ArrayList<>();

    LexemeReader(SourceText source) {
        this.source = source;
        this.places = new Places(new Span(source, 0, source.text().length()));
    }

    List<Lexeme> read() {
        for (List<Token> statement :
                StatementTokens.of(new Span(source, 0, source.text().length()))) {
            List<Token> tokens = statement.stream()
                    .filter(token -> token.getType() != AgParser.JUXTAPOSED
                            && token.getType() != AgParser.NEXT
                            && !isUnwritten(token)
                            && token.getType() != Token.EOF)
                    .toList();
            int start = 0;
            for (int i = 0; i <= tokens.size(); i++) {
                if (i == tokens.size() || beginsAnother(tokens.get(i))) {
                    read(tokens.subList(start, Math.min(i + 1, tokens.size())));
                    start = i + 1;
                }
            }
        }
        comment(
                lexemes.isEmpty() ? 0 : lexemes.getLast().span().end(),
                source.text().length());
        return lexemes;
    }

    private static boolean beginsAnother(Token token) {
        return token.getType() == AgParser.SEPARATOR || token.getText().equals("{");
    }

    /** Reads a statement, or the part of one before its block. */
    private void read(List<Token> part) {
        int definition = definitionEnd(part);
        boolean tentative = isSetting(part) || mayBecomeDefinition(part);
        boolean loop = false;
        int depth = 0;
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            if (token.getType() == AgParser.SEPARATOR) {
                continue;
            }
            String text = token.getText();
            loop = token.getType() == AgParser.FOR || (loop && token.getType() != AgParser.IN);
            depth += text.equals("(") || text.equals("[") ? 1 : text.equals(")") || text.equals("]") ? -1 : 0;
            Kind kind = kind(token);
            if (kind == Kind.NAME) {
                kind = name(part, i, i < definition || loop, depth, tentative);
            }
            add(places.span(token), kind, names(token, kind));
        }
    }

    /** Whether it has no place in the text: {@code eˣ} has no bracket that one could see. */
    private static boolean isUnwritten(Token token) {
        return token.getStopIndex() < token.getStartIndex() && token.getType() != Token.EOF;
    }

    private List<String> names(Token token, Kind kind) {
        return switch (kind) {
            case NAME, DEFINED, TENTATIVE, PART -> List.of(token.getText());
            case OPERATOR ->
                switch (token.getType()) {
                    case AgParser.DIFFERENTIATE, AgParser.DIFFERENTIAL -> letters(token);
                    case AgParser.QUOTIENT -> {
                        List<String> names = new ArrayList<>(letters(token));
                        names.addFirst(DerivativeSigns.of(token, places).name());
                        yield names;
                    }
                    default -> List.of();
                };
            default -> List.of();
        };
    }

    private List<String> letters(Token token) {
        return DerivativeSigns.letters(token, places).stream()
                .map(Expr.Name::name)
                .distinct()
                .toList();
    }

    private static Kind name(List<Token> part, int i, boolean defined, int depth, boolean tentative) {
        String before = i == 0 ? "" : part.get(i - 1).getText();
        String behind = i + 1 == part.size() ? "" : part.get(i + 1).getText();
        if (before.equals(".")) {
            return Kind.PART;
        }
        if (behind.equals("=") && depth > 0 && !defined && !isIndexOfSum(part, i)) {
            return Kind.PART;
        }
        if (defined || (i > 0 && namesItsThing(part.get(i - 1)))) {
            return Kind.DEFINED;
        }
        if (isParameter(part, i)) {
            return Kind.DEFINED;
        }
        boolean binding = behind.equals("=")
                && (depth == 0 || isIndexOfSum(part, i))
                && part.getFirst().getType() != AgParser.SET;
        return binding ? Kind.DEFINED : tentative ? Kind.TENTATIVE : Kind.NAME;
    }

    /** Whether it stands before the arrow of {@code (x, y) -> x*y}. */
    private static boolean isParameter(List<Token> part, int i) {
        int end = i + 1;
        while (end < part.size()
                && (part.get(end).getType() == AgParser.NAME || part.get(end).getType() == AgParser.COMMA)) {
            end++;
        }
        boolean bracket = end < part.size() && part.get(end).getType() == AgParser.RPAREN;
        int arrow = bracket ? end + 1 : i + 1;
        return arrow < part.size() && part.get(arrow).getType() == AgParser.MAPS_TO;
    }

    /** Whether it is the k of {@code Σ(k=1..n)} or {@code Σ_{k=1}^{n}}. */
    private static boolean isIndexOfSum(List<Token> part, int i) {
        return i > 1 && part.get(i - 2).getType() == AgParser.SIGMA;
    }

    private static boolean namesItsThing(Token word) {
        return word.getType() == AgParser.DATA
                || word.getType() == AgParser.MLP
                || (word.getType() == AgParser.FILE_COMMAND && word.getText().equals("load"));
    }

    private static boolean isSetting(List<Token> part) {
        return !part.isEmpty() && part.getFirst().getType() == AgParser.OPTION;
    }

    private static boolean beginsFunction(List<Token> part) {
        return part.size() > 1
                && part.get(0).getType() == AgParser.NAME
                && part.get(1).getText().equals("(");
    }

    /** Whether it is a name with nothing but names in its parentheses, as is {@code f(x, y) = …} before its sign is typed. */
    private static boolean mayBecomeDefinition(List<Token> part) {
        return beginsFunction(part)
                && part.stream().allMatch(token -> token.getType() == AgParser.NAME || "(,)".contains(token.getText()));
    }

    /** Where the names end that a statement such as {@code f(x, y) = …} or {@code (a, b) = …} defines; 0 where it is none. */
    private static int definitionEnd(List<Token> part) {
        boolean function = beginsFunction(part);
        if (!function && (part.isEmpty() || !part.getFirst().getText().equals("("))) {
            return 0;
        }
        int depth = 0;
        for (int i = function ? 1 : 0; i < part.size(); i++) {
            String text = part.get(i).getText();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1 < part.size() && part.get(i + 1).getText().equals("=") ? i : 0;
            }
        }
        return 0;
    }

    private Kind kind(Token token) {
        return switch (token.getType()) {
            case AgParser.NAME -> token.getText().equals("∞") ? Kind.NUMBER : Kind.NAME;
            case AgParser.NUMBER, AgParser.FRACTION, AgParser.SUPERSCRIPT -> Kind.NUMBER;
            case AgParser.GIVEN -> Kind.KEYWORD;
            case AgParser.AT, AgParser.EVERY, AgParser.OTHERWISE -> Kind.CLAUSE;
            case AgParser.DIFFERENTIATE,
                    AgParser.DIFFERENTIAL,
                    AgParser.QUOTIENT,
                    AgParser.SIGMA,
                    AgParser.ROOT,
                    AgParser.CUBE_ROOT,
                    AgParser.NABLA -> Kind.OPERATOR;
            case AgParser.STRING, AgParser.OPEN_STRING -> Kind.TEXT;
            case AgParser.OPTION -> Kind.CLAUSE;
            case AgParser.STRANGE -> Kind.STRANGE;
            default ->
                ReservedWords.contains(token)
                        ? Kind.KEYWORD
                        : COMMANDS.contains(token.getType())
                                ? Kind.COMMAND
                                : CLAUSES.contains(token.getType()) ? Kind.CLAUSE : sign(token);
        };
    }

    private Kind sign(Token token) {
        String written = places.span(token).text();
        if (token instanceof LatexTokens.Rewritten && !written.equals(token.getText())) {
            return written.startsWith("\\") ? Kind.OPERATOR : Kind.SIGN;
        }
        return switch (token.getText()) {
            case "(", "[", "{" -> Kind.OPENING;
            case ")", "]", "}" -> Kind.CLOSING;
            default -> Kind.SIGN;
        };
    }

    private void add(Span span, Kind kind, List<String> names) {
        comment(lexemes.isEmpty() ? 0 : lexemes.getLast().span().end(), span.start());
        lexemes.add(new Lexeme(span, kind, names));
    }

    /** Comments are not among the tokens: they stand in the gaps between them. */
    private void comment(int from, int to) {
        String gap = source.text().substring(from, Math.max(from, to));
        for (int hash = gap.indexOf('#'); hash >= 0; ) {
            int end = hash;
            while (end < gap.length() && gap.charAt(end) != '\n' && gap.charAt(end) != '\r') {
                end++;
            }
            lexemes.add(new Lexeme(new Span(source, from + hash, from + end), Kind.COMMENT, List.of()));
            hash = gap.indexOf('#', end);
        }
    }
}
