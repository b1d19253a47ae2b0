package ag.lang.algebra;

import ag.engine.Operation;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a formula as MathML, which browsers typeset. */
public final class MathMlWriter {
    private static final String INVISIBLE_TIMES = "\u2062";
    private static final String DIFFERENTIAL = "<mi mathvariant=\"normal\">d</mi>";
    private static final int LOOSE = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 3;

    private MathMlWriter() {}

    /** A {@code <math>} element. */
    public static String text(Term term) {
        return math(row(term));
    }

    /**
     * On a line of its own.
     *
     * @param partial whether derivatives in it are partial ones, and written with ∂
     */
    public static String text(Term term, boolean partial) {
        return block(signed(row(term), partial));
    }

    /** A formula behind a name and its sign, on a line of its own; {@code left} is how they are typed: {@code f(x) =}, or empty. */
    public static String relation(String left, Term right) {
        return relation(left, right, "");
    }

    /** The same with a sign and a number behind it: {@code = 12}, or empty. */
    public static String relation(String left, Term right, String end) {
        int sign = left.lastIndexOf(' ');
        String before = sign < 0 ? "" : name(left.substring(0, sign)) + operator(left.substring(sign + 1));
        int gap = end.indexOf(' ');
        String behind = gap < 0 ? "" : operator(end.substring(0, gap)) + "<mn>" + end.substring(gap + 1) + "</mn>";
        return block(before + row(right) + behind);
    }

    /** The right side of an equation that goes on in a new line. */
    public static String step(Term right, boolean partial) {
        return block(operator("=") + signed(row(right), partial));
    }

    private static String signed(String row, boolean partial) {
        return partial ? row.replace(DIFFERENTIAL, "<mi>∂</mi>") : row;
    }

