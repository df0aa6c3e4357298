package dev.contract.cli;

import dev.contract.compare.MarkdownTable;
import dev.contract.compare.usage.Coverage;
import dev.contract.compare.usage.Coverage.Missing;
import dev.contract.compare.usage.Coverage.Share;
import dev.contract.compare.usage.Unread;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.Legible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much of a provider has a contract.
 *
 * @param consumer whose contracts alone were asked for; empty for all
 * @param unread of which contracts some interactions do not count
 */
record CoverageReport(String provider, Optional<String> consumer, Coverage coverage, List<Unread> unread)
        implements Report {
    /** Those of which anything is known, by what they are shares of. */
    private Map<String, Share> shares() {
        Map<String, Share> shares = new LinkedHashMap<>();
        shares.put("operations", coverage.operations());
        shares.put("places", coverage.places());
        shares.put("states", coverage.states());
        shares.values().removeIf(share -> share.all() == 0);
        return shares;
    }

    private String line(String name, Share share) {
        return name + "  " + share.covered() + " of " + share.all() + " have a contract" + Legible.text(filter());
    }

    private String filter() {
        return consumer.map(name -> " of " + name).orElse("");
    }

    @Override
    public String text() {
        Stream<String> blocks = shares().entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue())
                        + each.getValue().missing().stream()
                                .map(missing -> "\n  without: " + Legible.text(missing.toString()))
                                .collect(Collectors.joining()));
        return Stream.concat(blocks, UsageReport.notes(unread).map(Legible::text))
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public JsonObject json() {
        JsonObject.Builder json = JsonObject.builder().put("provider", provider);
        consumer.ifPresent(name -> json.put("consumer", name));
        shares().forEach((name, share) -> json.put(
                name,
                JsonObject.builder()
                        .put("covered", share.covered())
                        .put("all", share.all())
                        .put("missing", Report.array(share.missing(), CoverageReport::json))
                        .build()));
        return json.put("unread", UsageReport.json(unread)).build();
    }

    private static JsonObject json(Missing missing) {
        return JsonObject.builder()
                .put("name", missing.name())
                .put("within", missing.within())
                .build();
    }

    @Override
    public String markdown() {
        MarkdownTable table = new MarkdownTable("of " + provider, "with a contract" + filter(), "without");
        shares().forEach((name, share) -> {
            table.row(name, share.covered() + " of " + share.all(), "");
            share.missing().forEach(missing -> table.row("", "", missing.toString()));
        });
        String notes = UsageReport.markdown(unread);
        return notes.isEmpty() ? table.toString() : table + "\n\n" + notes.strip();
    }
}
