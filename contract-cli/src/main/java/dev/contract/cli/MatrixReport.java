package dev.contract.cli;

import dev.contract.cli.console.Console;
import dev.contract.cli.console.Style;
import dev.contract.cli.console.Table;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.provider.broker.BrokerException;
import dev.contract.provider.broker.MatrixAnswer;
import dev.contract.provider.broker.MatrixAnswer.Row;
import dev.contract.provider.broker.MatrixAnswer.Verdict;
import dev.contract.provider.broker.MatrixQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer to "can I deploy?" for people: the rows, the verdict, the reasons, and what would make it a yes. */
final class MatrixReport {
    private static final int MOST_DIFFERENCES = 5;
    private static final int MOST_CONSUMERS = 5;
    private static final String NOTHING = "—";

    private final MatrixAnswer answer;
    private final MatrixQuestion question;
    private final BrokerAccess broker;
    private final UnaryOperator<String> command;
    private final Console console;
    private final List<String> lines = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    /** @param command makes one that can be typed of one that leaves open which broker is meant */
    MatrixReport(
            MatrixAnswer answer,
            MatrixQuestion question,
            BrokerAccess broker,
            UnaryOperator<String> command,
            Console console) {
        this.answer = answer;
        this.question = question;
        this.broker = broker;
        this.command = command;
        this.console = console;
    }

    String text() {
        rows();
        verdict();
        actions();
        if (!answer.explained()) {
            answer.rows().stream().filter(row -> !row.ignored()).forEach(this::explain);
        }
        if (!broker.isLocal() && !results.isEmpty()) {
            lines.add("");
            lines.add("VERIFICATION RESULTS");
            lines.addAll(results);
        }
        return String.join("\n", lines);
    }

    private void rows() {
        Table table = new Table("CONSUMER", "C.VERSION", "PROVIDER", "P.VERSION", "SUCCESS?", "RESULT#");
        for (Row row : answer.rows()) {
            table.row(
                    row.consumer(),
                    version(row.consumer(), row.consumerVersion()),
                    row.provider(),
                    version(row.provider(), row.providerVersion()),
                    success(row),
                    number(row) + (row.ignored() ? " [ignored]" : ""));
        }
        if (answer.rows().isEmpty() && answer.verdict() == Verdict.YES) {
            question.selectors().forEach(each -> nobody(table, each.pacticipant()));
        }
        if (!table.isEmpty()) {
            lines.add(table.toString());
            lines.add("");
        }
    }

    /** A yes without rows says of whom nothing is where the version is to go. */
    private void nobody(Table table, String provider) {
        String place = place();
        if (place.isEmpty()) {
            return;
        }
        List<String> consumers = consumers(provider);
        consumers.stream()
                .limit(MOST_CONSUMERS)
                .forEach(consumer -> table.row(
                        consumer,
                        NOTHING,
                        provider,
                        version(provider, null),
                        NOTHING,
                        "(nothing of " + consumer + " " + place + " has a contract with " + provider + ")"));
        if (consumers.size() > MOST_CONSUMERS) {
            String more = "(and the same for " + (consumers.size() - MOST_CONSUMERS) + " more)";
            table.row("…", NOTHING, provider, version(provider, null), NOTHING, more);
        }
    }

    /** As sentences have the target; empty where there is none. */
    private String place() {
        MatrixQuestion.Target target = question.target();
        if (target.environment() != null) {
            return "in " + target.environment();
        }
        return target.tag() != null ? "with tag " + target.tag() : target.mainBranch() ? "on its main branch" : "";
    }

    /** Those that were not to be ignored; none when the broker cannot tell, for the answer stands without them. */
    private List<String> consumers(String provider) {
        try {
            return broker.client().consumersOf(provider).stream()
                    .filter(name -> question.ignored().stream()
                            .noneMatch(each -> each.pacticipant().equals(name)))
                    .toList();
        } catch (BrokerException e) {
            return List.of();
        }
    }

    private static String success(Row row) {
        return row.inferred()
                ? "inferred"
                : row.success() == null ? NOTHING : row.success().toString();
    }

    private String number(Row row) {
        if (row.resultUrl() == null) {
            return "";
        }
        String verdict = Boolean.TRUE.equals(row.success()) ? "success" : "failure";
        results.add((results.size() + 1) + ". " + row.resultUrl() + " (" + verdict + ")");
        return Integer.toString(results.size());
    }