    private static String math(String inside) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + inside + "</math>";
    }

    private static String block(String inside) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" displaystyle=\"true\">" + inside + "</math>";
    }

    private static String name(String typed) {
        StringBuilder text = new StringBuilder();
        for (String part : typed.split("(?=[(),'])|(?<=[(),'])", 0)) {
            text.append(
                    switch (part.strip()) {
                        case "(", ")" -> bracket(part, false);
                        case "," -> operator(part);
                        case "'" -> "<mo>′</mo>";
                        default -> letter(part.strip());
                    });
        }
        return text.toString();
    }

    /** The formula as one element, to be put into others. */
    public static String row(Term term) {
        return "<mrow>" + write(term, LOOSE) + "</mrow>";
    }

    private static String write(Term term, int atLeast) {
        String text = bare(term);
        return binding(term) < atLeast ? bracketed(text) : text;
    }

    private static String bracketed(String text) {
        // Browsers stretch brackets at a raised letter already; only what is tall needs tall ones.
        boolean tall = text.contains("<mfrac>") || text.contains("<mtable>");
        return "<mrow>" + bracket("(", tall) + text + bracket(")", tall) + "</mrow>";
    }

    private static String bracket(String sign, boolean tall) {
        return tall ? operator(sign) : "<mo stretchy=\"false\">" + sign + "</mo>";
    }

    private static String operator(String sign) {
        return "<mo>" + sign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</mo>";
    }

    private static int binding(Term term) {
        return switch (term) {
            case Term.Sum _, Term.Negative _ -> SUM;
            case Term.Product _, Term.Derivative _, Term.Integral _ -> PRODUCT;
            case Term.Power _,
                    Term.Quotient _,
                    Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Apply _,
                    Term.Choice _ -> ATOM;
        };
    }

    private static String bare(Term term) {
        return switch (term) {
            case Term.Num number -> "<mn>" + TextWriter.number(number) + "</mn>";
            case Term.Constant constant ->
                switch (constant.name()) {
                    case PI -> "<mi>π</mi>";
                    case E -> "<mi>e</mi>";
                    case INFINITY -> "<mi>∞</mi>";
                    case UNDEFINED -> "<mi>nan</mi>";
                };
            case Term.Letter letter -> letter(letter.name());
            case Term.Sum(List<Term> terms) -> sum(terms);
            case Term.Product(List<Term> factors) -> product(factors);
            case Term.Quotient(Term above, Term below) -> "<mfrac>" + row(above) + row(below) + "</mfrac>";
            case Term.Power(Term base, Term exponent) -> {
                boolean simple =
                        base instanceof Term.Letter || base instanceof Term.Num || base instanceof Term.Constant;
                String below = simple ? bare(base) : bracketed(bare(base));
                yield "<msup>" + below + row(exponent) + "</msup>";
            }
            case Term.Negative(Term of) -> operator("−") + write(of, PRODUCT);
            case Term.Apply apply -> apply(apply);
            case Term.Choice choice ->
                operator("{") + "<mtable><mtr><mtd>" + row(choice.then()) + "</mtd><mtd><mtext>if "
                        + TextWriter.text(choice.condition())
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                        + "</mtext></mtd></mtr><mtr><mtd>" + row(choice.otherwise())
                        + "</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable>";
            case Term.Derivative(Term of, Term.Letter by) ->
                "<mfrac>" + DIFFERENTIAL + "<mrow>" + DIFFERENTIAL + letter(by.name()) + "</mrow></mfrac>"
                        + bracketed(write(of, LOOSE));
            case Term.Integral(Term of, Term.Letter by, Term from, Term to) ->
                "<msubsup>" + operator("∫") + row(from) + row(to) + "</msubsup>" + write(of, PRODUCT) + DIFFERENTIAL
                        + letter(by.name());
        };
    }

    private static String letter(String name) {
        int letters = name.length();
        while (letters > 1 && Character.isDigit(name.charAt(letters - 1))) {
            letters--;
        }
        String word = "<mi>" + name.substring(0, letters).replaceAll("_$", "") + "</mi>";
        return letters == name.length() ? word : "<msub>" + word + "<mn>" + name.substring(letters) + "</mn></msub>";
    }

    private static String sum(List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean minus = i > 0 && term instanceof Term.Negative;
            text.append(i == 0 ? "" : operator(minus ? "−" : "+"));
            text.append(write(minus ? ((Term.Negative) term).of() : term, i == 0 ? SUM : PRODUCT));
        }
        return text.toString();
    }

    private static String product(List<Term> factors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            boolean joined = i == 1 && factors.getFirst() instanceof Term.Num && !startsWithNumber(factors.get(1));
            text.append(i == 0 ? "" : operator(joined ? INVISIBLE_TIMES : "·")).append(write(factors.get(i), PRODUCT));
        }
        return text.toString();
    }

    private static boolean startsWithNumber(Term term) {
        return term instanceof Term.Num
                || term instanceof Term.Quotient
                || (term instanceof Term.Power(Term base, Term _) && startsWithNumber(base));
    }

    private static String apply(Term.Apply apply) {
        Operation operation = apply.operation();
        String inside = apply.operands().stream()
                .map(operand -> write(operand, LOOSE))
                .collect(Collectors.joining(operator(",")));
        return switch (operation) {
            case SQRT -> "<msqrt>" + inside + "</msqrt>";
            case CBRT -> "<mroot><mrow>" + inside + "</mrow><mn>3</mn></mroot>";
            case FACTORIAL -> {
                Term of = apply.operands().getFirst();
                boolean simple = of instanceof Term.Letter || of instanceof Term.Num;
                yield "<mrow>" + (simple ? inside : bracketed(inside)) + operator("!") + "</mrow>";
            }
            case ABS -> "<mrow>" + operator("|") + inside + operator("|") + "</mrow>";
            default ->
                "<mi>" + (operation == Operation.LOG ? "ln" : operation.symbol()) + "</mi><mo>&#x2061;</mo>"
                        + bracketed(inside);
        };
    }
}
