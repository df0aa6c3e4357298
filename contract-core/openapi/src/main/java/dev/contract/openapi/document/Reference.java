package dev.contract.openapi.document;

import dev.contract.core.http.WirePath;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference leads, or why it leads nowhere.
 *
 * @param target null when it leads nowhere
 * @param fault why, in words that go on from "leads nowhere: "; empty when it leads somewhere
 */
record Reference(@Nullable Node target, String fault) {
    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);
    private static final int MOST_HOPS = 100;

    private static Reference to(Node target) {
        return new Reference(target, "");
    }

    private static Reference broken(String fault) {
        return new Reference(null, fault);
    }

    static Optional<Node> resolved(Node start) {
        Node at = start;
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            Optional<String> reference = at.reference();
            if (reference.isEmpty()) {
                return Optional.of(at);
            }
            Node next = of(at, reference.get()).target();
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.empty();
    }

    /** Where one reference of a node leads; there may be another one. */
    static Reference of(Node holder, String text) {
        int hash = text.indexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : WirePath.decoded(text.substring(hash + 1));
        if (SCHEME.matcher(file).matches() || file.startsWith("//")) {
            return broken("nothing is fetched from elsewhere");
        }
        try {
            DocumentFile named =
                    file.isEmpty() ? holder.file() : holder.files().beside(holder.file(), WirePath.decoded(file));
            return within(Node.root(holder.files(), named), fragment);
        } catch (ContractException e) {
            String found = e.problems().get(0).found();
            return broken(e.problems().get(0).what() + (found == null ? "" : ", " + found));
        } catch (InvalidPathException e) {
            return broken("not a name of a file");
        }
    }

    private static Reference within(Node root, String fragment) {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return root.down(Pointer.names(fragment))
                    .map(Reference::to)
                    .orElseGet(() -> broken("there is nothing at #" + fragment + nearest(root, fragment)));
        }
        return anchored(root, fragment).map(Reference::to).orElseGet(() -> broken("there is no anchor " + fragment));
    }

    /** Names that stand where the last one was looked for. */
    private static String nearest(Node root, String fragment) {
        List<String> names = Pointer.names(fragment);
        return root.down(names.subList(0, names.size() - 1))
                .map(parent -> parent.entries().stream()
                        .map(Node.Entry::name)
                        .limit(10)
                        .toList())
                .filter(known -> !known.isEmpty())
                .map(known -> ", but " + String.join(", ", known))
                .orElse("");
    }

    /** Anchors are few and far between, so they are looked for when one is named. */
    private static Optional<Node> anchored(Node root, String anchor) {
        List<Node> found = new ArrayList<>();
        walk(root, new HashSet<>(), node -> {
            boolean named = node.text("$anchor").filter(anchor::equals).isPresent()
                    || node.text("$dynamicAnchor").filter(anchor::equals).isPresent();
            if (named) {
                found.add(node);
            }
        });
        return found.stream().findFirst();
    }

    /** Each container of a file; a value that aliases repeat is visited where it stands first. */
    static void walk(Node node, Set<Identity> seen, Consumer<Node> visitor) {
        if (!node.value().isContainer() || !seen.add(new Identity(node.value()))) {
            return;
        }
        visitor.accept(node);
        if (node.value() instanceof JsonObject) {
            node.allEntries().forEach(entry -> walk(entry.node(), seen, visitor));
        } else if (node.value() instanceof JsonArray) {
            node.elements().forEach(each -> walk(each, seen, visitor));
        }
    }

    /** The very value, not one that is equal to it. */
    record Identity(JsonValue value) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && value == that.value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }
}
