package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.cli.transfer.Transfer;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.provider.broker.BrokerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A story of a broker and a question to its matrix, written in lines:
 *
 * <pre>
 * publish web@1 to orders [content]
 * verify web@1 by orders@2 pass
 * deploy orders@2 test [instance]
 * ask web@1 | environment=test&amp;latestby=cvpv
 * expect yes 1/0/0 SUCCESS
 * row web@1 orders@2 pass
 * </pre>
 *
 * <p>{@code document orders@2 offers passed} publishes an OpenAPI document that promises what such contracts rely on, or lacks it, and says
 * how the provider's own tests ended; a row that this decides ends with {@code document}.
 */
record MatrixScenario(String title, List<String> lines) {
    private static final Pattern SELECTOR = Pattern.compile("([^@(]+)(?:@(.+)|\\((.+)\\))?");

    static List<MatrixScenario> parse(String text) {
        List<MatrixScenario> scenarios = new ArrayList<>();
        for (String block : text.split("(?m)^## ", -1)) {
            List<String> lines = block.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (!lines.isEmpty() && !lines.get(0).startsWith("#")) {
                scenarios.add(new MatrixScenario(lines.get(0), lines.subList(1, lines.size())));
            }
        }
        return scenarios;
    }

    /** Plays the story on a new broker. */
    void play(Setting setting) {
        try (TestBroker broker = TestBroker.open(setting)) {
            play(broker.client(), broker::client);
        }
    }

    /** Plays the story on one broker, and asks another that took over what that one knows. */
    void playAndMove(Setting setting) {
        try (TestBroker old = TestBroker.open(setting);
                TestBroker fresh = TestBroker.open(setting)) {
            BrokerClient source = new BrokerClient(old.broker().routes()::apply, "http://broker.test");
            play(old.client(), () -> {
                new Transfer(source, fresh.broker().store(), null, line -> {}).run();
                return fresh.client();
            });
        }
    }

    private void play(Client told, Supplier<Client> asked) {
        JsonObject answer = JsonObject.EMPTY;
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "ask" -> answer = asked.get().get(question(line.substring(4)));
                case "expect" -> assertThat(summary(answer)).isEqualTo(line.substring(7));
                case "because" -> assertThat(causes(answer)).isEqualTo(line.substring(8));
                case "row" -> rows.add(line.substring(4));
                default -> new Story(told).tell(words);
            }
        }
        if (!rows.isEmpty()) {
            assertThat(rows(answer))
                    .filteredOn(row -> rows.contains(row) || !row.endsWith(" ignored"))
                    .containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    private static String question(String text) {
        String[] parts = text.split("\\|", 2);
        StringBuilder query = new StringBuilder("/matrix?");
        for (String selector : parts[0].strip().split(" ", -1)) {
            Matcher matcher = SELECTOR.matcher(selector);
            assertThat(matcher.matches()).isTrue();
            query.append("q[][pacticipant]=").append(matcher.group(1)).append('&');
            if (matcher.group(2) != null) {
                query.append("q[][version]=").append(matcher.group(2)).append('&');
            }
            if (matcher.group(3) != null) {
                for (String property : matcher.group(3).split(",", -1)) {
                    query.append("q[][")
                            .append(property.replaceFirst("=", "]="))
                            .append('&');
                }
            }
        }
        return query + (parts.length > 1 ? parts[1].strip() : "");
    }

    private static String summary(JsonObject answer) {
        JsonValue deployable = Client.at(answer, "summary deployable");
        String verdict = deployable instanceof JsonNull
                ? "unknown"
                : deployable.asBoolean().orElseThrow() ? "yes" : "no";
        StringBuilder text = new StringBuilder(verdict)
                .append(' ')
                .append(Client.at(answer, "summary success"))
                .append('/')
                .append(Client.at(answer, "summary failed"))
                .append('/')
                .append(Client.at(answer, "summary unknown"));
        answer.object("summary").orElseThrow().get("ignored").ifPresent(count -> text.append('/')
                .append(count));
        Client.list(answer, "notices").forEach(notice -> text.append(' ').append(Client.text(notice, "code")));
        return text.toString();
    }

    private static String causes(JsonObject answer) {
        return Client.list(answer, "reasons").stream()
                .map(reason -> Client.text(reason, "cause"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> rows(JsonObject answer) {
        return Client.list(answer, "matrix").stream().map(MatrixScenario::row).toList();
    }

    private static String row(JsonValue row) {
        JsonObject object = row.asObject().orElseThrow();
        String result = object.object("verificationResult")
                .map(found -> found.get("success").flatMap(JsonValue::asBoolean).orElseThrow() ? "pass" : "fail")
                .orElse("none");
        return side(row, "consumer") + " " + side(row, "provider") + " " + result
                + (object.has("ignored") ? " ignored" : "")
                + (object.string("verificationType").filter("BDCT"::equals).isPresent() ? " document" : "");
    }

    private static String side(JsonValue row, String side) {
        String number = Client.at(row, side + " version")
                .asObject()
                .flatMap(version -> version.string("number"))
                .orElse("?");
        return Client.text(row, side + " name") + "@" + number;
    }

    /** The steps that change something. */
    private record Story(Client client) {
        void tell(String[] words) {
            switch (words[0]) {
                case "environment" -> client.environment(words[1]);
                case "publish" ->
                    client.publish(
                            name(words[1]),
                            number(words[1]),
                            words[3],
                            words.length > 4 ? words[4] : words[1] + words[3]);
                case "verify" ->
                    client.verify(
                            name(words[1]),
                            number(words[1]),
                            name(words[3]),
                            number(words[3]),
                            words[4].equals("pass"));
                case "document" ->
                    client.document(name(words[1]), number(words[1]), words[2].equals("offers"), words[3]);
                case "version" -> client.version(name(words[1]), number(words[1]));
                case "tag" -> client.tag(name(words[1]), number(words[1]), words[2]);
                case "branch" -> client.branch(name(words[1]), number(words[1]), words[2]);
                case "main-branch" -> client.mainBranch(words[1], words[2]);
                case "deploy" ->
                    client.deploy(name(words[1]), number(words[1]), words[2], words.length > 3 ? words[3] : "");
                case "release" -> client.release(name(words[1]), number(words[1]), words[2]);
                case "undeploy" -> client.undeploy(words[1], words[2]);
                case "end-support" -> client.endSupport(name(words[1]), number(words[1]), words[2]);
                default -> throw new IllegalArgumentException("no such step: " + String.join(" ", words));
            }
        }

        private static String name(String text) {
            return text.substring(0, text.indexOf('@'));
        }

        /** {@code verify web@1 by orders@2}: the provider's name stands with its version. */
        private static String number(String text) {
            return text.substring(text.indexOf('@') + 1);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
