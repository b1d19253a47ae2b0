package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.GraphResult;
import ag.result.Plain;
import java.util.ArrayList;
import java.util.List;

/** A network's layers. To programs they are nodes of a graph, which have no values before the network is given numbers. */
record NetworkPresentation(GraphResult.NetworkGraphed network) implements Presentation {
    @Override
    public String kind() {
        return "graph";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Network(network));
    }

    @Override
    public Data.Fields data() {
        List<Data> nodes = new ArrayList<>();
        List<String> before = List.of();
        Plain none = new Plain.NotComputed();
        for (GraphResult.NeuronLayer layer : network.layers()) {
            nodes.add(GraphPresentation.node(layer.name(), layer.kind(), none, none, before, layer.neurons()));
            before = List.of(layer.name());
        }
        return Data.Fields.NONE
                .text("of", network.model())
                .with("nodes", new Data.Items(nodes))
                .whole("parameters", network.parameters());
    }
}
