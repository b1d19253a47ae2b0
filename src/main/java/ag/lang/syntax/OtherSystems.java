package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Meets statements that are written as another system has them. */
record OtherSystems(WrongStatement statement) {
    private static final Set<String> MODULES =
            Set.of("numpy", "math", "sympy", "scipy", "torch", "matplotlib", "cmath", "pandas", "jax", "tensorflow");

    /** The problem where the parser could not go on at a token; null where it is no way to write that is known. */
    @Nullable
    AgException at(int index) {
        Token head = statement.head();
        String text = head.getText();
        Optional<ForeignLine> foreign = ForeignLine.of(whole());
        if (foreign.isPresent()) {
            return statement.problem(
                    ErrorCode.OTHER_SYSTEM,
                    foreign.get().message(),
                    head,
                    foreign.get().hint());
        }
        if (text.equals("function") && statement.token(1).getType() == AgParser.NAME) {
            return problem(head, "a function is defined by its formula alone", definition(1));
        }
        if (text.equals("def") && statement.token(1).getType() == AgParser.NAME) {
            return problem(head, "a function is defined by its formula alone", definition(1));
        }
        if (text.equals("@") && statement.token(1).getText().equals("(")) {
            return problem(head, "a function has a name", "f(x) = " + behind(")"));
        }
        if (text.equals("integrate") && statement.tokens().size() > 2) {
            return new MathematicalSigns(statement).integrate(head);
        }
        AgException notation = notation(head);
        if (notation != null) {
            return notation;
        }
        int lambda = statement.position("lambda");
        if (lambda >= 0) {
            String name = statement.token(1).getText().equals("=") ? text : "f";
            return problem(
                    statement.token(lambda),
                    "a function is defined by its formula",
                    name + "(" + statement.token(lambda + 1).getText() + ") = " + behind(":"));
        }
        if ((text.equals("import") || text.equals("from"))
                && MODULES.contains(statement.token(1).getText())) {
            return problem(
                    head, "there is nothing to import for mathematics: functions such as sin are there", "sin(1)");
        }
        AgException field = field(head);
        if (field != null) {
            return field;
        }
        Optional<String> digits = GroupedDigits.plain(whole());
        if (digits.isPresent()) {
            return problem(statement.token(index), "the digits of a number stand together", digits.get());
        }
        Token token = statement.token(index);
        Token previous = statement.token(Math.max(index - 1, 0));
        boolean behindDot = previous.getText().equals(".") && token.getText().equals("*");
        boolean atDot = token.getText().equals(".")
                && "*/".contains(statement.token(index + 1).getText());
        if (behindDot || atDot) {
            Token dot = token.getText().equals(".") ? token : previous;
            String line = statement
                    .places()
                    .span(head)
                    .to(statement
                            .places()
                            .span(statement.token(statement.tokens().size() - 2)))
                    .text();
            return problem(
                    dot,
                    "products and quotients work element by element without a point",
                    line.replaceAll("\\.([*/])", "$1"));
        }
        boolean comma = token.getText().equals(",")
                && previous.getType() == AgParser.NUMBER
                && statement.token(index + 1).getType() == AgParser.NUMBER;
        if (comma && WrongStatement.isEnd(statement.token(index + 2))) {
            String behind = statement.token(index + 1).getText();
            if (GroupedDigits.isEither(previous.getText(), behind)) {
                String number = previous.getText() + "," + behind;
                String before = leading(index - 1) + previous.getText();
                return statement.problem(
                        ErrorCode.TWO_READINGS,
                        "'" + number + "' can be read in two ways",
                        token,
                        "write " + before + behind + ", or " + before + "." + behind);
            }
            return problem(
                    token,
                    "numbers have a point, and no comma",
                    leading(index - 1) + previous.getText() + "." + behind);
        }
        return null;
    }

    /** Signs of mathematics that mean something else here, or nothing. */
    private @Nullable AgException notation(Token head) {
        for (Token token : statement.tokens()) {
            if (token.getText().equals("lim") || token.getText().startsWith("lim_")) {
                return new MathematicalSigns(statement).limit(token);
            }
        }
        int last = statement.tokens().size() - 1;
        for (int i = 1; i < last; i++) {
            String text = statement.token(i).getText();
            boolean behindLetter =
                    i == 1 || (i == 3 && statement.token(1).getText().equals(":"));
            if (text.equals(":") && statement.token(i + 1).getText().equals("=")) {
                return problem(
                        statement.token(i),
                        "a value is given by =",
                        statement.text(0, i) + " = " + statement.text(i + 2, last));
            }
            if (behindLetter && (text.equals("↦") || text.equals("->")) && head.getType() == AgParser.NAME) {
                String name = i == 3 ? head.getText() : "f";
                return problem(
                        statement.token(i),
                        "a function has its letter in brackets behind its name",
                        name + "(" + statement.token(i - 1).getText() + ") = " + statement.text(i + 1, last));
            }
        }
        boolean let = head.getType() == AgParser.LET
                && statement.token(1).getType() == AgParser.NAME
                && statement.token(2).getText().equals("(")
                && statement.has("=");
        return let ? problem(head, "let makes inputs, and a function is none", statement.text(1, last)) : null;
    }

    /** The derivatives of a vector field, by their signs and by their words. */
    private @Nullable AgException field(Token head) {
        int nabla = statement.position("∇");
        Token sign = nabla < 0 ? head : statement.token(nabla + 1);
        boolean named = List.of("div", "curl", "rot").contains(head.getText())
                && statement.token(1).getType() == AgParser.NAME;
        boolean signed = nabla >= 0 && List.of("·", "*", "⋅", "∙", "×").contains(sign.getText());
        if (!named && !signed) {
            return null;
        }
        String of = signed
                ? statement.token(nabla + 2).getText()
                : statement.token(1).getText();
        boolean across = signed ? sign.getText().equals("×") : !head.getText().equals("div");
        return across
                ? problem(
                        sign,
                        "the curl of a field is made of its jacobian",
                        "J = jacobian(" + of
                                + ", [1, 2, 3]); [J[2, 1] - J[1, 2], J[0, 2] - J[2, 0], J[1, 0] - J[0, 1]]")
                : problem(
                        sign,
                        "the divergence of a field is made of its jacobian",
                        "J = jacobian(" + of + ", [1, 2]); J[0, 0] + J[1, 1]");
    }

    private String definition(int name) {
        boolean written = statement.has("=") || statement.has("return");
        String body = statement.has("return") ? behind("return") : statement.has("=") ? behind("=") : "x^2";
        int close = statement.position(")");
        String head = close < 0 ? statement.token(name).getText() + "(x)" : statement.text(name, close + 1);
        return head + " = " + (written && !body.isBlank() ? body : "x^2");
    }

    private String whole() {
        return statement.text(0, statement.tokens().size() - 1);
    }

    private String behind(String sign) {
        int at = statement.position(sign);
        return at < 0 ? "" : statement.text(at + 1, statement.tokens().size() - 1);
    }

    /** What stands before a token, with the space between. */
    private String leading(int index) {
        int from = statement.places().span(statement.head()).start();
        int to = statement.places().span(statement.token(index)).start();
        return statement.places().span(statement.head()).source().text().substring(from, to);
    }

    private AgException problem(Token token, String message, String line) {
        return statement.problem(ErrorCode.OTHER_SYSTEM, message, token, "write: " + line);
    }
}
