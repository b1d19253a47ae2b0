package ag.web.missing;

import org.teavm.dependency.DependencyAgent;
import org.teavm.dependency.DependencyNode;
import org.teavm.dependency.DependencyPlugin;
import org.teavm.dependency.MethodDependency;
import org.teavm.model.ClassReader;
import org.teavm.model.FieldReader;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** Tells TeaVM what the script of {@link RecordFields} calls, and with which objects: it drops what nothing calls. */
public final class RecordCalls implements DependencyPlugin {
    @Override
    public void methodReached(DependencyAgent agent, MethodDependency method) {
        if (method.getReference().getName().equals("equals")) {
            MethodDependency same = used(agent, "same", Object.class, Object.class, boolean.class);
            eachComponent(agent, method.getVariable(1), same.getVariable(1));
            eachComponent(agent, method.getVariable(2), same.getVariable(2));
        } else {
            used(agent, "hashOf", double.class, int.class);
            MethodDependency hash = used(agent, "hashOf", Object.class, int.class);
            eachComponent(agent, method.getVariable(1), hash.getVariable(1));
        }
    }

    private static MethodDependency used(DependencyAgent agent, String name, Class<?>... signature) {
        MethodDependency called = agent.linkMethod(new MethodReference(RecordFields.class, name, signature));
        called.use();
        return called;
    }

    /** What stands in the components of the records that come to one place comes to the other. */
    private static void eachComponent(DependencyAgent agent, DependencyNode records, DependencyNode components) {
        records.addConsumer(type -> {
            ClassReader record = type.getValueType() instanceof ValueType.Object object
                    ? agent.getClassSource().get(object.getClassName())
                    : null;
            if (record == null || !"java.lang.Record".equals(record.getParent())) {
                return;
            }
            for (FieldReader field : record.getFields()) {
                if (!(field.getType() instanceof ValueType.Primitive)) {
                    agent.linkField(field.getReference()).getValue().connect(components);
                }
            }
        });
    }
}
