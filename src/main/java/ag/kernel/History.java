package ag.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/** The cells that ran since the kernel was started. */
final class History {
    private static final int SESSION = 1;

    /** A cell, and what it gave as text. */
    private record Cell(int number, String code, String output) {
        List<Object> entry(boolean withOutput) {
            return List.of(SESSION, number, withOutput ? List.of(code, output) : code);
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    synchronized void add(int number, String code, String output) {
        cells.add(new Cell(number, code, output));
    }

    /** What a request asks for, oldest first: session, number, and the code or the code with its output. */
    synchronized List<List<Object>> answer(HistoryRequest request) {
        List<Cell> asked = switch (request) {
            case HistoryRequest.Tail tail -> last(cells, tail.getMaxReturnLength());
            case HistoryRequest.Search search -> search(search);
            case HistoryRequest.Range range -> range(range);
            default -> List.of();
        };
        return asked.stream().map(cell -> cell.entry(request.includeOutput())).toList();
    }

    private List<Cell> range(HistoryRequest.Range range) {
        boolean ours = range.getSessionIndex() == 0 || range.getSessionIndex() == SESSION;
        return ours
                ? cells.stream()
                        .filter(cell -> cell.number() >= range.getStart()
                                && (range.getStop() <= 0 || cell.number() < range.getStop()))
                        .toList()
                : List.of();
    }

    private List<Cell> search(HistoryRequest.Search search) {
        Pattern pattern = glob(search.getPattern());
        List<Cell> found = cells.stream()
                .filter(cell -> pattern.matcher(cell.code()).matches())
                .toList();
        if (search.filterUnique()) {
            Map<String, Cell> latest = new LinkedHashMap<>();
            found.forEach(cell -> {
                latest.remove(cell.code());
                latest.put(cell.code(), cell);
            });
            found = List.copyOf(latest.values());
        }
        return last(found, search.getMaxReturnLength());
    }

    /** A pattern in which {@code *} stands for any text and {@code ?} for any character. */
    private static Pattern glob(String pattern) {
        StringBuilder regular = new StringBuilder();
        pattern.chars()
                .forEach(c -> regular.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regular.toString(), Pattern.DOTALL);
    }

    private static List<Cell> last(List<Cell> cells, int most) {
        return most <= 0 ? cells : cells.subList(Math.max(0, cells.size() - most), cells.size());
    }
}
