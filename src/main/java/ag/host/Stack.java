package ag.host;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stack that programs are read and evaluated on, which is recursive: the deeper it is, the deeper they may be nested. */
public interface Stack {
    /** The stack of whoever calls. */
    Stack CALLER = new Stack() {
        @Override
        public <T extends @Nullable Object> T call(Supplier<T> work) {
            return work.get();
        }
    };

    /** Does something on the stack, and waits for it. */
    <T extends @Nullable Object> T call(Supplier<T> work);
}
