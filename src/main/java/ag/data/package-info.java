/**
 * Where samples come from: reproducible random numbers, generated data sets, and what is done to a data set
 * before training.
 *
 * <p>It leans on the JDK only. Start reading at {@link ag.data.DataSet}.
 */
@NullMarked
package ag.data;

import org.jspecify.annotations.NullMarked;
