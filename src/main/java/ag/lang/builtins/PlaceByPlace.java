package ag.lang.builtins;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The sum, mean or product of things of one shape: that of the first elements, that of the second ones, and so on, as mathematics
 * adds vectors and matrices.
 */
final class PlaceByPlace {
    private PlaceByPlace() {}

    /**
     * What a function of a vector gives for its only argument, which may also be a list of vectors or matrices.
     *
     * @param vector the argument where it is no list
     * @param of the function
     */
    static Datum of(Call call, Supplier<Tensor> vector, Function<Tensor, Datum> of) {
        return call.get(0) instanceof Datum.Items list
                ? of(call.workspace(), call.name(), list.items(), call.spanOf(0), of)
                : of.apply(vector.get());
    }

    static Datum of(Workspace workspace, String name, List<Datum> items, Span span, Function<Tensor, Datum> of) {
        List<Tensor> things = new ArrayList<>();
        for (Datum item : items) {
            things.add(likeTheFirst(name, items, item, span));
        }
        Tensor first = things.getFirst();
        if (first.size() == 0) {
            return first;
        }
        List<Datum> results = new ArrayList<>();
        for (int place = 0; place < first.size(); place++) {
            workspace.checkStop(span);
            List<Datum> elements = new ArrayList<>();
            for (Tensor thing : things) {
                elements.add(thing.element(place));
            }
            results.add(of.apply((Tensor) Lists.of(workspace, elements)));
        }
        return ((Tensor) Lists.of(workspace, results)).reshapedLike(first);
    }

    private static Tensor likeTheFirst(String name, List<Datum> items, Datum item, Span span) {
        Datum first = items.getFirst();
        if (first instanceof Tensor like && item instanceof Tensor tensor && tensor.sameShape(like)) {
            return tensor;
        }
        if (!(item instanceof Tensor) && !Arithmetic.isNumber(item)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    name + " takes numbers, vectors or matrices, and here is " + Kinds.article(item),
                    span,
                    "");
        }
        if (Arithmetic.isNumber(first) && Arithmetic.isNumber(item)) {
            Datum other = items.stream()
                    .filter(each -> !Arithmetic.isNumber(each))
                    .findFirst()
                    .orElseThrow();
            return likeTheFirst(name, items, other, span);
        }
        throw new AgException(
                ErrorCode.SHAPE_MISMATCH,
                name + " takes things of one shape: the first is " + Kinds.article(first) + ", and number "
                        + (items.indexOf(item) + 1) + " is " + Kinds.article(item),
                span,
                "");
    }
}
