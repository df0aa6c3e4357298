package dev.contract.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of text below headings, as Markdown: no cell can end its row or be anything else than text. One thread at a time. */
public final class MarkdownTable {
    private final String head;
    private final List<String> rows = new ArrayList<>();

    public MarkdownTable(String... headings) {
        this.head = line(headings) + "\n|" + "---|".repeat(headings.length);
    }

    /** Adds a row with a cell for every heading. */
    public MarkdownTable row(String... cells) {
        rows.add(line(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A bar ends a cell even within code. */
    private static String cell(String text) {
        return MarkdownText.of(text).replace("|", "\\|");
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(head), rows.stream()).collect(Collectors.joining("\n"));
    }
}
