package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.builtins.OperationFunction;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a loop, or what is evaluated for each item, where it is nothing but arithmetic on single numbers: a list of operations on
 * registers, which {@link NumberRun} runs without an object or a call for each of them. What an operation does with numbers is
 * decided in one place all the same, {@code Arithmetic}.
 *
 * @param initial what the registers hold at first: the constants that are written in it
 * @param names the names it reads or gives a value, with their registers
 * @param vectors the names that it takes elements of
 * @param called what it calls by name, which is part of it only as long as the name stands for that
 * @param results the names it gives a value, with the places they are kept in
 * @param value the register of its value; {@link #NONE} for the body of a loop, which has none
 */
record NumberProgram(
        List<Step> steps,
        double[] initial,
        List<Name> names,
        List<Name> vectors,
        Map<Cell, Datum> called,
        List<Result> results,
        int value) {
    /** No register: it cannot be done this way. */
    static final int NONE = -1;

    /** More than this many operations are better left as they are. */
    private static final int MOST = 500;

    /** How deep calls are followed. */
    private static final int DEEPEST = 4;

    NumberProgram {
        steps = List.copyOf(steps);
        names = List.copyOf(names);
        vectors = List.copyOf(vectors);
        called = Map.copyOf(called);
        results = List.copyOf(results);
    }

    /**
     * One operation: the registers of its operands and of its result. Without a second operand {@code b} is {@link #NONE}. Without an
     * operation it is a copy of {@code a}, or the element of vector {@code a} at the index {@code b}.
     */
    record Step(@Nullable Operation operation, int a, int b, int to, int site) {
        Step into(int register) {
            return new Step(operation, a, b, register, site);
        }
    }

    /** A name: a global one with its cell, or a local one with its slot. */
    record Name(@Nullable Cell cell, int slot, int register) {
        @Nullable
        Datum read(Frame frame) {
            return cell == null ? frame.slots[slot] : cell.read();
        }
    }

    /** A name that is given a value, and where that is kept. */
    record Result(Assignments.Place place, int register) {}

    /** The program of the body of a loop; null where there is more to it than arithmetic. */
    static @Nullable NumberProgram ofBody(Code body) {
        if (!(body instanceof Loops.Block(Code[] statements)) || statements.length == 0) {
            return null;
        }
        Builder builder = new Builder();
        for (Code statement : statements) {
            if (!(statement instanceof Assignments.Define define) || !define.emit(builder)) {
                return null;
            }
        }
        return builder.program(NONE);
    }

    /** The program of an expression; null where there is more to it than arithmetic. */
    static @Nullable NumberProgram ofExpression(Code expression) {
        Builder builder = new Builder();
        int value = builder.emit(expression);
        return value == NONE ? null : builder.program(value);
    }

    /** The program of one step, from a number to the next, where a function is one formula of arithmetic: the number stays in its register. */
    static @Nullable NumberProgram ofStep(Closure function) {
        Builder builder = new Builder();
        int number = builder.constant(0);
        int next = builder.follow(function, number);
        return next == NONE ? null : builder.copy(next, number).program(number);
    }

    /** The register of a local name; {@link #NONE} where it is not read. */
    int local(int slot) {
        for (Name name : names) {
            if (name.cell == null && name.slot == slot) {
                return name.register;
            }
        }
        return NONE;
    }

    /** Puts a program together. */
    static final class Builder {
        private final List<Step> steps = new ArrayList<>();
        private final List<Double> initial = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private final List<Name> vectors = new ArrayList<>();
        private final Map<Object, Name> known = new HashMap<>();
        private final Map<Object, Name> knownVectors = new HashMap<>();
        private final Map<Cell, Datum> called = new HashMap<>();
        private final Map<Object, Result> results = new HashMap<>();
        private final Set<Integer> temporary = new HashSet<>();
        /** The registers of the arguments of the function that is followed; null outside of functions. */
        private int @Nullable [] arguments;

        private int depth;

        int emit(Code code) {
            return code instanceof NumberCode numbers && steps.size() < MOST ? numbers.emit(this) : NONE;
        }

        int constant(double number) {
            return register(number);
        }

        private int register(double number) {
            initial.add(number);
            return initial.size() - 1;
        }

        int global(Cell cell) {
            return known.computeIfAbsent(cell, _ -> name(cell, -1)).register;
        }

        int local(int slot) {
            if (arguments != null) {
                return slot < arguments.length ? arguments[slot] : NONE;
            }
            return known.computeIfAbsent(slot, _ -> name(null, slot)).register;
        }

        private Name name(@Nullable Cell cell, int slot) {
            Name name = new Name(cell, slot, register(0));
            names.add(name);
            return name;
        }

        int apply(Operation operation, int a, int site) {
            return a == NONE ? NONE : add(new Step(operation, a, NONE, NONE, site));
        }

        int apply(Operation operation, int a, int b, int site) {
            return a == NONE || b == NONE ? NONE : add(new Step(operation, a, b, NONE, site));
        }

        private int add(Step step) {
            int register = register(0);
            temporary.add(register);
            steps.add(step.into(register));
            return register;
        }

        /** {@code v[k]}, where a name stands for the vector. */
        int element(Code vector, int index) {
            if (index == NONE || (vector instanceof Names.Local && arguments != null)) {
                return NONE;
            }
            Name name = switch (vector) {
                case Names.Local local -> knownVectors.computeIfAbsent(local.slot(), _ -> vector(null, local.slot()));
                case Names.Global global -> knownVectors.computeIfAbsent(global.cell(), _ -> vector(global.cell(), -1));
                default -> null;
            };
            return name == null ? NONE : add(new Step(null, name.register, index, NONE, 0));
        }

        private Name vector(@Nullable Cell cell, int slot) {
            Name name = new Name(cell, slot, vectors.size());
            vectors.add(name);
            return name;
        }

        /** A call of what a global name stands for now. */
        int call(Code callee, Code[] given, int site) {
            if (!(callee instanceof Names.Called(Cell cell, boolean _, Span _))) {
                return NONE;
            }
            return switch (cell.read()) {
                case OperationFunction function
                when given.length == 1 && function.one() != null -> {
                    called.put(cell, function);
                    yield apply(function.one(), emit(given[0]), site);
                }
                case OperationFunction function
                when given.length == 2 && function.two() != null -> {
                    called.put(cell, function);
                    int a = emit(given[0]);
                    yield apply(function.two(), a, emit(given[1]), site);
                }
                case Closure closure -> {
                    called.put(cell, closure);
                    int[] registers = new int[given.length];
                    for (int i = 0; i < given.length; i++) {
                        registers[i] = emit(given[i]);
                    }
                    yield follow(closure, registers);
                }
                case null -> NONE;
                case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> NONE;
            };
        }

        Builder copy(int from, int to) {
            steps.add(new Step(null, from, NONE, to, 0));
            return this;
        }

        /** A function of arithmetic is followed: one formula, or a block of names and a formula. */
        int follow(Closure closure, int... given) {
            FunctionCode code = closure.code();
            if (depth == DEEPEST
                    || closure.outer() != null
                    || code.returnSlot() >= 0
                    || code.parameters().size() != given.length
                    || Arrays.stream(given).anyMatch(register -> register == NONE)) {
                return NONE;
            }
            int @Nullable [] around = arguments;
            arguments = Arrays.copyOf(given, code.frameSize());
            Arrays.fill(arguments, given.length, code.frameSize(), NONE);
            depth++;
            int result = body(code.body());
            depth--;
            arguments = around;
            return result;
        }

        private int body(Code body) {
            if (!(body instanceof Loops.Block(Code[] statements))) {
                return emit(body);
            }
            for (int i = 0; i < statements.length - 1; i++) {
                if (!(statements[i] instanceof Assignments.Define define) || !define.emit(this)) {
                    return NONE;
                }
            }
            return statements.length == 0 ? NONE : emit(statements[statements.length - 1]);
        }

        /** Gives a name the value in a register; answers whether that can be done. */
        boolean define(Assignments.Place place, int value) {
            if (value == NONE) {
                return false;
            }
            if (arguments != null) {
                return isOfTheCall(place, value);
            }
            Object key = switch (place) {
                case Assignments.LocalPlace(int slot) -> slot;
                case Assignments.GlobalPlace(Cell cell, Span _) -> cell;
            };
            int register = switch (place) {
                case Assignments.LocalPlace(int slot) -> local(slot);
                case Assignments.GlobalPlace(Cell cell, Span _) -> global(cell);
            };
            if (temporary.remove(value) && !steps.isEmpty() && steps.getLast().to == value) {
                steps.set(steps.size() - 1, steps.getLast().into(register));
            } else {
                steps.add(new Step(null, value, NONE, register, 0));
            }
            results.put(key, new Result(place, register));
            return true;
        }

        /** A name of the function that is followed is another word for the register of its value, which nothing writes again meanwhile. */
        private boolean isOfTheCall(Assignments.Place place, int value) {
            if (arguments != null && place instanceof Assignments.LocalPlace(int slot) && slot < arguments.length) {
                arguments[slot] = value;
                return true;
            }
            return false;
        }

        /** The program; null where a name that it gives a value is one it calls or takes elements of. */
        @Nullable
        NumberProgram program(int value) {
            for (Object given : results.keySet()) {
                if (called.containsKey(given) || knownVectors.containsKey(given)) {
                    return null;
                }
            }
            for (Object vector : knownVectors.keySet()) {
                if (known.containsKey(vector)) {
                    return null;
                }
            }
            double[] numbers = initial.stream().mapToDouble(Double::doubleValue).toArray();
            return new NumberProgram(steps, numbers, names, vectors, called, List.copyOf(results.values()), value);
        }
    }
}
