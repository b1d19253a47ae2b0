import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every switch over types its code when the program is built. The compiler leaves that to the JVM, which makes a class of it on
 * the first use: half a millisecond for each switch on the way of a program, in every run, since the start-up cache keeps no such
 * classes. The code is what the JVM would have made.
 *
 * <p>Called with the folders of the class files, which are changed in place.
 */
final class InlineTypeSwitches {
    private static final ClassFile FORMAT = ClassFile.of();
    private static final int HIDDEN =
            AccessFlag.PRIVATE.mask() | AccessFlag.STATIC.mask() | AccessFlag.SYNTHETIC.mask();

    private final ClassModel model;
    private final List<TypeSwitch> found = new ArrayList<>();

    private InlineTypeSwitches(ClassModel model) {
        this.model = model;
    }

    /**
     * The method that takes the place of a switch's decision.
     *
     * @param type takes the object and the first label that may fit, gives the label that fits
     */
    private record TypeSwitch(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".class")).toList()) {
                    ClassModel model = FORMAT.parse(file);
                    if (model.methods().stream().anyMatch(InlineTypeSwitches::hasTypeSwitch)) {
                        Files.write(file, new InlineTypeSwitches(model).rewritten());
                    }
                }
            }
        }
    }

    private static boolean hasTypeSwitch(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(InlineTypeSwitches::isTypeSwitch);
    }

    /** Those that also compare with constants are left as they are. */
    private static boolean isTypeSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/SwitchBootstraps;")
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc);
    }

    private byte[] rewritten() {
        return FORMAT.transformClass(
                model,
                ClassTransform.transformingMethodBodies(InlineTypeSwitches::hasTypeSwitch, this::replace)
                        .andThen(ClassTransform.endHandler(type -> found.forEach(one ->
                                type.withMethodBody(one.name(), one.type(), HIDDEN, code -> decide(one, code))))));
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (!isTypeSwitch(element) || !(element instanceof InvokeDynamicInstruction call)) {
            code.with(element);
            return;
        }
        List<ClassDesc> labels =
                call.bootstrapArgs().stream().map(label -> (ClassDesc) label).toList();
        var one = new TypeSwitch("typeSwitch$" + found.size(), call.typeSymbol(), labels);
        found.add(one);
        code.invokestatic(
                model.thisClass().asSymbol(),
                one.name(),
                one.type(),
                model.flags().has(AccessFlag.INTERFACE));
    }

    private static void decide(TypeSwitch one, CodeBuilder code) {
        code.aload(0).ifThen(Opcode.IFNULL, none -> none.loadConstant(-1).ireturn());
        for (int i = 0; i < one.labels().size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(one.labels().get(i)).ifeq(next);
            code.loadConstant(i).ireturn();
            code.labelBinding(next);
        }
        code.loadConstant(one.labels().size()).ireturn();
    }
}
