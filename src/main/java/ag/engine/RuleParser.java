package ag.engine;

import ag.engine.Rule.Apply;
import ag.engine.Rule.Both;
import ag.engine.Rule.Choice;
import ag.engine.Rule.Comparison;
import ag.engine.Rule.Condition;
import ag.engine.Rule.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads the small part of the language that derivatives in the operation table are written in. The engine does not lean on
 * the language's own parser, which stands above it; a test holds that both read every row alike.
 */
final class RuleParser {
    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    RuleParser(String source) {
        this.source = source;
        int at = 0;
        while (at < source.length()) {
            if (source.charAt(at) == ' ') {
                at++;
            } else {
                int end = tokenEnd(at);
                tokens.add(source.substring(at, end));
                at = end;
            }
        }
    }

    /** Where the token ends that begins here. By hand: a regular expression would bring half of what a page's engine weighs. */
    private int tokenEnd(int start) {
        char first = source.charAt(start);
        if (isDigit(first)) {
            int end = past(start, RuleParser::isDigit);
            int sign = end + 1 < source.length() && source.charAt(end + 1) == '-' ? 2 : 1;
            boolean hasExponent = charAt(end) == 'e' && isDigit(charAt(end + sign));
            return hasExponent ? past(end + sign, RuleParser::isDigit) : end;
        }
        if (isInName(first)) {
            return past(start, RuleParser::isInName);
        }
        if ("<>=".indexOf(first) >= 0 && charAt(start + 1) == '=') {
            return start + 2;
        }
        if ("-+*/^(),<>".indexOf(first) < 0) {
            throw wrong();
        }
        return start + 1;
    }

    private int past(int start, IntPredicate belongs) {
        int end = start;
        while (belongs.test(charAt(end))) {
            end++;
        }
        return end;
    }

    /** The letter at a place; none beyond the end. */
    private char charAt(int at) {
        return at < source.length() ? source.charAt(at) : 0;
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || c == '.';
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isInName(int c) {
        return isLetter(c) || c == '_' || (isDigit(c) && c != '.');
    }

    Rule parse() {
        Rule rule = choice();
        if (next < tokens.size()) {
            throw wrong();
        }
        return rule;
    }

    private Rule choice() {
        if (!accept("if")) {
            return sum();
        }
        Condition condition = comparison();
        while (accept("and")) {
            condition = new Both(condition, comparison());
        }
        expect("then");
        Rule then = choice();
        expect("else");
        return new Choice(condition, then, choice());
    }

    private Condition comparison() {
        Rule left = sum();
        for (Relation relation : Relation.values()) {
            if (accept(relation.sign())) {
                return new Comparison(relation, left, sum());
            }
        }
        throw wrong();
    }

    private Rule sum() {
        Rule left = product();
        while (true) {
            if (accept("+")) {
                left = new Apply(Operation.ADD, List.of(left, product()));
            } else if (accept("-")) {
                left = new Apply(Operation.SUBTRACT, List.of(left, product()));
            } else {
                return left;
            }
        }
    }

    private Rule product() {
        Rule left = signed();
        while (true) {
            if (accept("*")) {
                left = new Apply(Operation.MULTIPLY, List.of(left, signed()));
            } else if (accept("/")) {
                left = new Apply(Operation.DIVIDE, List.of(left, signed()));
            } else {
                return left;
            }
        }
    }

    private Rule signed() {
        if (accept("-")) {
            return new Apply(Operation.NEGATE, List.of(signed()));
        }
        Rule base = primary();
        if (base instanceof Rule.Literal && next < tokens.size() && isLetter(peek().charAt(0)) && !isWord(peek())) {
            return new Apply(Operation.MULTIPLY, List.of(base, power(primary())));
        }
        return power(base);
    }

    private Rule power(Rule base) {
        return accept("^") ? new Apply(Operation.POWER, List.of(base, signed())) : base;
    }

    private Rule primary() {
        if (accept("(")) {
            Rule inside = choice();
            expect(")");
            return inside;
        }
        String token = take();
        if (isDigit(token.charAt(0))) {
            return new Rule.Literal(Double.parseDouble(token));
        }
        if (!accept("(")) {
            return token.equals("pi") ? new Rule.Literal(Math.PI) : new Rule.Variable(token);
        }
        List<Rule> arguments = new ArrayList<>();
        do {
            arguments.add(choice());
        } while (accept(","));
        expect(")");
        Operation operation = Operation.function(token, arguments.size()).orElseThrow(this::wrong);
        return new Apply(operation, arguments);
    }

    private static boolean isWord(String token) {
        return token.equals("then") || token.equals("else") || token.equals("and");
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next == tokens.size()) {
            throw wrong();
        }
        return tokens.get(next++);
    }

    private boolean accept(String token) {
        if (peek().equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not a derivative rule: " + source);
    }
}
