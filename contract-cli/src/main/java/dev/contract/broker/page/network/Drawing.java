package dev.contract.broker.page.network;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A picture of boxes and lines, in pixels. */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {
    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A node; its place is its upper left corner. */
    public record Box(String name, int x, int y, int width, int height) {
        /** The name as a value in a query. */
        public String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8);
        }

        /** The name as far as there is room for it. */
        public String shown() {
            return name.length() <= Layout.MOST_LETTERS ? name : name.substring(0, Layout.MOST_LETTERS - 1) + "…";
        }
    }

    /** A line from one node to another, as the data of a path. */
    public record Line(String from, String to, String path) {}
}
