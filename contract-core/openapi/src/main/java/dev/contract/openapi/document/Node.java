package dev.contract.openapi.document;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, and where it stands.
 *
 * <p>Nodes that stand at the same place are equal. Immutable.
 */
public final class Node {
    private final DocumentFiles files;
    private final DocumentFile file;
    private final String pointer;
    private final JsonValue value;

    private Node(DocumentFiles files, DocumentFile file, String pointer, JsonValue value) {
        this.files = files;
        this.file = file;
        this.pointer = pointer;
        this.value = value;
    }

    static Node root(DocumentFiles files, DocumentFile file) {
        return new Node(files, file, "", file.root());
    }

    /** An entry of an object. */
    public record Entry(String name, Node node) {}

    public JsonValue value() {
        return value;
    }

    /** The JSON pointer within the file, as references write it: {@code #/components/schemas/User}. */
    public String pointer() {
        return "#" + pointer;
    }

    /** File, line and column. */
    public Location location() {
        Location known = value.location();
        return known == null ? Location.of(file.name()) : known;
    }

    /** The value of a name; empty when this is no object, or has no such name. */
    public Optional<Node> get(String name) {
        JsonValue child = value instanceof JsonObject object ? object.find(name) : null;
        return child == null ? Optional.empty() : Optional.of(child(name, child));
    }

    /** As {@link #get}, and where that is a reference, what it leads to. */
    public Optional<Node> resolved(String name) {
        return get(name).flatMap(Node::resolved);
    }

    /** The text of a string or number, or {@code true} and {@code false}; empty for all else. */
    public Optional<String> text(String name) {
        return get(name).map(Node::value).filter(each -> !each.isContainer()).map(JsonValue::text);
    }

    /** Whether a name is there and {@code true}. */
    public boolean is(String name) {
        return get(name).flatMap(each -> each.value().asBoolean()).orElse(false);
    }

    /** The entries of an object, but for extensions ({@code x-…}); none when this is something else. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, child) -> {
                if (!name.startsWith("x-")) {
                    entries.add(new Entry(name, child(name, child)));
                }
            });
        }
        return entries;
    }

    /** The entries of an object whose names are the author's own, such as properties; none when this is something else. */
    public List<Entry> allEntries() {
        List<Entry> entries = new ArrayList<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, child) -> entries.add(new Entry(name, child(name, child))));
        }
        return entries;
    }

    /** The entries of the object of a name. */
    public List<Entry> entries(String name) {
        return get(name).map(Node::entries).orElse(List.of());
    }

    /** The elements of an array; none when this is something else. */
    public List<Node> elements() {
        List<Node> elements = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                elements.add(child(Integer.toString(i), array.get(i)));
            }
        }
        return elements;
    }

    /** The elements of the array of a name. */
    public List<Node> elements(String name) {
        return get(name).map(Node::elements).orElse(List.of());
    }

    /** The reference that this is. */
    Optional<String> reference() {
        return get("$ref").flatMap(each -> each.value().asString());
    }

    /** This, or what it refers to, over as many references as it takes; empty when a reference leads nowhere. */
    public Optional<Node> resolved() {
        return Reference.resolved(this);
    }

    /** Down a path of names and indexes; empty when it leads nowhere. */
    Optional<Node> down(List<String> names) {
        Node at = this;
        for (String name : names) {
            Optional<Node> next = at.step(name);
            if (next.isEmpty()) {
                return next;
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    /** As far down a path as it leads; names that are not there are passed over. */
    Node towards(List<String> names) {
        Node at = this;
        for (String name : names) {
            at = at.step(name).orElse(at);
        }
        return at;
    }

    private Optional<Node> step(String name) {
        if (!(value instanceof JsonArray array)) {
            return get(name);
        }
        boolean isIndex = name.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(name) < array.size();
        return isIndex ? Optional.of(child(name, array.get(Integer.parseInt(name)))) : Optional.empty();
    }

    private Node child(String name, JsonValue child) {
        return new Node(files, file, pointer + Pointer.step(name), child);
    }

    DocumentFile file() {
        return file;
    }

    DocumentFiles files() {
        return files;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node that && file.path().equals(that.file.path()) && pointer.equals(that.pointer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file.path(), pointer);
    }

    /** {@code openapi.yaml:12:7 (#/components/schemas/User)}. */
    @Override
    public String toString() {
        return location() + " (" + pointer() + ")";
    }
}
