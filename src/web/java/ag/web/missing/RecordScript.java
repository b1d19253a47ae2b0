package ag.web.missing;

import org.teavm.backend.javascript.codegen.SourceWriter;
import org.teavm.backend.javascript.spi.Generator;
import org.teavm.backend.javascript.spi.GeneratorContext;
import org.teavm.model.MethodReference;

/**
 * The script of {@link RecordFields}. The properties of an object are its fields in their order, after those that every object has. A
 * number, a boolean and a long are the script's own values; all else is an object of Java or null.
 */
public final class RecordScript implements Generator {
    @Override
    public void generate(GeneratorContext context, SourceWriter writer, MethodReference method) {
        String one = context.getParameterName(1);
        if (method.getName().equals("equals")) {
            String other = context.getParameterName(2);
            writer.append("if (" + one + " === " + other + ") return 1; if (" + other + " === null || " + one
                    + ".constructor !== " + other + ".constructor) return 0; ");
            eachField(writer, one);
            writer.append("let x = " + one + "[field], y = " + other + "[field]; "
                    + "if (!Object.is(x, y) && !(typeof x === 'object' && x !== null && ");
            writer.appendMethod(RecordFields.class, "same", Object.class, Object.class, boolean.class);
            writer.append("(x, y))) return 0; } return 1;");
        } else {
            writer.append("let hash = 0; ");
            eachField(writer, one);
            writer.append("let x = " + one + "[field]; hash = Math.imul(hash, 31) + (x === null ? 0 : "
                    + "typeof x === 'bigint' ? Number(BigInt.asIntN(32, x ^ x >> 32n)) : typeof x !== 'object' ? "
                    + "((x | 0) == x ? x | 0 : ");
            writer.appendMethod(RecordFields.class, "hashOf", double.class, int.class);
            writer.append("(x)) : ");
            writer.appendMethod(RecordFields.class, "hashOf", Object.class, int.class);
            writer.append("(x)) | 0; } return hash;");
        }
        writer.softNewLine();
    }

    private static void eachField(SourceWriter writer, String of) {
        writer.append("for (let field of Object.keys(" + of + ").slice(Object.keys(new (");
        writer.appendClass("java.lang.Object");
        writer.append(")()).length)) { ");
    }
}
