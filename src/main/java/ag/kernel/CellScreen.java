package ag.kernel;

import ag.client.MimeBundle;

/** Where a cell shows what it gives. */
interface CellScreen {
    /** Lines of text, below what is there. */
    void print(String text);

    /** A remark. */
    void remark(String text);

    /** Something rich: a formula, a picture, a table. */
    void show(MimeBundle document);

    /** The value of the cell. */
    void result(MimeBundle document);

    /** A line that the next one takes the place of. */
    void pass(String line);

    /** Puts a text into the cell in place of what is there. */
    void replaceCell(String text);
}
