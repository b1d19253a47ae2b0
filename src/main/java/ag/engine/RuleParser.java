package ag.engine;

import ag.engine.Rule.Apply;
import ag.engine.Rule.Both;
import ag.engine.Rule.Choice;
import ag.engine.Rule.Comparison;
import ag.engine.Rule.Condition;
import ag.engine.Rule.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the small part of the language that derivatives in the operation table are written in. The engine does not lean on
 * the language's own parser, which stands above it; a test holds that both read every row alike.
 */
final class RuleParser {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([0-9.]+(?:e-?[0-9]+)?|[a-z_0-9]+|<=|>=|==|[-+*/^(),<>])");

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    RuleParser(String source) {
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != source.length()) {
            throw wrong();
        }
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
        if (base instanceof Rule.Literal
                && next < tokens.size()
                && Character.isLetter(peek().charAt(0))
                && !isWord(peek())) {
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
        if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
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
