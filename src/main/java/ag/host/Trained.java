package ag.host;

import ag.nn.Network;

/**
 * A network and what it has learned.
 *
 * @param name what it is called
 * @param parameters as {@link Network} orders them
 */
public record Trained(String name, Network network, double[] parameters) {}
