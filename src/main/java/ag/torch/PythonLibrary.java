package ag.torch;

import ag.engine.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A library of Python that a formula can be written for. */
public enum PythonLibrary {
    /** PyTorch 1.13 and later. */
    TORCH("PyTorch"),
    /** JAX 0.4.27 and later: formulas alone, as its arrays have the same functions by other names. */
    JAX("JAX");

    /** What JAX calls in another way than PyTorch with another module before it. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("torch.asin(", "jnp.arcsin("),
            Map.entry("torch.acos(", "jnp.arccos("),
            Map.entry("torch.atan(", "jnp.arctan("),
            Map.entry("torch.atan2(", "jnp.arctan2("),
            Map.entry("torch.asinh(", "jnp.arcsinh("),
            Map.entry("torch.acosh(", "jnp.arccosh("),
            Map.entry("torch.atanh(", "jnp.arctanh("),
            Map.entry("torch.amax(", "jnp.max("),
            Map.entry("torch.amin(", "jnp.min("),
            Map.entry("torch.sigmoid(", "jax.nn.sigmoid("),
            Map.entry("torch.relu(", "jax.nn.relu("),
            Map.entry("torch.erf(", "jax.scipy.special.erf("),
            Map.entry("torch.erfc(", "jax.scipy.special.erfc("),
            Map.entry("torch.special.ndtr(", "jax.scipy.special.ndtr("),
            Map.entry("torch.special.ndtri(", "jax.scipy.special.ndtri("),
            Map.entry("torch.lgamma(", "jax.scipy.special.gammaln("),
            Map.entry("torch.digamma(", "jax.scipy.special.digamma("),
            Map.entry("torch.polygamma(", "jax.scipy.special.polygamma("),
            Map.entry("torch.logsumexp(", "jax.scipy.special.logsumexp("),
            Map.entry("torch.tensor(", "jnp.array("),
            Map.entry("torch.broadcast_tensors(", "jnp.broadcast_arrays("),
            Map.entry("torch.linalg.vector_norm(v, dim=", "jnp.linalg.norm(v, axis="));

    private final String title;

    PythonLibrary(String title) {
        this.title = title;
    }

    /** The library of this name, in lower case: {@code torch} or {@code jax}. */
    public static Optional<PythonLibrary> named(String name) {
        return Stream.of(values())
                .filter(library -> library.word().equals(name))
                .findFirst();
    }

    /** The name that it is asked for by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that it goes by. */
    public String title() {
        return title;
    }

    /**
     * How an operation is written, with the letters of {@link Operation#torch}.
     *
     * @throws NoTorchForm where it has no form
     */
    String form(Operation operation) {
        return switch (this) {
            case TORCH -> operation.torch();
            case JAX ->
                switch (operation) {
                    case GELU -> "jax.nn.gelu(x, approximate=False)";
                    case SOFTPLUS -> "jax.nn.softplus(x)";
                    case SILU -> "jax.nn.silu(x)";
                    case BCE_LOGITS -> "jax.nn.softplus(a) - a * b";
                    // Their derivatives at the bound, or their arguments, are not those of JAX.
                    case CLAMP_MIN, CLAMP_MAX, LEAKY_RELU, ELU, BCE, ELEMENT ->
                        throw new NoTorchForm(
                                "'" + operation.symbol() + "' has no form in JAX with the same derivative");
                    default -> text(operation.torch());
                };
        };
    }

    /** A text in Python that was written for PyTorch. */
    String text(String torch) {
        if (this == TORCH) {
            return torch;
        }
        String text = torch;
        for (Map.Entry<String, String> each : RENAMED.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text.replace("torch.", "jnp.");
    }
}
