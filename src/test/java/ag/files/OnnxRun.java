package ag.files;

import ag.nn.Network;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;

/** What ONNX Runtime, the program that most exported networks are run with, makes of a network exported by us. */
final class OnnxRun {
    /** When it is first used it needs more stack than a thread of Java has, and says so only by ending the process. */
    private static final long STACK = 64L << 20;

    private OnnxRun() {}

    /** Exports the network and has ONNX Runtime run it; the outputs of all samples, one after the other. */
    static double[] outputs(Path folder, Network network, double[] parameters, double[] inputs) throws Exception {
        Path file = folder.resolve("net.onnx");
        OnnxFile.write(file, "net", network, parameters);
        FutureTask<double[]> task = new FutureTask<>(() -> run(file, inputs, network.inputs()));
        new Thread(null, task, "onnx", STACK).start();
        return task.get();
    }

    private static double[] run(Path file, double[] inputs, int width) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(file.toString(), options);
                    OnnxTensor tensor = OnnxTensor.createTensor(
                            environment, DoubleBuffer.wrap(inputs), new long[] {inputs.length / width, width});
                    OrtSession.Result result = session.run(Map.of(OnnxGraph.INPUT, tensor))) {
                DoubleBuffer outputs = ((OnnxTensor) result.get(0)).getDoubleBuffer();
                double[] numbers = new double[outputs.remaining()];
                outputs.get(numbers);
                return numbers;
            }
        }
    }
}