    private void verdict() {
        boolean yes = answer.verdict() == Verdict.YES;
        List<String> reasons =
                answer.actions().isEmpty() ? answer.reason().lines().toList() : answer.reasons();
        String first = reasons.isEmpty() ? "the broker gives no reason" : reasons.get(0);
        lines.add(console.style(yes ? Style.GOOD : Style.BAD, yes ? "Yes:" : "No:") + " " + first);
        reasons.stream().skip(1).forEach(reason -> lines.add("  " + reason));
    }

    private void actions() {
        if (answer.actions().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("TO DO");
        int number = 1;
        for (MatrixAnswer.Action action : answer.actions()) {
            lines.add(number++ + ". " + action.text());
            lines.add("   " + command.apply(action.command()));
        }
    }

    private void explain(Row row) {
        if (Boolean.FALSE.equals(row.success())) {
            lines.addAll(differences(row));
            next("mend " + row.provider() + " and verify it again, or agree with " + row.consumer()
                    + " on another contract");
        } else if (row.success() == null && !row.inferred() && answer.verdict() != Verdict.YES) {
            explainMissing(row);
        }
    }

    private void explainMissing(Row row) {
        String version = row.providerVersion();
        String environment = question.target().environment();
        if (version == null && environment != null && !isAskedAbout(row.provider())) {
            next("verify a version of " + row.provider() + " with this contract, deploy it to " + environment
                    + ", and record that: "
                    + command.apply("contract record-deployment -a " + row.provider() + " -e VERSION --environment "
                            + environment));
        } else {
            next("verify " + row.provider() + (version == null ? "" : " " + version)
                    + " and publish the result: "
                    + command.apply("contract verify --provider " + row.provider() + " --publish --provider-version "
                            + (version == null ? "VERSION" : version)));
        }
    }

    private void next(String step) {
        lines.add("  Next: " + step);
    }

    private boolean isAskedAbout(String name) {
        return question.selectors().stream().anyMatch(each -> each.pacticipant().equals(name));
    }

    /** The interactions that failed and where, as the verifier published them. */
    private List<String> differences(Row row) {
        String url = row.resultUrl();
        List<String> found = url == null ? List.of() : failedInteractions(url);
        List<String> shown = new ArrayList<>(found.subList(0, Math.min(MOST_DIFFERENCES, found.size())));
        if (found.size() > MOST_DIFFERENCES) {
            shown.add("    and " + (found.size() - MOST_DIFFERENCES) + " more");
        }
        return shown;
    }

    private List<String> failedInteractions(String url) {
        try {
            JsonObject result = broker.client().verificationResult(url);
            return result.array("testResults").stream()
                    .flatMap(JsonArray::stream)
                    .flatMap(each -> each.asObject().stream())
                    .filter(each -> each.get("success")
                            .filter(JsonBoolean.of(false)::equals)
                            .isPresent())
                    .flatMap(MatrixReport::differences)
                    .toList();
        } catch (BrokerException e) {
            return List.of("    (its details cannot be fetched: status " + e.status() + ")");
        }
    }

    private static Stream<String> differences(JsonObject interaction) {
        String name = "    \"" + interaction.string("interactionDescription").orElse("an interaction") + "\"";
        List<String> texts = Stream.of("mismatches", "exceptions")
                .flatMap(list -> interaction.array(list).stream())
                .flatMap(JsonArray::stream)
                .flatMap(each -> each.asObject().stream())
                .map(MatrixReport::difference)
                .filter(Objects::nonNull)
                .map(text -> name + ": " + text)
                .toList();
        return texts.isEmpty() ? Stream.of(name + " failed") : texts.stream();
    }

    private static @Nullable String difference(JsonObject mismatch) {
        String text = mismatch.string("description")
                .or(() -> mismatch.string("message"))
                .orElse(null);
        if (text == null) {
            return null;
        }
        String place = mismatch.string("identifier").orElse("");
        return place.isEmpty() || text.contains(place) ? text : place + " " + text;
    }

    /** The one version that was asked about stands there also where the broker does not know it. */
    private String version(String name, @Nullable String known) {
        if (known != null) {
            return shortened(known);
        }
        List<String> asked = question.selectors().stream()
                .filter(each -> each.pacticipant().equals(name))
                .flatMap(each -> Stream.ofNullable(each.version()))
                .toList();
        return asked.size() == 1 ? shortened(asked.get(0)) : NOTHING;
    }

    /** A whole commit is too wide for a table. */
    private static String shortened(String version) {
        return version.matches("[0-9a-f]{40}") ? version.substring(0, 7) + "..." : version;
    }
}
