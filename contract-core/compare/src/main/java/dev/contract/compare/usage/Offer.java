package dev.contract.compare.usage;

import dev.contract.core.body.ContentType;
import dev.contract.core.model.RulePath;
import dev.contract.openapi.document.Content;
import dev.contract.openapi.document.Direction;
import dev.contract.openapi.document.MediaType;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Parameter;
import dev.contract.openapi.document.Parameter.In;
import dev.contract.openapi.document.ResponseDescription;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a provider has to offer: its operations with their statuses, headers and fields.
 *
 * <p>Immutable.
 *
 * @param operations each with the places it has, both sorted
 */
public record Offer(SortedMap<Operation, Set<Place>> operations) {
    public static final Offer NOTHING = new Offer(new TreeMap<>());

    /** The status of what a document says of all statuses that it does not name. */
    static final String DEFAULT = "default";

    /** The statuses by which a server says that it does not know a path, or its method. */
    private static final Set<String> UNSERVED = Set.of("404", "405", "501");

    /** Headers that servers and networks add by themselves: nobody drops them by changing a provider. */
    private static final Set<String> OF_THE_WIRE = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "keep-alive",
            "server",
            "trailer",
            "transfer-encoding",
            "vary",
            "via");

    /** What a document promises. */
    public static Offer of(OpenApiDocument document) {
        SortedMap<Operation, Set<Place>> operations = new TreeMap<>();
        document.operations().forEach(each -> operations.put(Operation.of(each), Documented.places(each)));
        return new Offer(operations);
    }

    /** What responses had in them. */
    public static Offer of(Collection<SeenResponse> responses, PathTemplates templates) {
        SortedMap<Operation, Set<Place>> operations = new TreeMap<>();
        for (SeenResponse response : responses) {
            Set<Place> places = operations.computeIfAbsent(
                    templates.of(response.method(), response.path()), any -> new TreeSet<>());
            String status = Integer.toString(response.status());
            places.add(Place.status(status));
            response.headers().stream()
                    .filter(name -> !isOfTheWire(name))
                    .forEach(name -> places.add(Place.named(status, Part.HEADER, name)));
            response.fields().stream()
                    .filter(Place::isNamed)
                    .forEach(path -> places.add(Place.field(status, Part.FIELD, path)));
        }
        return new Offer(operations);
    }

    private static boolean isOfTheWire(String header) {
        return OF_THE_WIRE.contains(header.toLowerCase(Locale.ROOT));
    }

    /** The operations on paths that answered something else than that there is no such: anybody answers 404 to what nobody serves. */
    public List<Operation> served() {
        return operations.entrySet().stream()
                .filter(each -> !each.getKey().isMessage())
                .filter(each -> each.getValue().stream()
                        .anyMatch(place -> place.part() == Part.STATUS && !UNSERVED.contains(place.status())))
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean has(Operation operation) {
        return operations.keySet().stream().anyMatch(operation::isSame);
    }

    /** What one operation offers, whatever its parameters are called. */
    public Offer of(Operation operation) {
        SortedMap<Operation, Set<Place>> same = new TreeMap<>(operations);
        same.keySet().removeIf(each -> !each.isSame(operation));
        return new Offer(same);
    }

    /** Whether some answer has such a field. */
    public boolean hasField(RulePath path) {
        return has(Part.FIELD, place -> Place.isPath(place.path().tokens(), path.tokens()));
    }

    /** Whether some request may have such a field. */
    public boolean hasSentField(RulePath path) {
        return has(Part.REQUEST_FIELD, place -> Place.isPath(place.path().tokens(), path.tokens()));
    }

    /** Whether some answer has such a header. */
    public boolean hasHeader(String name) {
        return has(Part.HEADER, place -> place.name().equalsIgnoreCase(name));
    }

    public boolean hasStatus(int status) {
        return has(Part.STATUS, place -> Place.isStatus(place.status(), Integer.toString(status)));
    }

    /** Whether a place is one of those that are offered. */
    boolean isRead(Place place) {
        return has(place.part(), place::isReadWith);
    }

    private boolean has(Part part, Predicate<Place> wanted) {
        return places(part).anyMatch(wanted);
    }

    /** All places of a kind, of whichever operation. */
    public Stream<Place> places(Part part) {
        return operations.values().stream().flatMap(Set::stream).filter(place -> place.part() == part);
    }

    /** Both together. */
    public Offer and(Offer other) {
        SortedMap<Operation, Set<Place>> both = new TreeMap<>();
        operations.forEach((operation, places) -> both.put(operation, new TreeSet<>(places)));
        other.operations.forEach((operation, places) -> both.entrySet().stream()
                .filter(each -> each.getKey().isSame(operation))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(() -> both.computeIfAbsent(operation, any -> new TreeSet<>()))
                .addAll(places));
        return new Offer(both);
    }

    /** An operation of a document as places. */
    private static final class Documented {
        private final Set<Place> places = new TreeSet<>();

        static Set<Place> places(dev.contract.openapi.document.Operation operation) {
            Documented documented = new Documented();
            operation.parameters().forEach(documented::parameter);
            operation
                    .body()
                    .ifPresent(body -> documented.fields(body.content(), Direction.REQUEST, "", Part.REQUEST_FIELD));
            operation.responses().forEach(documented::response);
            return documented.places;
        }

        private void parameter(Parameter parameter) {
            if (parameter.in() == In.QUERY) {
                places.add(Place.named("", Part.QUERY, parameter.name()));
            } else if (parameter.in() == In.HEADER) {
                places.add(Place.named("", Part.REQUEST_HEADER, parameter.name()));
            }
        }

        private void response(ResponseDescription response) {
            String status = response.status().equalsIgnoreCase(DEFAULT)
                    ? DEFAULT
                    : response.status().toUpperCase(Locale.ROOT);
            places.add(Place.status(status));
            response.headers().stream()
                    .map(Parameter::name)
                    .filter(Predicate.not(Offer::isOfTheWire))
                    .forEach(name -> places.add(Place.named(status, Part.HEADER, name)));
            fields(response.content(), Direction.RESPONSE, status, Part.FIELD);
        }

        private void fields(Content content, Direction direction, String status, Part part) {
            content.types().stream()
                    .filter(type -> ContentType.parse(type.range())
                            .filter(ContentType::isJson)
                            .isPresent())
                    .map(MediaType::schema)
                    .flatMap(schema -> schema.stream())
                    .flatMap(schema -> SchemaFields.of(schema, direction).keySet().stream())
                    .filter(Place::isNamed)
                    .forEach(path -> places.add(Place.field(status, part, path)));
        }
    }
}
