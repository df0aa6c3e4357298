package dev.contract.cli;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import dev.contract.provider.catalogue.CataloguedState;
import dev.contract.provider.catalogue.ParameterType;
import dev.contract.provider.catalogue.StateCatalogue;
import dev.contract.provider.catalogue.StateParameter;
import dev.contract.provider.catalogue.StateUse;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalogue of states and what is wrong with it, for people and for programs. */
record StatesReport(String provider, StateCatalogue catalogue, List<Problem> problems) {

    /** A block for each state, one for each problem, and a line at the end. */
    String text() {
        return blocks(Stream.concat(catalogue.states().stream().map(StatesReport::block), told()));
    }

    /** Without the states. */
    String findings() {
        return blocks(told());
    }

    private String blocks(Stream<String> blocks) {
        return Stream.concat(blocks, Stream.of(summary())).collect(Collectors.joining("\n\n"));
    }

    private Stream<String> told() {
        return problems.stream().map(problem -> problem.severity() + "  " + problem);
    }

    private String summary() {
        long errors = problems.stream().filter(Problem::isError).count();
        int states = catalogue.states().size();
        return states + (states == 1 ? " state" : " states") + " of " + provider + ": "
                + (problems.isEmpty()
                        ? "nothing found"
                        : "errors " + errors + ", warnings " + (problems.size() - errors));
    }

    private static String block(CataloguedState state) {
        StringBuilder block = new StringBuilder(Quoted.text(state.name()));
        if (!state.parameters().isEmpty()) {
            String parameters =
                    state.parameters().stream().map(StatesReport::parameter).collect(Collectors.joining(", "));
            block.append("\n  takes  ").append(parameters);
        }
        if (!state.names().equals(List.of(state.name()))) {
            block.append("\n  named  ")
                    .append(state.names().stream().map(Quoted::text).collect(Collectors.joining(", ")));
        }
        state.uses().forEach(use -> block.append("\n  used   ").append(line(use)));
        return block.toString();
    }

    private static String parameter(StateParameter parameter) {
        String types = parameter.types().stream().map(ParameterType::word).collect(Collectors.joining(" or "));
        return parameter.name() + ": " + types + (parameter.always() ? "" : " (not always)");
    }

    private static String line(StateUse use) {
        return use.consumer() + ": " + Quoted.text(use.interaction()) + ", " + use.place();
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("provider", provider)
                .put("interactionsWithoutState", catalogue.hasStateless())
                .put("states", array(catalogue.states(), StatesReport::json))
                .put("problems", array(problems, StatesReport::json))
                .build();
    }

    private static JsonObject json(CataloguedState state) {
        return JsonObject.builder()
                .put("name", state.name())
                .put("names", array(state.names(), JsonString::of))
                .put("parameters", array(state.parameters(), StatesReport::json))
                .put("uses", array(state.uses(), StatesReport::json))
                .build();
    }

    private static JsonObject json(StateParameter parameter) {
        return JsonObject.builder()
                .put("name", parameter.name())
                .put("types", array(parameter.types(), type -> JsonString.of(type.word())))
                .put("always", parameter.always())
                .build();
    }

    private static JsonObject json(StateUse use) {
        return JsonObject.builder()
                .put("consumer", use.consumer())
                .put("interaction", use.interaction())
                .put("state", use.state())
                .put("place", use.place())
                .build();
    }

    private static JsonObject json(Problem problem) {
        return JsonObject.builder()
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("code", problem.code())
                .put("what", problem.what())
                .put("where", text(problem.where()))
                .put("found", text(problem.found()))
                .put("mend", text(problem.mend()))
                .build();
    }

    private static JsonValue text(@Nullable String text) {
        return text == null ? JsonNull.NULL : JsonString.of(text);
    }

    private static <T> JsonArray array(Collection<T> all, Function<T, JsonValue> json) {
        return JsonArray.of(all.stream().map(json).toList());
    }
}
