/**
 * Files that outlive a run: trained models, checkpoints of a training, exports to ONNX; each written whole or not at all, and
 * refused with what is wrong where it is damaged.
 *
 * <p>It leans on {@code ag.nn}, {@code ag.engine} and {@code ag.data}, and on Jackson for JSON and protobuf for ONNX. Start
 * reading at {@link ag.files.ModelFile}; {@link ag.files.WholeFile} is how everything gets onto the disk.
 */
@NullMarked
package ag.files;

import org.jspecify.annotations.NullMarked;
