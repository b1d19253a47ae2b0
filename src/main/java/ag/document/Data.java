package ag.document;

import ag.result.Plain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a result has for programs, as a tree of values. */
public sealed interface Data {
    /** A value of the language; null where there is none. */
    record Value(@Nullable Plain value) implements Data {}

    record Whole(BigDecimal number) implements Data {}

    record Items(List<Data> items) implements Data {
        public Items {
            items = List.copyOf(items);
        }

        /** A list with an entry for each thing. */
        public static <T> Items of(List<T> things, Function<? super T, ? extends Data> entry) {
            return new Items(things.stream().<Data>map(entry).toList());
        }
    }

    /** A named value. */
    record Field(String name, Data value) {}

    /** Named values in their order. Each method gives these and one more. */
    record Fields(List<Field> fields) implements Data {
        public static final Fields NONE = new Fields(List.of());

        public Fields {
            fields = List.copyOf(fields);
        }

        /** A field for each thing. */
        public static <T> Fields of(
                List<T> things, Function<? super T, String> name, Function<? super T, ? extends Data> value) {
            return new Fields(things.stream()
                    .map(thing -> new Field(name.apply(thing), value.apply(thing)))
                    .toList());
        }

        public Fields with(String name, Data value) {
            List<Field> more = new ArrayList<>(fields);
            more.add(new Field(name, value));
            return new Fields(more);
        }

        /** These and the others. */
        public Fields followedBy(Fields others) {
            List<Field> more = new ArrayList<>(fields);
            more.addAll(others.fields);
            return new Fields(more);
        }

        public Fields text(String name, @Nullable String text) {
            return with(name, text == null ? new Value(null) : Data.text(text));
        }

        public Fields texts(String name, List<String> texts) {
            return with(name, Items.of(texts, Data::text));
        }

        public Fields number(String name, @Nullable Double number) {
            return with(name, new Value(number == null ? null : new Plain.Real(number)));
        }

        public Fields numbers(String name, double[] numbers) {
            return with(name, new Value(new Plain.Vector(numbers)));
        }

        public Fields whole(String name, long number) {
            return whole(name, BigDecimal.valueOf(number));
        }

        public Fields whole(String name, BigDecimal number) {
            return with(name, new Whole(number));
        }

        public Fields truth(String name, boolean truth) {
            return with(name, new Value(new Plain.Truth(truth)));
        }

        public Fields value(String name, Plain value) {
            return with(name, new Value(value));
        }

        public <T> Fields items(String name, List<T> things, Function<? super T, ? extends Data> entry) {
            return with(name, Items.of(things, entry));
        }
    }

    static Data text(String text) {
        return new Value(new Plain.Text(text));
    }
}
