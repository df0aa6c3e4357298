package dev.contract.broker.page.network;

import dev.contract.broker.page.network.Drawing.Box;
import dev.contract.broker.page.network.Drawing.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Places the nodes of a graph in columns, so that most lines lead to the right and few of them cross.
 *
 * <p>How many steps lead to a node at the most says how far to the right it stands; lines that close a circle do not count. Long chains
 * share columns, so that the picture stays about as wide as a screen. Within a column a node is drawn to the height of its neighbours. One
 * thread at a time.
 */
public final class Layout {
    static final int MOST_LETTERS = 24;

    private static final int MOST_COLUMNS = 8;
    private static final int SWEEPS = 12;
    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 26;
    private static final int COLUMN = 270;
    private static final int ROW = 34;
    private static final int MARGIN = 12;

    private final Map<String, List<String>> next = new TreeMap<>();
    private final Map<String, List<String>> before = new TreeMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Box> boxes = new LinkedHashMap<>();

    private Layout() {}

    /** A line of the graph. */
    public record Edge(String from, String to) {}

    public static Drawing of(List<Edge> edges) {
        Layout layout = new Layout();
        edges.stream().distinct().forEach(layout::add);
        List<List<String>> columns = layout.columns();
        layout.order(columns);
        layout.place(columns);
        return layout.drawing();
    }

    private void add(Edge edge) {
        next.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge.to());
        before.computeIfAbsent(edge.to(), name -> new ArrayList<>()).add(edge.from());
        next.computeIfAbsent(edge.to(), name -> new ArrayList<>());
        before.computeIfAbsent(edge.from(), name -> new ArrayList<>());
    }

    private static List<String> of(Map<String, List<String>> neighbours, String name) {
        return neighbours.getOrDefault(name, List.of());
    }

    private int depth(String name) {
        return steps.getOrDefault(name, 0);
    }

    private List<List<String>> columns() {
        next.keySet().forEach(this::countSteps);
        int deepest = steps.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int count = Math.min(deepest + 1, MOST_COLUMNS);
        List<List<String>> columns = IntStream.range(0, count)
                .<List<String>>mapToObj(i -> new ArrayList<>())
                .toList();
        List<String> byDepth = next.keySet().stream()
                .sorted(Comparator.<String>comparingInt(this::depth).thenComparing(name -> name))
                .toList();
        for (int i = 0; i < byDepth.size(); i++) {
            int column = deepest < MOST_COLUMNS ? depth(byDepth.get(i)) : i * count / byDepth.size();
            columns.get(column).add(byDepth.get(i));
        }
        return columns;
    }

    /**
     * How many lines lead to each node one after the other. A walk through the graph in which a node that the walk is still in counts
     * nothing, without the machine's stack: chains may be long.
     */
    private void countSteps(String start) {
        List<String> walk = new ArrayList<>(List.of(start));
        Map<String, Integer> open = new HashMap<>();
        while (!walk.isEmpty()) {
            String name = walk.get(walk.size() - 1);
            int at = open.merge(name, 1, Integer::sum) - 1;
            if (steps.containsKey(name)) {
                walk.remove(walk.size() - 1);
            } else if (at < of(before, name).size()) {
                String earlier = of(before, name).get(at);
                if (!steps.containsKey(earlier) && !open.containsKey(earlier)) {
                    walk.add(earlier);
                }
            } else {
                steps.put(
                        name,
                        1
                                + of(before, name).stream()
                                        .mapToInt(each -> steps.getOrDefault(each, -1))
                                        .max()
                                        .orElse(-1));
                walk.remove(walk.size() - 1);
            }
        }
    }

    private void order(List<List<String>> columns) {
        Map<String, Double> heights = new HashMap<>();
        columns.forEach(column -> note(column, heights));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<String> column : columns) {
                Map<String, Double> wished = new HashMap<>();
                column.forEach(name -> wished.put(name, wish(name, heights)));
                column.sort(Comparator.<String>comparingDouble(name -> wished.getOrDefault(name, 0.0))
                        .thenComparing(name -> name));
                note(column, heights);
            }
        }
    }

    /** Heights from 0 to 1, for columns are of different length. */
    private static void note(List<String> column, Map<String, Double> heights) {
        for (int i = 0; i < column.size(); i++) {
            heights.put(column.get(i), (i + 0.5) / column.size());
        }
    }

    private double wish(String name, Map<String, Double> heights) {
        return IntStream.range(0, 2)
                .mapToObj(side -> side == 0 ? of(before, name) : of(next, name))
                .flatMap(List::stream)
                .mapToDouble(each -> heights.getOrDefault(each, 0.5))
                .average()
                .orElse(heights.getOrDefault(name, 0.5));
    }

    private void place(List<List<String>> columns) {
        int tallest = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int x = 0; x < columns.size(); x++) {
            List<String> column = columns.get(x);
            int top = MARGIN + (tallest - column.size()) * ROW / 2;
            for (int y = 0; y < column.size(); y++) {
                String name = column.get(y);
                boxes.put(name, new Box(name, MARGIN + x * COLUMN, top + y * ROW, BOX_WIDTH, BOX_HEIGHT));
            }
        }
    }

    private Drawing drawing() {
        List<Line> lines = new ArrayList<>();
        next.forEach((from, all) -> all.forEach(to -> lines.add(new Line(from, to, path(from, to)))));
        int right = boxes.values().stream()
                .mapToInt(box -> box.x() + box.width())
                .max()
                .orElse(0);
        int bottom = boxes.values().stream()
                .mapToInt(box -> box.y() + box.height())
                .max()
                .orElse(0);
        return new Drawing(right + 5 * MARGIN, bottom + MARGIN, List.copyOf(boxes.values()), lines);
    }

    private String path(String from, String to) {
        Box start = box(from);
        Box end = box(to);
        int y1 = start.y() + BOX_HEIGHT / 2;
        int y2 = end.y() + BOX_HEIGHT / 2;
        if (end.x() == start.x()) {
            int right = start.x() + BOX_WIDTH;
            return "M" + right + " " + y1 + "C" + (right + 45) + " " + y1 + " " + (right + 45) + " " + y2 + " " + right
                    + " " + y2;
        }
        boolean forward = end.x() > start.x();
        int x1 = forward ? start.x() + BOX_WIDTH : start.x();
        int x2 = forward ? end.x() : end.x() + BOX_WIDTH;
        int bend = (x2 - x1) / 2;
        return "M" + x1 + " " + y1 + "C" + (x1 + bend) + " " + y1 + " " + (x2 - bend) + " " + y2 + " " + x2 + " " + y2;
    }

    private Box box(String name) {
        return boxes.getOrDefault(name, new Box(name, 0, 0, 0, 0));
    }
}
