package dev.contract.consumer.resilience;

import dev.contract.core.problem.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Findings below each other, for the eyes of people. */
final class Table {
    private static final int WIDEST = 200;

    private final List<List<String>> rows = new ArrayList<>();

    private Table() {
        rows.add(List.of("", "trouble", "met", "should", "did"));
    }

    static String of(List<Finding> findings) {
        Table table = new Table();
        for (Finding each : findings) {
            table.rows.add(List.of(
                    each.isFine() ? "ok" : "!!",
                    each.trouble().toString(),
                    each.trouble().inWords(),
                    each.should(),
                    inOneLine(each.outcome().inWords())));
        }
        return table.rows.stream().map(table::line).collect(Collectors.joining("\n"));
    }

    /** What a call has thrown may have lines of its own. */
    private static String inOneLine(String text) {
        String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
        return Shortened.to(WIDEST, line);
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append("  ")
                    .append(cells.get(column))
                    .append(" ".repeat(width(column) - cells.get(column).length()));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
