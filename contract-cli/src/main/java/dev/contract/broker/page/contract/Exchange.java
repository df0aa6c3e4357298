package dev.contract.broker.page.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One interaction, ready to be read.
 *
 * @param id by which results name it; empty where the document has none
 * @param kind {@code HTTP}, {@code message} or {@code message with an answer}
 * @param headline of HTTP the request in a few words: {@code GET /orders → 200}; empty for messages
 * @param comments what the authors wrote beside it
 * @param test the test that it comes from; empty when nobody said
 * @param curl a command that sends the request; empty for messages
 */
public record Exchange(
        String id,
        String kind,
        String description,
        String headline,
        boolean pending,
        List<State> states,
        List<String> comments,
        String test,
        List<Part> parts,
        String curl) {
    public Exchange {
        states = List.copyOf(states);
        comments = List.copyOf(comments);
        parts = List.copyOf(parts);
    }

    /** What must be true of the provider before. */
    public record State(String name, List<Field> parameters) {
        public State {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A request, a response or a message.
     *
     * @param fields all but the body
     * @param body null where nothing is said of it
     */
    public record Part(
            String title, List<Field> fields, @Nullable Content body) {
        public Part {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A name with a value, and what may stand in its place.
     *
     * @param where which part of the request or response it is: {@code path}, {@code query}, {@code header}
     */
    public record Field(String where, String name, String value, List<String> rules) {
        public Field {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A body.
     *
     * @param kind {@code application/json, 312 bytes}
     * @param elsewhere rules of paths at which the example has nothing, or of a body without lines; the path stands for the name
     * @param cut whether lines are missing
     */
    public record Content(String kind, List<Line> lines, List<Field> elsewhere, boolean cut) {
        public Content {
            lines = List.copyOf(lines);
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * A line of a body.
     *
     * @param depth how far it is indented
     * @param name the key with its quotes; empty where there is none
     * @param value what stands there, or the bracket that begins it
     * @param kind what it is, in the words of the stylesheet: {@code string}, {@code number}, {@code literal}, {@code bracket}, {@code text}
     * @param end a comma or nothing
     */
    public record Line(int depth, String name, String value, String kind, String end, List<String> rules) {
        public Line {
            rules = List.copyOf(rules);
        }

        /** What stands before it. */
        public String indent() {
            return "  ".repeat(depth);
        }
    }
}
