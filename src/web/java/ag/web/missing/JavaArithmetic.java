package ag.web.missing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.model.util.DefinitionExtractor;

/**
 * Arithmetic as the Java language has it, where TeaVM 0.16.0 computes in another way.
 *
 * <ul>
 *   <li>A cast of a double that no whole number holds gives the nearest one; in the browser it would fail, or lose its upper digits.
 *   <li>{@code a*(b/c)} and {@code a + (b + c)} keep their brackets. TeaVM writes {@code a*b/c} and {@code a + b + c}, which rounds in
 *       another order. So a sum subtracts the negative, and a product is the negative of that with the negative: the same numbers.
 * </ul>
 */
final class JavaArithmetic {
    private JavaArithmetic() {}

    static void in(ClassHolder type, MethodHolder method) {
        if (method.getProgram() == null) {
            return;
        }
        boolean casts = !type.getName().equals(StrictNumbers.class.getName());
        for (BasicBlock block : method.getProgram().getBasicBlocks()) {
            for (Instruction instruction : block) {
                switch (instruction) {
                    case CastNumberInstruction cast
                    when casts && cast.getSourceType() == NumericOperandType.DOUBLE -> cast(cast);
                    case BinaryInstruction binary
                    when binary.getOperandType() == NumericOperandType.DOUBLE -> keepBrackets(binary);
                    default -> {}
                }
            }
        }
    }

    private static void cast(CastNumberInstruction cast) {
        switch (cast.getTargetType()) {
            case INT -> cast.replace(call(StrictNumbers.class, "toInt(D)I", cast.getValue(), cast.getReceiver()));
            case LONG -> cast.replace(call(StrictNumbers.class, "toLong(D)J", cast.getValue(), cast.getReceiver()));
            case FLOAT, DOUBLE -> {}
        }
    }

    private static InvokeInstruction call(Class<?> home, String method, Variable argument, Variable result) {
        InvokeInstruction call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(new MethodReference(home.getName(), MethodDescriptor.parse(method)));
        call.setArguments(argument);
        call.setReceiver(result);
        return call;
    }

    private static void keepBrackets(BinaryInstruction binary) {
        Instruction made = making(binary.getSecondOperand(), binary);
        switch (binary.getOperation()) {
            case ADD -> {
                if (mayBe(made, BinaryOperation.ADD, BinaryOperation.SUBTRACT)) {
                    binary.replace(withNegative(binary, BinaryOperation.SUBTRACT, binary.getReceiver()));
                }
            }
            case MULTIPLY -> {
                if (mayBe(made, BinaryOperation.MULTIPLY, BinaryOperation.DIVIDE, BinaryOperation.MODULO)) {
                    Variable product = binary.getProgram().createVariable();
                    binary.insertPrevious(withNegative(binary, BinaryOperation.MULTIPLY, product));
                    binary.replace(negative(product, binary.getReceiver()));
                }
            }
            default -> {}
        }
    }

    /** The operation with the negative of its right side, which is put before it. */
    private static Instruction withNegative(BinaryInstruction binary, BinaryOperation operation, Variable result) {
        Variable negative = binary.getProgram().createVariable();
        binary.insertPrevious(negative(binary.getSecondOperand(), negative));
        BinaryInstruction other = new BinaryInstruction(operation, NumericOperandType.DOUBLE);
        other.setFirstOperand(binary.getFirstOperand());
        other.setSecondOperand(negative);
        other.setReceiver(result);
        other.setLocation(binary.getLocation());
        return other;
    }

    private static Instruction negative(Variable of, Variable result) {
        NegateInstruction negate = new NegateInstruction(NumericOperandType.DOUBLE);
        negate.setOperand(of);
        negate.setReceiver(result);
        return negate;
    }

    /** The instruction in the same block that gave a variable its value; null where it came from elsewhere. */
    private static @Nullable Instruction making(Variable variable, Instruction before) {
        Variable wanted = variable;
        DefinitionExtractor definitions = new DefinitionExtractor();
        for (Instruction earlier = before.getPrevious(); earlier != null; earlier = earlier.getPrevious()) {
            earlier.acceptVisitor(definitions);
            for (Variable defined : definitions.getDefinedVariables()) {
                if (defined.equals(wanted)) {
                    if (!(earlier instanceof AssignInstruction assign)) {
                        return earlier;
                    }
                    wanted = assign.getAssignee();
                }
            }
        }
        return null;
    }

    /** Whether a value can end up as one of these operations in the script; what is called may be put in its place there. */
    private static boolean mayBe(@Nullable Instruction made, BinaryOperation... operations) {
        return switch (made) {
            case DoubleConstantInstruction _ -> false;
            case BinaryInstruction binary -> List.of(operations).contains(binary.getOperation());
            case null, default -> true;
        };
    }
}
