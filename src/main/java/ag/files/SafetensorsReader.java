package ag.files;

import ag.nn.SavedModel;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Reads the {@code state_dict} of a plain network from <a href="https://github.com/huggingface/safetensors">safetensors</a>: matrices
 * called {@code … .weight} with a row for each neuron, as PyTorch's {@code nn.Linear} has them, and vectors {@code … .bias}. What the
 * layers apply is not in such a file.
 */
final class SafetensorsReader {
    private static final String PLAIN =
            "each layer is a matrix 'name.weight' with a row for each neuron, and a vector 'name.bias'";

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Path file;
    private final ByteBuffer bytes;
    private int data;

    private SafetensorsReader(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** A tensor of the file: its kind of numbers, its shape, and the range of bytes it lies in. */
    private record Tensor(String kind, List<Long> shape, List<Long> range) {}

    static SavedModel read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            return new SafetensorsReader(file, bytes).model();
        } catch (IOException e) {
            throw StoreException.of(file, "cannot be read: " + ReadFailure.of(e).reason(), "");
        }
    }

    private StoreException refused(String problem) {
        return StoreException.of(file, problem, PLAIN);
    }

    private SavedModel model() throws IOException {
        Map<String, Tensor> tensors = header();
        List<String> layers = tensors.keySet().stream()
                .filter(name -> name.endsWith("weight"))
                .map(name -> name.substring(0, name.length() - "weight".length()))
                .sorted(Comparator.comparing(SafetensorsReader::numbered))
                .toList();
        LayerStack stack = new LayerStack(file);
        int used = 0;
        for (String layer : layers) {
            Tensor weight = Objects.requireNonNull(tensors.get(layer + "weight"));
            Tensor bias = tensors.get(layer + "bias");
            if (weight.shape().size() != 2) {
                throw refused(ReadFailure.quoted(layer + "weight") + " is no matrix");
            }
            stack.weights(rows(numbers(layer + "weight", weight), weight.shape()));
            used++;
            if (bias != null) {
                stack.biases(numbers(layer + "bias", bias));
                used++;
            }
        }
        if (used < tensors.size()) {
            String other = tensors.keySet().stream()
                    .filter(name -> !name.endsWith("weight") && !name.endsWith("bias"))
                    .findFirst()
                    .orElse("a bias without weights");
            throw refused(ReadFailure.quoted(other) + " belongs to no layer");
        }
        return stack.withoutActivations("");
    }

    /** A name whose numbers sort as numbers: layer 10 comes after layer 9. */
    private static String numbered(String name) {
        return DIGITS.matcher(name)
                .replaceAll(number -> "%10s".formatted(number.group()).replace(' ', '0'));
    }

    private Map<String, Tensor> header() throws IOException {
        long length = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
        if (length < 2 || length > bytes.remaining()) {
            throw StoreException.of(file, "this is no safetensors file, or a damaged one", "write it once more");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        data = bytes.position();
        Map<String, Tensor> tensors = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(new String(text, StandardCharsets.UTF_8))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("__metadata__")) {
                    json.skipChildren();
                } else {
                    tensors.put(name, tensor(json));
                }
            }
        }
        return tensors;
    }

    private static Tensor tensor(JsonParser json) throws IOException {
        String kind = "";
        List<Long> shape = new ArrayList<>();
        List<Long> range = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "dtype" -> kind = json.getText();
                case "shape" -> whole(json, shape);
                case "data_offsets" -> whole(json, range);
                default -> json.skipChildren();
            }
        }
        return new Tensor(kind, shape, range);
    }

    private static void whole(JsonParser json, List<Long> numbers) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(json.getLongValue());
        }
    }

    private double[] numbers(String name, Tensor tensor) {
        int size = switch (tensor.kind()) {
            case "F64" -> Double.BYTES;
            case "F32" -> Float.BYTES;
            case "F16", "BF16" -> Short.BYTES;
            default -> throw refused(ReadFailure.quoted(name) + " holds no floating-point numbers");
        };
        long count = 1;
        for (long length : tensor.shape()) {
            if (length < 1 || count > Integer.MAX_VALUE / length) {
                throw refused(ReadFailure.quoted(name) + " has an impossible shape");
            }
            count *= length;
        }
        long from = tensor.range().size() == 2 ? tensor.range().get(0) : -1;
        long end = from < 0 ? -1 : tensor.range().get(1);
        if (from < 0 || end > bytes.limit() - data || end - from != count * size) {
            throw StoreException.of(file, ReadFailure.quoted(name) + " is not whole", "write the file once more");
        }
        double[] numbers = new double[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            int at = (int) (data + from + (long) i * size);
            numbers[i] = switch (tensor.kind()) {
                case "F64" -> bytes.getDouble(at);
                case "F32" -> bytes.getFloat(at);
                case "F16" -> Float.float16ToFloat(bytes.getShort(at));
                default -> Float.intBitsToFloat(bytes.getShort(at) << 16);
            };
        }
        return numbers;
    }

    private static double[][] rows(double[] numbers, List<Long> shape) {
        int columns = (int) (long) shape.get(1);
        double[][] rows = new double[(int) (long) shape.get(0)][columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(numbers, i * columns, rows[i], 0, columns);
        }
        return rows;
    }
}
