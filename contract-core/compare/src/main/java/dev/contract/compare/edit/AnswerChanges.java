package dev.contract.compare.edit;

import dev.contract.compare.usage.SchemaFields;
import dev.contract.compare.usage.SchemaFields.Described;
import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What becomes of the answers of an operation that both documents have. Used once. */
final class AnswerChanges {
    private final dev.contract.compare.usage.Operation operation;
    private final Operation before;
    private final Operation after;
    private final List<Edit> edits = new ArrayList<>();

    private AnswerChanges(dev.contract.compare.usage.Operation operation, Operation before, Operation after) {
        this.operation = operation;
        this.before = before;
        this.after = after;
    }

    static List<Edit> between(dev.contract.compare.usage.Operation operation, Operation before, Operation after) {
        AnswerChanges changes = new AnswerChanges(operation, before, after);
        changes.statuses().mapToObj(changes::said).distinct().forEach(changes::compare);
        return changes.edits;
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
                            is -> compare(statuses, was, is), () -> add(statuses, new Alteration.DropStatus()));
        });
    }

    private void add(Statuses statuses, Alteration alteration) {
        edits.add(new Edit(Optional.of(operation), Optional.of(statuses), alteration));
    }

    private void compare(Statuses statuses, ResponseDescription was, ResponseDescription is) {
        was.headers().stream()
                .map(Parameter::name)
                .filter(name ->
                        is.headers().stream().noneMatch(other -> other.name().equalsIgnoreCase(name)))
                .forEach(name -> add(statuses, new Alteration.DropHeader(name)));
        compare(statuses, fields(was), fields(is));
    }

    private static Map<RulePath, Described> fields(ResponseDescription response) {
        Map<RulePath, Described> fields = new LinkedHashMap<>();
        response.content().types().stream()
                .filter(type -> ContentType.parse(type.range())
                        .filter(ContentType::isJson)
                        .isPresent())
                .map(MediaType::schema)
                .flatMap(Optional::stream)
                .forEach(schema -> SchemaFields.of(schema, Direction.RESPONSE).forEach(fields::putIfAbsent));
        return fields;
    }

    private void compare(Statuses statuses, Map<RulePath, Described> was, Map<RulePath, Described> is) {
        Set<RulePath> known = is.keySet();
        was.forEach((path, old) -> {
            if (path.tokens().isEmpty() || (known.isEmpty() && !isOutermost(path))) {
                return;
            }
            Described fresh = is.get(path);
            if (fresh == null) {
                gone(statuses, path, known);
            } else {
                changed(statuses, FieldPath.of(path), old, fresh);
            }
        });
    }

    private static boolean isOutermost(RulePath path) {
        return path.tokens().size() == 1;
    }

    /** With an object goes what is in it; and elements are no fields. */
    private void gone(Statuses statuses, RulePath path, Set<RulePath> known) {
        RulePath holder = new RulePath(path.tokens().subList(0, path.tokens().size() - 1));
        boolean isElement = path.tokens().get(path.tokens().size() - 1) instanceof AnyIndex;
        if (!isElement && (known.contains(holder) || known.isEmpty())) {
            add(statuses, new Alteration.Drop(FieldPath.of(path)));
        }
    }

    private void changed(Statuses statuses, FieldPath path, Described old, Described fresh) {
        if (!old.types().isEmpty() && !fresh.types().isEmpty()) {
            fresh.types().stream()
                    .filter(type -> !old.types().contains(type))
                    .filter(type -> !(type.equals("integer") && old.types().contains("number")))
                    .findFirst()
                    .flatMap(JsonType::named)
                    .ifPresent(type -> add(statuses, new Alteration.Retype(path, type)));
        }
        if (old.required() && !fresh.required()) {
            add(statuses, new Alteration.Drop(path));
        }
    }
}
