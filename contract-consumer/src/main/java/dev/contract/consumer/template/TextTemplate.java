package dev.contract.consumer.template;

import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text with places in it. Immutable. */
final class TextTemplate {
    /** Characters: the request and the template are bounded, but a template may repeat the request at many places. */
    private static final int LONGEST = 16 << 20;

    private final List<Piece> pieces;

    /** A text as it stands, or a place. */
    record Piece(boolean isPlace, Value value) {
        static Piece text(String text) {
            JsonString constant = JsonString.of(text);
            return new Piece(false, asked -> constant);
        }
    }

    private TextTemplate(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads a text.
     *
     * @param where the text stands, for messages: {@code the body}
     */
    static TextTemplate read(String text, String where) {
        return new TextTemplate(new TemplateReader(text, where).pieces());
    }

    /** Whether it is nothing but a place. */
    boolean isOnePlace() {
        return pieces.size() == 1 && pieces.get(0).isPlace();
    }

    /** The value of the first place. */
    JsonValue value(Asked asked) {
        return pieces.get(0).value().of(asked);
    }

    /**
     * @param escape for the values of places
     */
    String fill(Asked asked, UnaryOperator<String> escape) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            String text = Value.text(piece.value().of(asked));
            filled.append(piece.isPlace() ? escape.apply(text) : text);
            if (filled.length() > LONGEST) {
                throw new ContractException(
                        Problem.error("CONTRACT-TEMPLATE", "a response would grow beyond " + LONGEST + " characters")
                                .mend("take less of the request into it"));
            }
        }
        return filled.toString();
    }
}
