package dev.contract.draft.har;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonReader.JsonDocument;
import dev.contract.core.json.JsonSyntaxException;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;
import dev.contract.draft.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A HAR file, version 1.1 or 1.2.
 *
 * <pre>{@code
 * HarFile har = HarFile.read("shop.har", bytes, "https://users.example.com/api");
 * Drafting.contract("order-service", "user-service", har.samples(), DraftSettings.DEFAULT);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param samples what was asked of the provider, and answered
 * @param problems what of it could not be used, and why
 */
public record HarFile(List<Sample> samples, List<Problem> problems) {
    private static final String CODE = "CONTRACT-HAR";

    private static final int MOST_HOSTS = 20;
    private static final Pattern URL = Pattern.compile("(https?://[^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

    public HarFile {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a file.
     *
     * @param source what the user calls it
     * @param target what the URLs of the provider begin with, a path included if there is one; empty when all of the file is of one host
     * @throws JsonSyntaxException if it is no JSON
     * @throws ContractException if it is no HAR file, or of several hosts where no target is given
     */
    public static HarFile read(String source, byte[] bytes, String target) {
        JsonDocument document = JsonReader.readLocated(source, bytes);
        JsonArray entries = document.root()
                .asObject()
                .flatMap(root -> root.object("log"))
                .flatMap(log -> log.array("entries"))
                .orElseThrow(() ->
                        new ContractException(Problem.error(CODE, "this is no HAR file: it has no log with entries")
                                .at(source)
                                .mend("export the traffic as HAR, in which it is {\"log\": {\"entries\": […]}}")));
        String base = target.isEmpty() ? onlyHost(source, entries) : target.replaceFirst("/+$", "");
        Reading reading = new Reading(source, base);
        entries.forEach(reading::entry);
        return new HarFile(reading.samples, reading.problems);
    }

    private static String onlyHost(String source, JsonArray entries) {
        Map<String, Long> hosts = entries.stream()
                .flatMap(entry -> text(entry, "request", "url").stream())
                .map(URL::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.groupingBy(url -> url.group(1), LinkedHashMap::new, Collectors.counting()));
        if (hosts.size() > 1) {
            throw new ContractException(Problem.error(
                            CODE, "the file has requests to several hosts, and one of them is the provider")
                    .at(source)
                    .found(hosts.entrySet().stream()
                                    .limit(MOST_HOSTS)
                                    .map(host -> host.getKey() + ", " + host.getValue()
                                            + (host.getValue() == 1 ? " entry" : " entries"))
                                    .collect(Collectors.joining("\n"))
                            + (hosts.size() > MOST_HOSTS ? "\nand " + (hosts.size() - MOST_HOSTS) + " more" : ""))
                    .mend("say which one: --target " + hosts.keySet().iterator().next()));
        }
        return hosts.isEmpty() ? "" : hosts.keySet().iterator().next();
    }

    private static Optional<String> text(JsonValue entry, String part, String name) {
        return entry.asObject().flatMap(object -> object.object(part)).flatMap(object -> object.string(name));
    }

    /** One pass over the entries. */
    private static final class Reading {
        private final String source;
        private final String base;
        private final List<Sample> samples = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(String source, String base) {
            this.source = source;
            this.base = base;
        }

        void entry(JsonValue entry) {
            Matcher url = URL.matcher(text(entry, "request", "url").orElse(""));
            JsonObject request = part(entry, "request");
            JsonObject response = part(entry, "response");
            int status = response.get("status")
                    .flatMap(JsonValue::asNumber)
                    .filter(number -> number.isInteger() && number.text().length() == 3)
                    .map(number -> Integer.parseInt(number.text()))
                    .orElse(0);
            if (!url.matches()) {
                unused(entry, "its request has no URL of HTTP", "remove the entry");
            } else if (isOfProvider(url.group(1) + url.group(2))) {
                if (status < 100) {
                    unused(entry, "no response came", "remove the entry, or record it again");
                } else {
                    sample(entry, request, url, response, status);
                }
            }
        }

        private boolean isOfProvider(String address) {
            return address.equals(base) || address.startsWith(base + "/");
        }

        private static JsonObject part(JsonValue entry, String name) {
            return entry.asObject().flatMap(object -> object.object(name)).orElse(JsonObject.EMPTY);
        }

        private void unused(JsonValue entry, String found, String mend) {
            problems.add(Problem.warning(CODE, "an entry is not used")
                    .at(Objects.requireNonNullElse(entry.location(), Location.of(source)))
                    .found(found)
                    .mend(mend));
        }

        private void sample(JsonValue entry, JsonObject request, Matcher url, JsonObject response, int status) {
            String path = (url.group(1) + url.group(2)).substring(base.length());
            String query = Objects.requireNonNullElse(url.group(3), "");
            JsonObject content = response.object("content").orElse(JsonObject.EMPTY);
            if (content.string("text").isEmpty()
                    && isPositive(content.get("size").orElse(JsonNumber.of(0)))) {
                unused(entry, "the file does not hold the body of the response", "export it with content");
                return;
            }
            try {
                HttpRequest asked = new HttpRequest(
                        request.string("method").orElse("GET"),
                        path.isEmpty() ? "/" : path,
                        query.isEmpty() ? Query.EMPTY : Query.parse(query),
                        headers(request),
                        posted(request.object("postData").orElse(JsonObject.EMPTY)));
                samples.add(new Sample(asked, new HttpResponse(status, headers(response), body(content))));
            } catch (IllegalArgumentException e) {
                unused(entry, "the body of the response is said to be Base64, and is not", "export it again");
            }
        }

        private static boolean isPositive(JsonValue size) {
            return size.asNumber()
                    .filter(number -> number.text().matches("[1-9]\\d*"))
                    .isPresent();
        }

        private static Headers headers(JsonObject part) {
            Headers.Builder headers = Headers.builder();
            for (JsonValue field : part.array("headers").orElse(JsonArray.EMPTY)) {
                field.asObject().ifPresent(header -> header.string("name")
                        .ifPresent(name ->
                                headers.addLine(name, header.string("value").orElse(""))));
            }
            return headers.build();
        }

        /** Some writers have the fields of a form only one by one. */
        private static Body posted(JsonObject data) {
            String text = data.string("text").orElse("");
            if (text.isEmpty()) {
                Map<String, List<String>> fields = new LinkedHashMap<>();
                for (JsonValue param : data.array("params").orElse(JsonArray.EMPTY)) {
                    JsonObject field = param.asObject().orElse(JsonObject.EMPTY);
                    fields.computeIfAbsent(field.string("name").orElse(""), name -> new ArrayList<>())
                            .add(field.string("value").orElse(""));
                }
                text = Query.of(fields).encoded();
            }
            return text.isEmpty() ? Body.EMPTY : Body.of(text.getBytes(StandardCharsets.UTF_8));
        }

        private static Body body(JsonObject content) {
            String text = content.string("text").orElse("");
            boolean encoded =
                    content.string("encoding").filter("base64"::equals).isPresent();
            byte[] bytes = encoded ? Base64.getMimeDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
            return bytes.length == 0 ? Body.EMPTY : Body.of(bytes);
        }
    }
}
