package dev.contract.broker.api;

import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.retention.Cleaning;
import dev.contract.broker.domain.retention.CleaningReport;
import dev.contract.broker.domain.retention.KeepSelector;
import dev.contract.broker.domain.retention.KeepSelectors;
import dev.contract.broker.domain.retention.Retention;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.List;

/** Removes what nobody needs any longer, or tells what that would be. */
final class CleanResource {

    private CleanResource() {}

    static void addTo(RouteTable table) {
        table.run("/admin/clean", CleanResource::clean).demanding(Demand.ADMIN);
    }

    /** What is asked for; what the operator says where it is not. */
    private record Wish(List<KeepSelector> selectors, Cleaning.Settings settings, boolean dryRun) {
        static Wish of(Call call) {
            Fields fields = call.fields();
            Retention usual = call.settings().retention();
            List<KeepSelector> selectors =
                    fields.list("keepVersionSelectors").map(KeepSelectors::of).orElse(usual.selectors());
            int limit = fields.value("limit")
                    .map(value -> limit(value, fields))
                    .orElse(usual.settings().limit());
            fields.check();
            return new Wish(
                    selectors,
                    usual.settings().withLimit(limit),
                    call.query("dryRun").filter("true"::equals).isPresent());
        }

        private static int limit(JsonValue value, Fields fields) {
            String text = value.toJson();
            if (!text.matches("[1-9][0-9]{0,8}")) {
                fields.error("limit", "is not a number from 1 to 999999999");
                return 1;
            }
            return Integer.parseInt(text);
        }
    }

    private static HttpResponse clean(Routed request, Store store) {
        Wish wish = store.read(kept -> Wish.of(request.within(kept)));
        Cleaning cleaning = new Cleaning(
                store, wish.selectors(), wish.settings(), request.settings().clock());
        return Answers.ok(document(wish.dryRun() ? cleaning.rehearse() : cleaning.run()));
    }

    private static JsonObject document(CleaningReport report) {
        return JsonObject.builder()
                .put("dryRun", report.dryRun())
                .put("versions", counts(report.removed(), report.kept()))
                .put("removedContracts", report.contents())
                .put("removedOverwrittenResults", report.results())
                .put("removedBranches", report.branches())
                .put("removedTriggeredWebhooks", report.deliveries())
                .put(
                        "pacticipants",
                        JsonArray.of(report.applications().stream()
                                .map(CleanResource::application)
                                .toList()))
                .build();
    }

    private static JsonObject counts(long removed, long kept) {
        return JsonObject.builder().put("removed", removed).put("kept", kept).build();
    }

    private static JsonObject application(CleaningReport.OfApplication each) {
        JsonObject.Builder document = JsonObject.builder()
                .put("name", each.name().value())
                .put("versions", counts(each.removed(), each.kept()));
        if (each.first() != null && each.last() != null) {
            document.put("first", each.first().value()).put("last", each.last().value());
        }
        return document.build();
    }
}
