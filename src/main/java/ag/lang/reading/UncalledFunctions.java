package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.ForeignLine;
import ag.lang.syntax.WrittenNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Refuses functions of the program that stand among factors and are not called, with the call that may be meant. */
record UncalledFunctions(Words words, List<Expr> factors) {
    /** Refuses what stands at an index where it is a function without its argument, or an operator of other books before one. */
    void requireNone(int i) {
        requireNoOperator(i);
        requireNoBareFunction(i);
        if (factors.get(i) instanceof Expr.Binary power
                && power.operator() == BinaryOperator.POWER
                && power.left() instanceof Expr.Name function
                && words.meaning(function.name()) instanceof Meaning.Function
                && i + 1 < factors.size()) {
            throw Raised.own(
                    power.span(),
                    function.name(),
                    Pieces.inside(factors.get(i + 1).span().text()));
        }
        if (factors.size() == 1 || !(factors.get(i) instanceof Expr.Name name)) {
            return;
        }
        if (words.meaning(name.name()) instanceof Meaning.Function && i + 1 < factors.size()) {
            String behind = Pieces.inside(factors.get(i + 1).span().text());
            ForeignLine.problem(factors.get(i + 1).span()).ifPresent(foreign -> {
                throw foreign;
            });
            throw new AgException(
                    ErrorCode.MISSING_OPERATOR,
                    "'" + name.name() + "' and '" + behind + "' stand side by side",
                    factors.get(i + 1).span(),
                    "to call a function write " + name.name() + "(" + behind + ")");
        }
    }

    /** {@code D f(2)}, {@code D_x f} and {@code Δ f} are derivatives in other books; here D and Δ are letters. */
    private void requireNoOperator(int i) {
        if (i + 1 >= factors.size()
                || !(factors.get(i) instanceof Expr.Name operator)
                || !words.isNothing(operator.name())
                || !operator.name().matches("D(_\\p{L})?|Δ")) {
            return;
        }
        Expr behind = factors.get(i + 1);
        Own own = own(behind);
        if (own == null) {
            return;
        }
        Expr.Name function = own.function();
        List<String> letters = own.letters();
        String point = behind instanceof Expr.Call call
                ? Pieces.between(call, function.span().end(), call.span().end())
                : "";
        String by = operator.name().length() > 2 ? operator.name().substring(2) : letters.getFirst();
        String line;
        if (operator.name().equals("Δ")) {
            line = "∇²" + function.name() + point;
        } else if (!letters.contains(by)) {
            line = "∇" + function.name() + (point.isEmpty() ? "(1, 2)" : point) + "·" + by;
        } else if (letters.size() == 1) {
            line = function.name() + "'" + point;
        } else {
            line = "∂" + function.name() + "/∂" + by + point;
        }
        throw new AgException(
                ErrorCode.OTHER_SYSTEM,
                "'" + operator.name() + "' is a letter here, and '" + function.name() + "' a function",
                operator.span().to(behind.span()),
                "for the derivative write: " + line);
    }

    /** {@code H f} is the matrix of second derivatives in other books, and a letter before a function that is not called means nothing. */
    private void requireNoBareFunction(int i) {
        if (i + 1 >= factors.size()
                || !(factors.get(i) instanceof Expr.Name letter)
                || !words.isNothing(letter.name())
                || !WrittenNames.mayBeFree(letter.name())) {
            return;
        }
        Expr behind = factors.get(i + 1);
        boolean called = behind instanceof Expr.Call;
        Own own = own(behind);
        if (own == null) {
            return;
        }
        Expr.Name function = own.function();
        List<String> letters = own.letters();
        String value = called ? behind.span().text() : function.name() + "(" + String.join(", ", letters) + ")";
        String product = letter.name() + "*" + value;
        String place = called
                ? "["
                        + Pieces.inside(Pieces.between(
                                behind, function.span().end(), behind.span().end()))
                        + "]"
                : IntStream.rangeClosed(1, letters.size())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", ", "[", "]"));
        String matrix = switch (letter.name()) {
            case "H" -> "hessian(" + function.name() + ", " + place + ")";
            case "J" -> "jacobian(" + function.name() + ", " + place + ")";
            default -> "";
        };
        if (!matrix.isEmpty() && letters.size() > 1) {
            throw TwoReadings.of(letter.span().to(behind.span()), matrix, product);
        }
        if (!called && i + 2 == factors.size()) {
            throw new AgException(
                    ErrorCode.MISSING_OPERATOR,
                    "'" + function.name() + "' is a function, and stands here without its argument",
                    function.span(),
                    "write: " + product);
        }
    }

    /** A function of the program that has arguments. */
    private record Own(Expr.Name function, List<String> letters) {}

    /** The function that stands here, called or not; null where there is none. */
    private @Nullable Own own(Expr written) {
        Expr of = written instanceof Expr.Call call ? call.callee() : written;
        return of instanceof Expr.Name function
                        && words.meaning(function.name())
                                instanceof Meaning.Function(List<String> letters, boolean builtin)
                        && !builtin
                        && !letters.isEmpty()
                ? new Own(function, letters)
                : null;
    }
}
