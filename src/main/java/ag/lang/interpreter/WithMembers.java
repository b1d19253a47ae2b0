package ag.lang.interpreter;

import ag.lang.values.Datum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing with named parts, such as a model's {@code parameters}. */
public interface WithMembers extends Datum.Thing {
    @Nullable
    Datum member(String name);

    List<String> members();
}
