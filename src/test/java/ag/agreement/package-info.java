/** Every way to a derivative gives the same number, on programs made by chance; PyTorch's too, where it is installed. */
@NullMarked
package ag.agreement;

import org.jspecify.annotations.NullMarked;
