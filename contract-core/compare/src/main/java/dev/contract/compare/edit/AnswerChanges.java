package dev.contract.compare.edit;

import dev.contract.compare.usage.SchemaFields;
import dev.contract.compare.usage.SchemaFields.Described;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.openapi.document.Content;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.Operation;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.ResponseDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of the answers of an operation that both documents have. What is gone is certain; what an answer may be now and could not be
 * before (without a field or header, of another type) is each a possibility of its own. Used once.
 */
final class AnswerChanges {
    private final Operation before;
    private final Operation after;
    private final List<Edit> edits = new ArrayList<>();

    private AnswerChanges(Operation before, Operation after) {
        this.before = before;
        this.after = after;
    }

    /** The changes, without the operation that they are changes of. */
    static List<Edit> between(Operation before, Operation after) {
        AnswerChanges changes = new AnswerChanges(before, after);
        changes.statuses().mapToObj(changes::said).distinct().forEach(changes::compare);
        return changes.edits.stream().distinct().toList();
    }

    /** What the two documents say of a status, by its number, its class or as of all others. */
    private record Said(Optional<ResponseDescription> before, Optional<ResponseDescription> after) {}

    private Said said(int status) {
        return new Said(before.response(status), after.response(status));
    }

    /** Enough to meet all that is said: those that are named by their number, and one more of each class. */
    private IntStream statuses() {
        Set<String> named = Stream.of(before, after)
                .flatMap(each -> each.responses().stream())
                .map(ResponseDescription::status)
                .collect(Collectors.toSet());
        IntStream numbers = IntStream.range(100, 600).filter(status -> named.contains(Integer.toString(status)));
        IntStream others = IntStream.rangeClosed(1, 5).flatMap(hundreds -> IntStream.range(0, 100)
                .map(each -> hundreds * 100 + each)
                .filter(status -> !named.contains(Integer.toString(status)))
                .limit(1));
        return IntStream.concat(numbers, others);
    }

    private void compare(Said said) {
        said.before().ifPresent(was -> {
            Statuses statuses =
                    new Statuses(was.status(), status -> said(status).equals(said));
            said.after()
                    .ifPresentOrElse(
                            is -> compare(statuses, was, is), () -> certain(statuses, new Alteration.DropStatus()));
        });
    }

    private void certain(Statuses statuses, Alteration alteration) {
        edits.add(Edit.everywhere(alteration).of(statuses));
    }

    private void perhaps(Statuses statuses, Alteration alteration) {
        edits.add(Edit.everywhere(alteration).of(statuses).perhaps());
    }

    private void compare(Statuses statuses, ResponseDescription was, ResponseDescription is) {
        was.headers().forEach(header -> compare(statuses, header, is.headers()));
        if (is.content().isEmpty()) {
            if (!was.content().isEmpty()) {
                certain(statuses, new Alteration.DropBody());
            }
            return;
        }
        if (!is.content().ranges().containsAll(was.content().ranges())) {
            Predicate<ContentType> gone = type ->
                    was.content().of(type).isPresent() && is.content().of(type).isEmpty();
            types(is.content()).forEach(type -> perhaps(statuses, new Alteration.OtherType(gone, type)));
        }
        json(was.content()).forEach(type -> compare(statuses, fields(type), fields(type, is.content())));
    }

    private void compare(Statuses statuses, Parameter was, List<Parameter> headers) {
        Alteration without = new Alteration.DropHeader(was.name());
        headers.stream()
                .filter(each -> each.name().equalsIgnoreCase(was.name()))
                .findFirst()
                .ifPresentOrElse(
                        is -> {
                            if (was.required() && !is.required()) {
                                perhaps(statuses, without);
                            }
                        },
                        () -> certain(statuses, without));
    }

    /** One of each range. */
    private static Stream<ContentType> types(Content content) {
        return content.ranges().stream()
                .map(range -> range.replace("*", "x"))
                .flatMap(type -> ContentType.parse(type).stream());
    }

    private static Stream<MediaType> json(Content content) {
        return content.types().stream().filter(type -> mayBeJson(type.range()));
    }

    /** What becomes of a type of JSON: itself, or else whichever other JSON there is; none when there is no JSON. */
    private static Map<RulePath, Described> fields(MediaType before, Content content) {
        Map<RulePath, Described> fields = new LinkedHashMap<>();
        ContentType.parse(before.range())
                .flatMap(content::of)
                .map(Stream::of)
                .orElseGet(() -> json(content))
                .forEach(type -> fields(type).forEach(fields::putIfAbsent));
        return fields;
    }

    private static boolean mayBeJson(String range) {
        return ContentType.parse(range)
                .filter(type -> type.isJson()
                        || type.base().equals("*/*")
                        || type.base().equals("application/*"))
                .isPresent();
    }

    /** The fields, and the root, which without a schema may be anything. */
    private static Map<RulePath, Described> fields(MediaType type) {
        return type.schema()
                .map(schema -> SchemaFields.of(schema, Direction.RESPONSE))
                .orElseGet(() -> Map.of(RulePath.ROOT, new Described(Set.copyOf(JsonType.names()), true)));
    }

    private void compare(Statuses statuses, Map<RulePath, Described> was, Map<RulePath, Described> is) {
        was.forEach((path, old) -> {
            Described fresh = is.get(path);
            if (fresh != null) {
                changed(statuses, FieldPath.of(path), old, fresh);
            } else if (isField(path) && is.containsKey(holder(path))) {
                certain(statuses, new Alteration.Drop(FieldPath.of(path)));
            }
        });
    }

    /** Elements are no fields. */
    private static boolean isField(RulePath path) {
        return !path.tokens().isEmpty() && !(path.tokens().get(path.tokens().size() - 1) instanceof AnyIndex);
    }

    /** With an object goes what is in it. */
    private static RulePath holder(RulePath path) {
        return new RulePath(path.tokens().subList(0, path.tokens().size() - 1));
    }

    private void changed(Statuses statuses, FieldPath path, Described old, Described fresh) {
        if (!old.types().isEmpty()) {
            fresh.types().stream()
                    .filter(type -> !old.types().contains(type))
                    .filter(type -> !(type.equals("integer") && old.types().contains("number")))
                    .flatMap(type -> JsonType.named(type).stream())
                    .forEach(type -> perhaps(statuses, new Alteration.Retype(path, type)));
        }
        if (old.required() && !fresh.required()) {
            perhaps(statuses, new Alteration.Drop(path));
        }
    }
}
