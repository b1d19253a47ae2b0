package ag.lang.interpreter;

import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing with named parts, such as a model's {@code parameters}. */
public interface WithMembers extends Datum.Thing {
    /** The part of this name; null where it has none. What changes later is looked at. */
    @Nullable
    Datum member(Workspace workspace, String name);

    List<String> members();
}
