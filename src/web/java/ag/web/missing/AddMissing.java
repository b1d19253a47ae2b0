package ag.web.missing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.teavm.model.AccessLevel;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.Instruction;
import org.teavm.model.InvokeDynamicInstruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** Adds to TeaVM's classes of Java the methods that they lack, while the page is compiled. Each calls one of ours. */
public final class AddMissing implements ClassHolderTransformer {
    /** A method of {@code type} that {@code home} has as a static one; an instance method takes its object first there. */
    private record Added(String type, boolean isStatic, String method, Class<?> home) {}

    private static final String TEXT = "Ljava/lang/String;";
    private static final String OBJECTS = "[Ljava/lang/Object;";
    private static final String BUILDER = "java.lang.StringBuilder";

    private static final List<Added> ALL = List.of(
            new Added("java.lang.Math", true, "fma(DDD)D", ExactFma.class),
            new Added("java.lang.ref.Reference", true, "reachabilityFence(Ljava/lang/Object;)V", Missing.class),
            new Added("java.lang.String", false, "lines()Ljava/util/stream/Stream;", Missing.class),
            new Added(
                    "java.math.BigDecimal",
                    false,
                    "sqrt(Ljava/math/MathContext;)Ljava/math/BigDecimal;",
                    Missing.class),
            new Added("java.math.BigInteger", false, "sqrtAndRemainder()[Ljava/math/BigInteger;", Missing.class),
            new Added("java.util.Arrays", true, "compare([D[D)I", Missing.class),
            new Added(
                    "java.util.Arrays",
                    true,
                    "equals(" + OBJECTS + OBJECTS + "Ljava/util/Comparator;)Z",
                    Missing.class),
            new Added(
                    BUILDER,
                    false,
                    "repeat(Ljava/lang/CharSequence;I)L" + BUILDER.replace('.', '/') + ";",
                    Missing.class),
            new Added("java.lang.Character", true, "toString(I)" + TEXT, Missing.class),
            new Added("java.lang.Character", true, "isEmoji(I)Z", Missing.class),
            new Added("java.lang.Character", true, "isIdeographic(I)Z", Missing.class),
            new Added(
                    "java.util.stream.Stream",
                    true,
                    "ofNullable(Ljava/lang/Object;)Ljava/util/stream/Stream;",
                    Missing.class),
            new Added(
                    "java.util.regex.Matcher",
                    false,
                    "replaceAll(Ljava/util/function/Function;)" + TEXT,
                    Missing.class),
            new Added("java.lang.Record", false, "equals(Ljava/lang/Object;)Z", RecordFields.class),
            new Added("java.lang.Record", false, "hashCode()I", RecordFields.class),
            new Added("java.util.regex.Matcher", false, "results()Ljava/util/stream/Stream;", Missing.class));

    /** What TeaVM's Java has, and does in another way. */
    private static final List<Added> DIFFERENT = List.of(
            new Added("java.lang.String", true, "format(" + TEXT + OBJECTS + ")" + TEXT, Formats.class),
            new Added(
                    "java.lang.String", true, "format(Ljava/util/Locale;" + TEXT + OBJECTS + ")" + TEXT, Formats.class),
            new Added("java.lang.String", false, "formatted(" + OBJECTS + ")" + TEXT, Formats.class),
            new Added("java.lang.Math", true, "ulp(D)D", StrictNumbers.class),
            new Added("java.lang.Math", true, "scalb(DI)D", StrictNumbers.class),
            new Added("java.lang.Math", true, "rint(D)D", StrictNumbers.class),
            new Added("java.lang.Math", true, "round(D)J", StrictNumbers.class),
            new Added("java.io.BufferedReader", false, "close()V", Missing.class),
            new Added(
                    "java.io.PrintStream",
                    false,
                    "format(Ljava/util/Locale;" + TEXT + OBJECTS + ")Ljava/io/PrintStream;",
                    Missing.class),
            new Added("java.lang.Math", true, "copySign(DD)D", StrictNumbers.class),
            new Added("java.lang.Double", true, "toString(D)" + TEXT, StrictNumbers.class),
            new Added("java.lang.Double", true, "parseDouble(" + TEXT + ")D", StrictNumbers.class),
            new Added(BUILDER, false, "append(D)L" + BUILDER.replace('.', '/') + ";", StrictNumbers.class),
            new Added("java.lang.StrictMath", true, "pow(DD)D", Fdlibm.class),
            new Added("java.lang.StrictMath", true, "hypot(DD)D", Fdlibm.class),
            new Added("java.lang.StrictMath", true, "sin(D)D", FdlibmAngles.class),
            new Added("java.lang.StrictMath", true, "cos(D)D", FdlibmAngles.class),
            new Added("java.lang.StrictMath", true, "tan(D)D", FdlibmAngles.class),
            new Added("java.lang.StrictMath", true, "cbrt(D)D", FdlibmAngles.class),
            new Added("java.lang.StrictMath", true, "asin(D)D", FdlibmArcs.class),
            new Added("java.lang.StrictMath", true, "acos(D)D", FdlibmArcs.class),
            new Added("java.lang.StrictMath", true, "atan(D)D", FdlibmArcs.class),
            new Added("java.lang.StrictMath", true, "atan2(DD)D", FdlibmArcs.class),
            new Added("java.lang.StrictMath", true, "expm1(D)D", FdlibmPowers.class),
            new Added("java.lang.StrictMath", true, "sinh(D)D", FdlibmPowers.class),
            new Added("java.lang.StrictMath", true, "cosh(D)D", FdlibmPowers.class),
            new Added("java.lang.StrictMath", true, "log10(D)D", FdlibmPowers.class));

