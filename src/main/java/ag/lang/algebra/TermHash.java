package ag.lang.algebra;

/**
 * Hashes of formulas, made of their outermost levels: a whole formula would take too long to go through each time. So formulas that
 * differ only deeper inside have one hash.
 */
final class TermHash {
    private static final int DEPTH = 3;

    private TermHash() {}

    static int of(Term term) {
        return hash(term, DEPTH);
    }

    private static int hash(Term term, int depth) {
        return switch (term) {
            case Term.Num number -> number.hashCode();
            case Term.Constant constant -> constant.name().name().hashCode();
            case Term.Letter letter -> letter.name().hashCode();
            case Term.Apply apply -> parts(term, apply.operation().symbol(), depth);
            case Term.Sum _ -> parts(term, "sum", depth);
            case Term.Product _ -> parts(term, "product", depth);
            case Term.Quotient _ -> parts(term, "quotient", depth);
            case Term.Power _ -> parts(term, "power", depth);
            case Term.Negative _ -> parts(term, "negative", depth);
            case Term.Choice _ -> parts(term, "choice", depth);
            case Term.Derivative _ -> parts(term, "derivative", depth);
            case Term.Integral _ -> parts(term, "integral", depth);
        };
    }

    private static int parts(Term term, String form, int depth) {
        int hash = form.hashCode();
        if (depth > 0) {
            for (Term part : term.parts()) {
                hash = 31 * hash + hash(part, depth - 1);
            }
        }
        return hash;
    }
}
