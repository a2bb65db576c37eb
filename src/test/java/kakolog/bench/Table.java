package kakolog.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown table whose columns also stand in line as plain text. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** A value beside its goal: bold where it is above. */
    static String judged(String format, double value, double goal) {
        var text = format.formatted(value);
        return value > goal ? "**" + text + "**" : text;
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        var widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        var rule = IntStream.range(0, columns)
                .mapToObj(column -> column == 0 ? "-".repeat(widths.get(0)) : "-".repeat(widths.get(column) - 1) + ":")
                .toList();
        var lines = new ArrayList<List<String>>(rows);
        lines.add(1, rule);
        return lines.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    var cell = cells.get(column);
                    var gap = " ".repeat(widths.get(column) - cell.length());
                    return column == 0 ? cell + gap : gap + cell;
                })
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
