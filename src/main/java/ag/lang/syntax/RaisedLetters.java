package ag.lang.syntax;

import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Puts {@code ^(x)} in the place of raised letters: {@code eˣ}, {@code e⁻ˣ} and {@code x²ⁿ} are powers. */
final class RaisedLetters {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿᵠᵡ";
    private static final String PLAIN = "0123456789+-()abcdefghijklmnoprstuvwxyzαβγδθφχ";
    /** What the grammar reads by itself. */
    private static final String SIMPLE = "[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+|⁻?ⁿ";

    private final List<Token> source;
    private final List<Token> out = new ArrayList<>();

    private RaisedLetters(List<Token> source) {
        this.source = source;
    }

    /** Whether a token may hold raised letters. */
    static boolean in(Token token) {
        String text = token.getText();
        return switch (token.getType()) {
            case AgParser.NAME -> begin(text) < text.length();
            case AgParser.SUPERSCRIPT -> !text.matches(SIMPLE);
            default -> false;
        };
    }

    static List<Token> of(List<Token> tokens) {
        RaisedLetters raised = new RaisedLetters(tokens);
        raised.rewrite();
        return raised.out;
    }

    /** Where the raised letters at the end of a text begin; its length where it has none. */
    private static int begin(String text) {
        int at = text.length();
        while (at > 0 && text.charAt(at - 1) > 0x7f && RAISED.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** Raised letters as letters on the line. */
    static String plain(String raised) {
        return raised.chars()
                .mapToObj(letter -> String.valueOf(PLAIN.charAt(RAISED.indexOf(letter))))
                .collect(Collectors.joining());
    }

    private void rewrite() {
        int i = 0;
        while (i < source.size()) {
            Token token = source.get(i);
            int begin = isWord(token) ? begin(token.getText()) : token.getText().length();
            if (begin == token.getText().length()) {
                out.add(token);
                i++;
                continue;
            }
            int end = i + 1;
            StringBuilder text = new StringBuilder(token.getText().substring(begin));
            while (end < source.size()
                    && isWord(source.get(end))
                    && begin(source.get(end).getText()) == 0
                    && source.get(end).getStartIndex() == source.get(end - 1).getStopIndex() + 1) {
                text.append(source.get(end).getText());
                end++;
            }
            if (begin == 0 && isOrder(text.toString(), i)) {
                prime(token, text.charAt(1));
            } else if (text.toString().matches(SIMPLE)) {
                out.addAll(source.subList(i, end));
            } else {
                power(token, begin, text.toString(), source.get(end - 1).getStopIndex());
            }
            i = end;
        }
    }

    /** {@code f⁽³⁾} is f‴. */
    private boolean isOrder(String raised, int at) {
        return raised.matches("⁽[¹²³⁴⁵⁶⁷⁸⁹]⁾")
                && at > 0
                && source.get(at - 1).getType() == AgParser.NAME
                && !WrittenNames.isFunction(source.get(at - 1).getText());
    }

    private void prime(Token token, char order) {
        String primes = "′".repeat(RAISED.indexOf(order));
        add(token, primes, AgParser.PRIME, token.getStartIndex(), token.getStopIndex());
    }

    private static boolean isWord(Token token) {
        return token.getType() == AgParser.NAME || token.getType() == AgParser.SUPERSCRIPT;
    }

    private void power(Token token, int begin, String raised, int stop) {
        int at = token.getStartIndex() + begin;
        if (begin > 0) {
            add(token, token.getText().substring(0, begin), AgParser.NAME, token.getStartIndex(), at - 1);
        }
        add(token, "^", AgParser.POWER, at, at - 1);
        add(token, "(", AgParser.LPAREN, at, at - 1);
        AgLexer lexer = new AgLexer(CharStreams.fromString(plain(raised)));
        lexer.removeErrorListeners();
        for (Token each = lexer.nextToken(); each.getType() != Token.EOF; each = lexer.nextToken()) {
            add(token, each.getText(), each.getType(), at + each.getStartIndex(), at + each.getStopIndex());
        }
        add(token, ")", AgParser.RPAREN, stop + 1, stop);
    }

    private void add(Token at, String text, int type, int from, int to) {
        CommonToken token = new CommonToken(at);
        token.setText(text);
        token.setType(type);
        token.setStartIndex(from);
        token.setStopIndex(to);
        out.add(token);
    }
}
