package dev.contract.lint;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Quoted;
import dev.contract.lint.LintFinding.Place;
import dev.contract.lint.Vocabulary.Spot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes where the specification has none of that name: misspelt, misplaced, or of another version. Readers keep them, write them back,
 * and say nothing; what their author meant is not in the contract.
 */
final class AttributeCheck implements Check {
    private static final String CODE = "LINT-ATTRIBUTE";

    /** What brokers, plugins and frameworks of tests add in many places, and nobody takes for something else. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "_id", "_links", "_embedded", "createdAt", "metadata", "comments", "pluginConfiguration", "testName");

    /** What the nearest name would not tell: the same thing under another name. */
    private static final Map<String, List<String>> ALSO_CALLED = Map.of(
            "body", List.of("contents"),
            "contents", List.of("body"),
            "content", List.of("body"),
            "requestMatchingRules", List.of("matchingRules"),
            "responseMatchingRules", List.of("matchingRules"),
            "provider_state", List.of("providerStates", "providerState"));

    @Override
    public void check(ContractFile file, Report report) {
        SpecVersion version = file.contract().version();
        Walk whole = new Walk(version, report, file::place);
        whole.look(Spot.FILE, file.written(), "");
        for (Exchange exchange : file.exchanges()) {
            new Walk(version, report, exchange::place).exchange(exchange);
        }
    }

    private record Walk(SpecVersion version, Report report, BiFunction<String, JsonValue, Place> places) {

        void exchange(Exchange exchange) {
            Spot own = exchange.interaction().fold(SPOTS);
            look(own, exchange.written(), "");
            JsonArray states = exchange.written().array("providerStates").orElse(JsonArray.EMPTY);
            for (int i = 0; i < states.size(); i++) {
                look(Spot.STATE, states.get(i).asObject().orElse(JsonObject.EMPTY), "providerStates[" + i + "].");
            }
            for (Expected part : exchange.parts()) {
                if (own != Spot.MESSAGE) {
                    look(spot(part.kind()), part.written(), part.name() + ".");
                }
                body(part);
            }
        }

        /** Before version 4 a body is the value itself, with the names that it likes. */
        private void body(Expected part) {
            if (version == SpecVersion.V4) {
                part.written()
                        .object(part.bodyName().substring(1))
                        .ifPresent(body -> look(Spot.BODY, body, part.name() + part.bodyName() + "."));
            }
        }

        void look(Spot spot, JsonObject written, String start) {
            Set<String> known = Vocabulary.of(version).names(spot);
            written.forEach((name, value) -> {
                if (!known.isEmpty() && !known.contains(name) && !WELL_KNOWN.contains(name)) {
                    tell(spot, name, written, places.apply(start + name, value));
                }
            });
        }

        private void tell(Spot spot, String name, JsonObject written, Place place) {
            String what = "version " + number(version) + " has no attribute of this name here";
            Optional<String> mend = renamed(spot, name)
                    .or(() -> elsewhere(spot, name))
                    .or(() -> misspelt(spot, name, written))
                    .or(() -> inOtherVersion(spot, name));
            if (mend.isPresent()) {
                report.warning(CODE, what, place, Quoted.text(name), mend.get());
            } else if (spot != Spot.BODY) { // a body that stands there bare, as in older versions, may have any
                report.advice(CODE, what, place, Quoted.text(name), "leave it out" + orElsewhere(spot));
            }
        }

        private String orElsewhere(Spot spot) {
            if (spot == Spot.FILE) {
                return ", or write it into \"metadata\"";
            }
            return version == SpecVersion.V4 ? ", or write it into \"comments\"" : "";
        }

        private Optional<String> renamed(Spot spot, String name) {
            if (spot == Spot.FILE && name.equals("messages") && version == SpecVersion.V4) {
                return Optional.of("write them into \"interactions\", with \"type\": \"Asynchronous/Messages\"");
            }
            return ALSO_CALLED.getOrDefault(name, List.of()).stream()
                    .filter(Vocabulary.of(version).names(spot)::contains)
                    .findFirst()
                    .map(Walk::question);
        }

        /** A name that stands there as well is not what was meant. */
        private Optional<String> misspelt(Spot spot, String name, JsonObject written) {
            List<String> free = Vocabulary.of(version).names(spot).stream()
                    .filter(known -> !written.has(known))
                    .toList();
            return NearNames.nearest(name, free).map(Walk::question);
        }

        private static String question(String name) {
            return "did you mean " + example(name) + "?";
        }

        private static String example(String name) {
            String quoted = Quoted.text(name);
            return switch (name) {
                case "providerStates" -> quoted + ": [{\"name\": \"…\"}]";
                case "providerState" -> quoted + ": \"…\"";
                default -> quoted;
            };
        }

        /** Another place of the same interaction; states and bodies have names in common with everything. */
        private Optional<String> elsewhere(Spot spot, String name) {
            String spots = around(spot)
                    .filter(other -> Vocabulary.of(version).names(other).contains(name))
                    .map(Spot::words)
                    .collect(Collectors.joining(" or "));
            return spots.isEmpty() ? Optional.empty() : Optional.of("it belongs into " + spots);
        }

        private static Stream<Spot> around(Spot spot) {
            return switch (spot) {
                case HTTP, REQUEST, RESPONSE -> Stream.of(Spot.HTTP, Spot.REQUEST, Spot.RESPONSE);
                case ANSWERED_MESSAGE, PART -> Stream.of(Spot.ANSWERED_MESSAGE, Spot.PART);
                case FILE, MESSAGE, STATE, BODY -> Stream.of();
            };
        }

        private Optional<String> inOtherVersion(Spot spot, String name) {
            return Arrays.stream(SpecVersion.values())
                    .filter(other -> Vocabulary.of(other).names(spot).contains(name))
                    .max(SpecVersion::compareTo)
                    .map(other ->
                            "version " + number(other) + " has it: leave it out, or make it a file of that version");
        }

        private static char number(SpecVersion version) {
            return version.text().charAt(0);
        }
    }

    private static Spot spot(Expected.Kind kind) {
        return switch (kind) {
            case REQUEST -> Spot.REQUEST;
            case RESPONSE -> Spot.RESPONSE;
            case QUESTION, MESSAGE -> Spot.PART;
        };
    }

    private static final Interaction.Cases<Spot> SPOTS = new Interaction.Cases<>() {
        @Override
        public Spot http(HttpInteraction interaction) {
            return Spot.HTTP;
        }

        @Override
        public Spot asyncMessage(AsyncMessage interaction) {
            return Spot.MESSAGE;
        }

        @Override
        public Spot syncMessage(SyncMessage interaction) {
            return Spot.ANSWERED_MESSAGE;
        }
    };
}