    /** What the page has other or quicker means for, such as charts drawn with letters, and letters in ASCII. */
    private static final List<Added> INSTEAD = List.of(
            new Added("ag.engine.Elementary", true, "powerOfTwo(D)D", StrictNumbers.class),
            new Added("ag.chart.terminal.TerminalRenderer", false, "render(Lag/chart/Chart;)" + TEXT, Instead.class),
            new Added("ag.result.print.Ascii", true, "of(" + TEXT + ")" + TEXT, Instead.class),
            new Added("java.lang.Object", false, "toString()" + TEXT, Instead.class),
            new Added("java.lang.Throwable", false, "toString()" + TEXT, Instead.class));

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        for (Added added : ALL) {
            MethodDescriptor method = MethodDescriptor.parse(added.method);
            if (added.type.equals(type.getName()) && type.getMethod(method) == null) {
                type.addMethod(calling(added, method, type, context));
            }
        }
        Stream.concat(DIFFERENT.stream(), INSTEAD.stream())
                .filter(other -> other.type.equals(type.getName()))
                .forEach(other -> replace(other, type, context));
        if ("java.lang.Record".equals(type.getParent())) {
            dropGenerated(type);
        }
        if (type.getName().startsWith("ag.") || type.getName().startsWith("org.apache.commons.numbers.")) {
            type.getMethods().forEach(method -> JavaArithmetic.in(type, method));
        }
    }

    /** A record keeps the methods that are written in its source; {@link RecordFields} and {@link Instead} stand for the others. */
    private static void dropGenerated(ClassHolder record) {
        for (String method : List.of("equals(Ljava/lang/Object;)Z", "hashCode()I", "toString()" + TEXT)) {
            MethodHolder found = record.getMethod(MethodDescriptor.parse(method));
            if (found != null && found.getProgram() != null && isGenerated(found.getProgram())) {
                record.removeMethod(found);
            }
        }
    }

    private static boolean isGenerated(Program program) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof InvokeDynamicInstruction call
                        && call.getBootstrapMethod().getClassName().equals("java.lang.runtime.ObjectMethods")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void replace(Added other, ClassHolder type, ClassHolderTransformerContext context) {
        MethodDescriptor method = MethodDescriptor.parse(other.method);
        MethodHolder before = Objects.requireNonNull(type.getMethod(method), other.method);
        before.getModifiers().remove(ElementModifier.NATIVE);
        before.setProgram(calling(other, method, type, context).getProgram());
    }

    private static MethodHolder calling(
            Added added, MethodDescriptor descriptor, ClassHolder type, ClassHolderTransformerContext context) {
        MethodHolder method = new MethodHolder(descriptor);
        method.setLevel(AccessLevel.PUBLIC);
        if (added.isStatic) {
            method.getModifiers().add(ElementModifier.STATIC);
        }
        ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
        int first = added.isStatic ? 0 : 1;
        ValueEmitter[] arguments = new ValueEmitter[descriptor.parameterCount() + first];
        if (!added.isStatic) {
            arguments[0] = program.var(0, ValueType.object(type.getName()));
        }
        for (int i = 0; i < descriptor.parameterCount(); i++) {
            arguments[first + i] = program.var(i + 1, descriptor.parameterType(i));
        }
        if (descriptor.getResultType() == ValueType.VOID) {
            program.invoke(added.home.getName(), descriptor.getName(), arguments);
            program.exit();
        } else {
            program.invoke(added.home.getName(), descriptor.getName(), descriptor.getResultType(), arguments)
                    .returnValue();
        }
        return method;
    }
}
