package dev.contract.consumer.template;

import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of rows: comma-separated values as RFC 4180 has them, in UTF-8, with names of columns first. A row is found by its first column.
 *
 * <p>Immutable.
 */
final class CsvTable {
    private static final int LONGEST = 16 << 20;

    private final Path file;
    private final List<List<String>> rows;

    private CsvTable(Path file, List<List<String>> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** @throws IllegalArgumentException that says why the file cannot be used */
    static CsvTable read(Path file) {
        List<List<String>> rows = new Rows(text(file), file).read();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("the table " + file + " has no names of columns");
        }
        return new CsvTable(file, rows);
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("the table " + file + " is longer than " + LONGEST + " bytes");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new IllegalArgumentException("the table " + file.toAbsolutePath() + " cannot be read", e);
        }
    }

    /**
     * The values of a column by those of the first; of rows that begin alike, the first counts.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    Map<String, String> column(String name) {
        List<String> names = rows.get(0);
        int position = names.indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException("the table " + file + " has no column " + Quoted.text(name) + ", but "
                    + NearNames.listed(name, names));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (position < row.size()) {
                values.putIfAbsent(row.get(0), row.get(position));
            }
        }
        return values;
    }

    /** One pass over a text. */
    private static final class Rows {
        private final String text;
        private final Path file;
        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private int at;

        Rows(String text, Path file) {
            this.text = text;
            this.file = file;
        }

        List<List<String>> read() {
            while (at < text.length()) {
                row.add(text.charAt(at) == '"' ? quoted() : plain());
                end();
            }
            return rows;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (true) {
                int quote = text.indexOf('"', at);
                if (quote < 0) {
                    throw new IllegalArgumentException(
                            "the table " + file + " has a quote that is not closed in row " + (rows.size() + 1));
                }
                value.append(text, at, quote);
                at = quote + 1;
                if (!text.startsWith("\"", at)) {
                    return value.toString();
                }
                value.append('"');
                at++;
            }
        }

        /** Behind a value: a comma and the next, or the end of the row. */
        private void end() {
            if (text.startsWith(",", at)) {
                at++;
                if (at == text.length() || "\r\n".indexOf(text.charAt(at)) >= 0) {
                    row.add("");
                    end();
                }
                return;
            }
            if (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
                throw new IllegalArgumentException(
                        "the table " + file + " has text behind a closed quote in row " + (rows.size() + 1));
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
            rows.add(row);
            row = new ArrayList<>();
        }
    }
}
