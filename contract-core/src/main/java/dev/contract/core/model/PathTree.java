package dev.contract.core.model;

import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by their paths, as seen from one place of a document: a step further is looked up, whatever the number of paths. Immutable.
 *
 * <pre>{@code
 * PathTree<V> tree = PathTree.of(byPath);
 * tree.field("items").index(0).field("id").here();  // what stands at $.items[0].id, $.items[*].id and $.*[0].id
 * }</pre>
 */
public final class PathTree<V> {
    private final int depth;
    private final List<Entry<V>> all;
    private final List<V> here;
    private final Map<Token, List<Entry<V>>> further;
    private volatile @Nullable PathTree<V> otherField;
    private volatile @Nullable PathTree<V> otherIndex;

    private record Entry<V>(List<Token> path, V value) {}

    private PathTree(List<Entry<V>> all, int depth) {
        this.depth = depth;
        this.all = all;
        this.here = new ArrayList<>();
        this.further = new LinkedHashMap<>();
        for (Entry<V> entry : all) {
            if (entry.path().size() == depth) {
                here.add(entry.value());
            } else {
                further.computeIfAbsent(entry.path().get(depth), step -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    /** Of these, seen from the root; values of one path stand in the order in which they come. */
    public static <V> PathTree<V> of(List<Map.Entry<RulePath, V>> byPath) {
        List<Entry<V>> all = new ArrayList<>(byPath.size());
        for (Map.Entry<RulePath, V> each : byPath) {
            all.add(new Entry<>(each.getKey().tokens(), each.getValue()));
        }
        return new PathTree<>(all, 0);
    }

    /** Whether a path leads further. */
    public boolean goesOn() {
        return !further.isEmpty();
    }

    /** What stands here. */
    public List<V> here() {
        return Collections.unmodifiableList(here);
    }

    /** The names that some path has as its next step. */
    public Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        further.keySet().forEach(step -> {
            if (step instanceof Field field) {
                names.add(field.name());
            }
        });
        return names;
    }

    /** One field further: paths with its name, and with a star for all entries. */
    public PathTree<V> field(String name) {
        if (all.isEmpty()) {
            return this;
        }
        Field own = new Field(name);
        return further.containsKey(own) ? next(own, new AnyEntry()) : otherField();
    }

    /** One element further: paths with its position, and with stars for all elements or entries. */
    public PathTree<V> index(int position) {
        if (all.isEmpty()) {
            return this;
        }
        Index own = new Index(position);
        return further.containsKey(own) ? next(own, new AnyIndex(), new AnyEntry()) : otherIndex();
    }

    /** A field further that no path names. */
    public PathTree<V> otherField() {
        PathTree<V> known = otherField;
        if (known == null) {
            known = next(new AnyEntry());
            otherField = known;
        }
        return known;
    }

    /** An element further whose position no path names. */
    public PathTree<V> otherIndex() {
        PathTree<V> known = otherIndex;
        if (known == null) {
            known = next(new AnyIndex(), new AnyEntry());
            otherIndex = known;
        }
        return known;
    }

    /** What stands at a field by its own name; a star names none. */
    public List<V> named(String name) {
        return further.getOrDefault(new Field(name), List.of()).stream()
                .filter(entry -> entry.path().size() == depth + 1)
                .map(Entry::value)
                .toList();
    }

    private PathTree<V> next(Token... steps) {
        return all.isEmpty()
                ? this
                : new PathTree<>(
                        Stream.of(steps)
                                .flatMap(step -> further.getOrDefault(step, List.of()).stream())
                                .toList(),
                        depth + 1);
    }
}
