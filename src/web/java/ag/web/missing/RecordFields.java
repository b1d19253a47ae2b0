package ag.web.missing;

import org.jspecify.annotations.Nullable;
import org.teavm.backend.javascript.spi.GeneratedBy;
import org.teavm.dependency.PluggableDependency;

/** {@code equals} and {@code hashCode} of all records: one walk over the components instead of two methods in each record. */
public final class RecordFields {
    private RecordFields() {}

    /** Whether two records are of one class and alike in every component. */
    @GeneratedBy(RecordScript.class)
    @PluggableDependency(RecordCalls.class)
    public static native boolean equals(Record one, @Nullable Object other);

    /** The number that Java's own records have, but for a double that is a whole number. */
    @GeneratedBy(RecordScript.class)
    @PluggableDependency(RecordCalls.class)
    public static native int hashCode(Record one);

    // The script of the two above calls these.

    static boolean same(Object one, @Nullable Object other) {
        return one.equals(other);
    }

    static int hashOf(Object component) {
        return component.hashCode();
    }

    static int hashOf(double component) {
        return Double.hashCode(component);
    }
}
