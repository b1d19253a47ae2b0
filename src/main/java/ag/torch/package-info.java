/** Programs for PyTorch: what was built here, written in Python so that it gives the same numbers there. */
@NullMarked
package ag.torch;

import org.jspecify.annotations.NullMarked;
