package ag.fit;

import ag.nn.Recording;

/**
 * A model recorded together with its data, so that what is computed from them alone, such as the powers of a polynomial, can have more digits
 * too.
 *
 * @param recording its inputs are what is fitted, its parameters the data
 * @param data the numbers behind the parameters
 */
public record ModelWithData(Recording recording, double[] data) {}
