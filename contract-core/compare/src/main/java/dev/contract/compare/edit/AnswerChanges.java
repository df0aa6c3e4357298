package dev.contract.compare.edit;

import dev.contract.compare.usage.SchemaFields;
import dev.contract.compare.usage.SchemaFields.Described;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.Field;
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
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answers of an operation that both documents have. What is gone is certain; what an answer may be now and could not be
 * before (without a field or header, of another type) is each a possibility of its own. Of types that are gone values become one of another
 * type, which is certain. Used once.
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
            Answers answers = Answers.of(was.status(), status -> said(status).equals(said));
            said.after()
                    .ifPresentOrElse(
                            is -> compare(answers, was, is),
                            () -> certain(answers, new RequestAlteration.DropStatus()));
        });
    }

    private void certain(Answers answers, Alteration alteration) {
        edits.add(Edit.everywhere(alteration).of(answers));
    }

    private void perhaps(Answers answers, Alteration alteration) {
        edits.add(Edit.everywhere(alteration).of(answers).perhaps());
    }

    private void compare(Answers answers, ResponseDescription was, ResponseDescription is) {
        was.headers().forEach(header -> compare(answers, header, is.headers()));
        if (is.content().isEmpty()) {
            if (!was.content().isEmpty()) {
                certain(answers, new Alteration.DropBody());
            }
            return;
        }
        if (!is.content().ranges().containsAll(was.content().ranges())) {
            Predicate<ContentType> gone = type ->
                    was.content().of(type).isPresent() && is.content().of(type).isEmpty();
            types(is.content()).forEach(type -> perhaps(answers, new Alteration.OtherType(gone, type)));
        }
        structured(was.content()).forEach(type -> compare(answers, type, was.content(), is.content()));
    }

    /** Answers of no type that is known may be of any of several: of these the same only may be. */
    private void compare(Answers answers, MediaType type, Content was, Content is) {
        boolean isOnly = structured(was).count() == 1;
        int known = edits.size();
        compare(
                answers.withTypes(
                        type.range(), each -> was.of(each).map(type::equals).orElse(isOnly)),
                fields(type),
                fields(type, is));
        if (!isOnly) {
            Answers others =
                    answers.withTypes(type.range(), each -> was.of(each).isEmpty());
            List.copyOf(edits.subList(known, edits.size()))
                    .forEach(each -> edits.add(each.of(others).perhaps()));
        }
    }

    private void compare(Answers answers, Parameter was, List<Parameter> headers) {
        Alteration without = new Alteration.DropHeader(was.name());
        headers.stream()
                .filter(each -> each.name().equalsIgnoreCase(was.name()))
                .findFirst()
                .ifPresentOrElse(
                        is -> {
                            if (was.required() && !is.required()) {
                                perhaps(answers, without);
                            }
                        },
                        () -> certain(answers, without));
    }

    /** One of each range. */
    private static Stream<ContentType> types(Content content) {
        return content.ranges().stream()
                .map(range -> range.replace("*", "x"))
                .flatMap(type -> ContentType.parse(type).stream());
    }

    /** What becomes of a type: itself, or else whatever there is of its kind; none when there is nothing of that. */
    private static Map<RulePath, Described> fields(MediaType before, Content content) {
        Map<RulePath, Described> fields = new LinkedHashMap<>();
        ContentType.parse(before.range())
                .flatMap(content::of)
                .map(Stream::of)
                .orElseGet(() -> structured(content).filter(each -> isXml(each) == isXml(before)))
                .forEach(type -> fields(type).forEach(fields::putIfAbsent));
        return fields;
    }

    /** The entries whose bodies may have fields. */
    private static Stream<MediaType> structured(Content content) {
        return content.types().stream().filter(type -> mayBeJson(type) || isXml(type));
    }

    private static boolean mayBeJson(MediaType type) {
        return ContentType.parse(type.range())
                .filter(each -> each.isJson()
                        || each.base().equals("*/*")
                        || each.base().equals("application/*"))
                .isPresent();
    }

    private static boolean isXml(MediaType type) {
        return ContentType.parse(type.range()).filter(ContentType::isXml).isPresent();
    }

    /** The fields, and the root, which without a schema may be anything. */
    private static Map<RulePath, Described> fields(MediaType type) {
        return type.schema()
                .map(schema -> SchemaFields.of(schema, Direction.RESPONSE))
                .orElseGet(() -> Map.of(RulePath.ROOT, new Described(Set.of(), true, true)));
    }

    private void compare(Answers answers, Map<RulePath, Described> was, Map<RulePath, Described> is) {
        was.forEach((path, old) -> {
            Described fresh = is.get(path);
            if (fresh != null) {
                changed(answers, FieldPath.of(path), old, fresh);
            } else if (isField(path)) {
                undeclared(answers, path, old, is);
            }
        });
    }

    /** Elements are no fields, and neither are the entries of a map: a star would take the fields beside them along. */
    private static boolean isField(RulePath path) {
        return !path.tokens().isEmpty() && path.tokens().get(path.tokens().size() - 1) instanceof Field;
    }

    /** Of a field that may still be there as any entry is, nothing is certain. */
    private void undeclared(Answers answers, RulePath path, Described old, Map<RulePath, Described> is) {
        RulePath holder = holder(path);
        Described entry = is.get(holder.then(new AnyEntry()));
        if (entry != null) {
            mayBe(answers, FieldPath.of(path), old, entry);
        } else if (isListed(is.get(holder))) {
            certain(answers, new Alteration.Drop(FieldPath.of(path)));
        }
    }

    /** Whether all is known that a value has. */
    private static boolean isListed(@Nullable Described holder) {
        return holder != null && !holder.cut();
    }

    /** With an object goes what is in it. */
    private static RulePath holder(RulePath path) {
        return new RulePath(path.tokens().subList(0, path.tokens().size() - 1));
    }

    private void changed(Answers answers, FieldPath path, Described old, Described fresh) {
        Set<JsonType> gone = Stream.of(JsonType.values())
                .filter(type -> old.permits(type.toString()) && !fresh.permits(type.toString()))
                .collect(Collectors.toSet());
        Stream.of(JsonType.values())
                .filter(type -> !gone.isEmpty() && fresh.types().contains(type.toString()))
                .findFirst()
                .ifPresent(type -> certain(answers, new Alteration.TypesGone(path, gone, type)));
        mayBe(answers, path, old, fresh);
    }

    /** What it could not be before. */
    private void mayBe(Answers answers, FieldPath path, Described old, Described fresh) {
        Stream.of(JsonType.values())
                .filter(type -> fresh.types().isEmpty() || fresh.types().contains(type.toString()))
                .filter(type -> !old.permits(type.toString()))
                .forEach(type -> perhaps(answers, new Alteration.Retype(path, type)));
        if (old.required() && !fresh.required()) {
            perhaps(answers, new Alteration.Drop(path));
        }
    }
}
