package ag.lang.statements;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import ag.torch.TorchTraining;
import java.util.List;

/**
 * The last training of a network, for {@code export}.
 *
 * @param untold conditions that ended it, and that an exported program cannot check
 * @param refusals what no program elsewhere could do
 */
record LastTraining(TorchTraining training, List<Span> untold, List<Diagnostic> refusals) {
    LastTraining {
        untold = List.copyOf(untold);
        refusals = List.copyOf(refusals);
    }

    /** The training, unless something of it cannot leave. */
    TorchTraining require() {
        if (!refusals.isEmpty()) {
            throw new AgException(refusals.getFirst());
        }
        return training;
    }
}
