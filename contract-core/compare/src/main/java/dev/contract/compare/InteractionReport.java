package dev.contract.compare;

import dev.contract.compare.usage.PathTemplates;
import dev.contract.compare.usage.Usage;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.problem.Legible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of one interaction, in the pieces of which reports are made; each piece is one line. */
record InteractionReport(InteractionDiff diff) {
    static final List<String> COLUMNS = List.of("where", "change", "verdict", "before", "after");

    private static final int MOST_SHOWN = 20;

    /** What goes without saying of a value that stands beside its rules. */
    private static final Set<String> PLAIN = Set.of("equality", "object");

    private static final int WIDEST = 44;

    static String verdict(Duty duty) {
        return switch (duty) {
            case MORE -> "breaking";
            case UNKNOWN -> "unclear";
            case LESS, SAME -> "not breaking";
        };
    }

    String verdict() {
        return verdict(diff.duty());
    }

    /** {@code added: "a request for user 42"}. */
    String sentence() {
        if (diff.change() == Change.ADDED) {
            return "added: " + kind() + name()
                    + diff.impliedBy()
                            .map(by -> ", which asks no more than " + by.quoted())
                            .orElse("");
        }
        return diff.change() == Change.REMOVED
                ? "removed: " + kind() + name()
                : name() + formerly().map(was -> ", formerly " + was.quoted()).orElse("");
    }

    private String name() {
        return diff.interaction().quoted();
    }

    /** One that went may come again as one of another kind. */
    private String kind() {
        return diff.interaction().fold(new Interaction.Cases<>() {
            @Override
            public String http(HttpInteraction interaction) {
                return "";
            }

            @Override
            public String asyncMessage(AsyncMessage message) {
                return "message ";
            }

            @Override
            public String syncMessage(SyncMessage message) {
                return "request by message ";
            }
        });
    }

    private Optional<Interaction> formerly() {
        return diff.before().filter(any -> diff.renamed());
    }

    /** What an interaction asks and expects that was not there: of what was, the differences tell enough. */
    List<String> exchange() {
        List<Line> lines = new ArrayList<>(lines(ExchangeText.LONGEST));
        String rules = String.join("; ", rules());
        if (!rules.isEmpty()) {
            lines.add(new Line("rules", ExchangeText.cut(rules)));
        }
        int width = lines.stream().mapToInt(each -> each.name().length()).max().orElse(0) + 2;
        return lines.stream()
                .map(each -> each.name() + " ".repeat(width - each.name().length()) + each.text())
                .toList();
    }

    private List<Line> lines(int longest) {
        return diff.change() == Change.ADDED
                ? diff.interaction().fold(new ExampleLines(new ExchangeText(true, longest, null)))
                : List.of();
    }

    /** A part of an exchange. */
    private record Line(String name, String text) {
        JsonObject json() {
            return JsonObject.builder().put("part", name).put("text", text).build();
        }
    }

    /** {@code $.id integer} for each place that was not there and is not compared for equality. */
    private List<String> rules() {
        if (diff.change() != Change.ADDED) {
            return List.of();
        }
        Contract alone = Contract.of("consumer", "provider", List.of(diff.interaction()));
        return Usage.of("provider", List.of(alone), PathTemplates.of(List.of(alone))).operations().stream()
                .flatMap(operation -> operation.places().stream())
                .flatMap(place -> place.by().stream()
                        .flatMap(by -> by.rules().stream())
                        .filter(rule -> !PLAIN.contains(rule))
                        .map(rule -> place.place() + " " + rule))
                .toList();
    }

    private static final class ExampleLines implements Interaction.Cases<List<Line>> {
        private final ExchangeText text;

        ExampleLines(ExchangeText text) {
            this.text = text;
        }

        @Override
        public List<Line> http(HttpInteraction interaction) {
            return List.of(
                    new Line("request", text.request(interaction.request().example())),
                    new Line("response", text.response(interaction.response().example())));
        }

        @Override
        public List<Line> asyncMessage(AsyncMessage message) {
            return List.of(new Line("message", contents(message.message())));
        }

