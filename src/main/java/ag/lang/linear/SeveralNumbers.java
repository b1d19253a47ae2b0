package ag.lang.linear;

import ag.lang.builtins.Call;
import ag.lang.values.Callable;
import ag.lang.values.Datum;

/**
 * The function that a call was given, as one of several numbers.
 *
 * @param apart whether it takes them as arguments, as {@code f(x, y)} does, and not as one vector
 */
record SeveralNumbers(Call call, Callable function, boolean apart) {
    static SeveralNumbers of(Call call, int count) {
        Callable function = call.function(0);
        return new SeveralNumbers(call, function, count > 1 && function.arity() == count);
    }

    Datum at(Datum[] place) {
        return apart
                ? function.call(call.workspace(), call.span(), call.site(), place)
                : function.call(
                        call.workspace(),
                        call.span(),
                        call.site(),
                        LinearArithmetic.of(call).vector(place));
    }
}
