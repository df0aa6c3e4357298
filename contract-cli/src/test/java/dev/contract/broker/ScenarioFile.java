package dev.contract.broker;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scenarios of other people, in JSON: steps as arrays of letters and names, a question, what is expected. */
final class ScenarioFile {
    private static final Map<String, String> RESULTS = Map.of("ok", "pass", "fail", "fail", "-", "none");

    private ScenarioFile() {}

    static List<MatrixScenario> read(Path file) throws IOException {
        return JsonReader.read(Files.readAllBytes(file)).asArray().orElseThrow().stream()
                .map(each -> scenario(each.asObject().orElseThrow()))
                .toList();
    }

    private static MatrixScenario scenario(JsonObject json) {
        List<String> lines = new ArrayList<>();
        json.array("setup").orElseThrow().forEach(step -> addStep(lines, texts(step)));
        JsonObject expected = json.object("expect").orElseThrow();
        lines.add("ask " + selectors(json) + " | "
                + options(json.object("options").orElseThrow()));
        lines.add("expect " + summary(expected));
        texts(expected.array("rows").orElseThrow()).stream()
                .filter(row -> !row.startsWith("(ignored)"))
                .forEach(row -> lines.add("row " + row(row)));
        return new MatrixScenario(json.string("id").orElseThrow(), lines);
    }

    private static List<String> texts(JsonValue array) {
        return array.asArray().orElseThrow().stream().map(ScenarioFile::text).toList();
    }

    private static String text(JsonValue value) {
        return value.asString().orElseGet(value::toJson);
    }

    private static void addStep(List<String> lines, List<String> step) {
        String subject = step.size() > 2 ? step.get(1) + "@" + step.get(2) : step.get(1);
        String rest = String.join(" ", step.subList(Math.min(3, step.size()), step.size()));
        switch (step.get(0)) {
            case "E" -> lines.add("environment " + subject);
            case "P" -> lines.add("publish " + subject + " to " + rest);
            case "V" ->
                lines.add("verify " + subject + " by " + step.get(3) + "@" + step.get(4)
                        + (step.get(5).equals("true") ? " pass" : " fail"));
            case "VER" -> lines.add("version " + subject);
            case "T" -> lines.add("tag " + subject + " " + rest);
            case "B" -> lines.add("branch " + subject + " " + rest);
            case "MB" -> lines.add("main-branch " + step.get(1) + " " + step.get(2));
            case "D" -> lines.addAll(List.of("version " + subject, "deploy " + subject + " " + rest));
            case "R" -> lines.addAll(List.of("version " + subject, "release " + subject + " " + rest));
            case "U" -> lines.add("undeploy " + step.get(1) + " " + step.get(2));
            default -> throw new IllegalArgumentException("no such step: " + step);
        }
    }

    private static String selectors(JsonObject json) {
        List<String> selectors = new ArrayList<>();
        for (JsonValue each : json.array("q").orElseThrow()) {
            JsonObject selector = each.asObject().orElseThrow();
            List<String> properties = new ArrayList<>();
            selector.without("pacticipant").forEach((name, value) -> properties.add(name + "=" + text(value)));
            selectors.add(selector.string("pacticipant").orElseThrow()
                    + (properties.isEmpty() ? "" : "(" + String.join(",", properties) + ")"));
        }
        return String.join(" ", selectors);
    }

    /** The expected values are those of the mode that asks any live version of a provider. */
    private static String options(JsonObject options) {
        List<String> parameters = new ArrayList<>(List.of("mode=compat"));
        options.forEach((name, value) -> {
            if (value instanceof JsonArray list) {
                list.forEach(each -> addElement(parameters, name, each));
            } else {
                parameters.add(name + "=" + text(value));
            }
        });
        return String.join("&", parameters);
    }

    private static void addElement(List<String> parameters, String name, JsonValue element) {
        if (element instanceof JsonObject object) {
            object.forEach((key, value) -> parameters.add(name + "[][" + key + "]=" + text(value)));
        } else {
            parameters.add(name + "[]=" + text(element));
        }
    }

    private static String summary(JsonObject expected) {
        JsonValue deployable = expected.get("deployable").orElseThrow();
        String verdict = deployable instanceof JsonNull
                ? "unknown"
                : deployable.asBoolean().orElseThrow() ? "yes" : "no";
        StringBuilder text = new StringBuilder(verdict)
                .append(' ')
                .append(expected.get("success").orElseThrow())
                .append('/')
                .append(expected.get("failed").orElseThrow())
                .append('/')
                .append(expected.get("unknown").orElseThrow());
        expected.get("ignored").ifPresent(count -> text.append('/').append(count));
        return text + " " + String.join(" ", texts(expected.array("reasons").orElseThrow()));
    }

    /** {@code Foo@1/Bar@2:ok}, where a question mark stands for a missing version. */
    private static String row(String text) {
        int colon = text.lastIndexOf(':');
        return text.substring(0, colon).replace('/', ' ') + " " + RESULTS.get(text.substring(colon + 1));
    }
}