        @Override
        public List<Line> syncMessage(SyncMessage message) {
            return Stream.concat(
                            Stream.of(new Line("request", contents(message.request()))),
                            message.responses().stream()
                                    .limit(MOST_SHOWN)
                                    .map(each -> new Line("answer", contents(each))))
                    .toList();
        }

        private String contents(MessagePart part) {
            return text.message(part.contents(), part.metadata());
        }
    }

    private List<Difference> shown() {
        return diff.differences().stream().limit(MOST_SHOWN).toList();
    }

    /** A row for each difference, below {@link #COLUMNS}. */
    List<List<String>> rows() {
        return shown().stream().map(this::row).toList();
    }

    private List<String> row(Difference each) {
        Cells cells = Cells.of(each.before(), each.after(), WIDEST);
        return List.of(
                Legible.text(each.where()),
                each.change().word(),
                verdict(each),
                cell(cells.before()),
                cell(cells.after()));
    }

    /** Nothing of an interaction that may fail breaks anything. */
    private String verdict(Difference difference) {
        return verdict(diff.duty().isSafe() ? Duty.SAME : difference.duty());
    }

    private static String cell(String text) {
        return text.isEmpty() ? "–" : Legible.text(text);
    }

    /** That there are more differences than rows. */
    Optional<String> rest() {
        int more = diff.differences().size() - MOST_SHOWN;
        return more > 0 ? Optional.of("and " + more + " more differences") : Optional.empty();
    }

    /** What several differences have in common: an exchange, and what it shows. */
    private record Shown(String exchange, String claim) {}

    /** What shows that more is owed, each exchange once, and why nobody knows where that is so. */
    List<String> evidence() {
        Map<Shown, Set<String>> witnesses = new LinkedHashMap<>();
        List<String> doubts = new ArrayList<>();
        for (Difference each : shown()) {
            WitnessText.of(each).ifPresent(text -> witnesses
                    .computeIfAbsent(new Shown(text.exchange(), text.claim()), any -> new LinkedHashSet<>())
                    .addAll(text.refusals()));
            if (each.witness() == null && each.reason() != null) {
                doubts.add("unclear  " + each.where() + ": " + each.reason());
            }
        }
        List<String> lines = new ArrayList<>();
        witnesses.forEach((shown, refusals) -> {
            lines.add("witness  " + shown.exchange());
            lines.add("         " + shown.claim() + first(refusals));
        });
        lines.addAll(doubts);
        return lines.stream().map(Legible::text).toList();
    }

    private static String first(Set<String> refusals) {
        return refusals.stream().limit(WitnessText.MOST_REFUSALS).collect(Collectors.joining("; "));
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("description", diff.interaction().description())
                .put(
                        "states",
                        JsonArray.of(diff.interaction().states().stream()
                                .map(state -> JsonString.of(state.name()))
                                .toList()))
                .put("change", diff.change().word())
                .put("duty", word(diff.duty()))
                .put("formerly", text(formerly().map(Interaction::description).orElse(null)))
                .put(
                        "impliedBy",
                        text(diff.impliedBy().map(Interaction::description).orElse(null)))
                .put(
                        "exchange",
                        JsonArray.of(lines(ExchangeText.WHOLE).stream()
                                .map(Line::json)
                                .toList()))
                .put("rules", JsonArray.of(rules().stream().map(JsonString::of).toList()))
                .put(
                        "differences",
                        JsonArray.of(diff.differences().stream()
                                .map(InteractionReport::json)
                                .toList()))
                .build();
    }

    static JsonObject json(Difference each) {
        return JsonObject.builder()
                .put("side", each.side())
                .put("place", each.place())
                .put("movedFrom", text(each.movedFrom()))
                .put("change", each.change().word())
                .put("duty", word(each.duty()))
                .put("before", each.before())
                .put("after", each.after())
                .put("reason", text(each.reason()))
                .put(
                        "witness",
                        WitnessText.of(each).<JsonValue>map(WitnessText::json).orElse(JsonNull.NULL))
                .build();
    }

    static String word(Duty duty) {
        return duty.name().toLowerCase(Locale.ROOT);
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }
}
