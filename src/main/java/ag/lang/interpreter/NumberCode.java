package ag.lang.interpreter;

/** Code that, where all names in it stand for single numbers, can be a few operations of a {@link NumberProgram} as well. */
interface NumberCode extends Code {
    /** Adds what it does to a program; returns the register of its value, or {@link NumberProgram#NONE} where that cannot be done. */
    int emit(NumberProgram.Builder program);
}
