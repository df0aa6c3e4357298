package dev.contract.broker.api;

import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.MatrixAnswer;
import dev.contract.broker.domain.matrix.MatrixRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer of the matrix as a table of fixed width, for people. */
final class MatrixTable {
    private static final List<String> HEADER =
            List.of("CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?", "RESULT#");

    private MatrixTable() {}

    static String of(MatrixAnswer answer, int limit) {
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        answer.rows().stream().limit(limit).map(MatrixTable::cells).forEach(lines::add);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(line, lines)).append('\n'));
        return text.append('\n').append(answer.verdict().text()).append('\n').toString();
    }

    private static String line(List<String> cells, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int column = i;
            int width = all.stream()
                    .mapToInt(each -> each.get(column).length())
                    .max()
                    .orElse(0);
            line.append(cells.get(i)).append(" ".repeat(width - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static List<String> cells(MatrixRow row) {
        return List.of(
                row.pact().consumer().owner().toString(),
                row.pact().consumer().number().value(),
                row.pact().provider().toString(),
                number(row.provider()),
                row.outcome().map(outcome -> String.valueOf(outcome.success())).orElse(""),
                result(row) + (row.ignored() ? " [ignored]" : ""));
    }

    private static String result(MatrixRow row) {
        if (row.decidingDescription().isPresent()) {
            return "document";
        }
        Verification result = row.result();
        return result == null ? "" : String.valueOf(result.number());
    }

    private static String number(@Nullable Version version) {
        return version == null ? "" : version.number().value();
    }
}
