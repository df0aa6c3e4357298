package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.selection.Wishes;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonBoolean;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a provider's build asks for: the body of a POST, or the query that older clients send with a GET. */
final class WishesReader {
    private static final String BRANCH = "providerVersionBranch";
    private static final String TAGS = "providerVersionTags";
    private static final String SELECTORS = "consumerVersionSelectors";
    private static final String PENDING = "includePendingStatus";
    private static final String SINCE = "includeWipPactsSince";

    private final Call call;
    private final Fields fields;

    private WishesReader(Call call, JsonObject body) {
        this.call = call;
        this.fields = new Fields(body);
    }

    static Wishes read(Call call, JsonObject body) {
        return new WishesReader(call, body).read();
    }

    /** The body that says the same as an old query. */
    static JsonObject fromQuery(Call call) {
        JsonObject.Builder body = JsonObject.builder();
        List<JsonString> tags = call.request().query().values("provider_version_tags[]").stream()
                .filter(Objects::nonNull)
                .map(JsonString::of)
                .toList();
        body.put(TAGS, JsonArray.of(tags));
        List<JsonObject> selectors = NestedQuery.list(call.request().query(), "consumer_version_selectors").stream()
                .map(WishesReader::selector)
                .toList();
        body.put(SELECTORS, JsonArray.of(selectors));
        call.query("provider_version_branch").ifPresent(branch -> body.put(BRANCH, branch));
        call.query("include_pending_status").ifPresent(flag -> body.put(PENDING, flag.equals("true")));
        call.query("include_wip_pacts_since").ifPresent(since -> body.put(SINCE, since));
        return body.build();
    }

    private static JsonObject selector(Map<String, String> element) {
        JsonObject.Builder selector = JsonObject.builder();
        element.forEach((key, value) -> {
            switch (key) {
                case "latest" -> selector.put(key, JsonBoolean.of(value.equals("true")));
                case "fallback_tag" -> selector.put("fallbackTag", value);
                default -> selector.put(key, value);
            }
        });
        return selector.build();
    }

    private Wishes read() {
        boolean pending = fields.flag(PENDING).orElse(false);
        Instant since = since();
        List<TagName> tags = fields.names(TAGS, TagName::new);
        BranchName branch = branch(tags, pending || since != null);
        List<Wishes.Selector> selectors = selectors(branch);
        fields.check();
        return new Wishes(selectors, branch, tags, pending, since);
    }

    /** One large client sends a blank branch when it knows none. */
    private @Nullable BranchName branch(List<TagName> tags, boolean needed) {
        Optional<String> text = fields.text(BRANCH);
        if (text.isPresent() && text.get().isBlank()) {
            if (needed && tags.isEmpty()) {
                fields.error(BRANCH, "is blank, but pending pacts and work in progress need it");
            }
            return null;
        }
        return fields.name(BRANCH, BranchName::new).orElse(null);
    }

    private @Nullable Instant since() {
        return fields.text(SINCE)
                .filter(text -> !text.isBlank())
                .map(this::time)
                .orElse(null);
    }

    /** A date, or a date and time with or without offset. */
    private @Nullable Instant time(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(Z|[+-][0-9:]+)$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            fields.error(SINCE, "is not a date such as 2026-08-30 or 2026-08-30T10:15:00+00:00");
            return null;
        }
    }

    private List<Wishes.Selector> selectors(@Nullable BranchName branch) {
        JsonArray given = fields.list(SELECTORS).orElse(JsonArray.EMPTY);
        List<Wishes.Selector> selectors = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            JsonObject selector = given.get(i).asObject().orElse(JsonObject.EMPTY);
            SelectorFields one = new SelectorFields(selector, branch, call.kept());
            one.read().ifPresent(selectors::add);
            String place = " (at index " + i + ")";
            one.errors().forEach(text -> fields.error(SELECTORS, text + place));
        }
        return selectors;
    }
}
