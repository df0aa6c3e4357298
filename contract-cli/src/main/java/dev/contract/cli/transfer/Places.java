package dev.contract.cli.transfer;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Versions in the order in which they came, with their branches and tags. */
final class Places {
    private static final int BATCH = 100;

    private final Remote remote;
    private final Store store;
    private final Tally tally;
    private final Map<String, List<JsonObject>> versions = new HashMap<>();

    Places(Remote remote, Store store, Tally tally) {
        this.remote = remote;
        this.store = store;
        this.tally = tally;
    }

    /** The versions of an application as the other broker describes them, the oldest first. */
    List<JsonObject> of(String application) {
        return versions.getOrDefault(application, List.of());
    }

    void versions(String application) {
        List<JsonObject> all = remote.versions(application);
        versions.put(application, all);
        Map<String, JsonObject> branches = remote.branches(application);
        Map<String, Instant> tagged = firstTagged(application, all);
        inBatches(Tally.Kind.VERSION, all, (each, kept) -> version(application, each, kept));
        inBatches(Tally.Kind.BRANCH, all, (each, kept) -> members(application, each, branches, false, kept));
        inBatches(Tally.Kind.BRANCH, all, (each, kept) -> members(application, each, branches, true, kept));
        inBatches(Tally.Kind.TAG, all, (each, kept) -> tags(application, each, tagged, kept));
    }

    private interface Step {
        /** How much it adds. */
        int take(JsonObject version, Transaction kept);
    }

    private void inBatches(Tally.Kind kind, List<JsonObject> all, Step step) {
        for (int from = 0; from < all.size(); from += BATCH) {
            List<JsonObject> some = all.subList(from, Math.min(all.size(), from + BATCH));
            int added = store.write(kept ->
                    some.stream().mapToInt(each -> step.take(each, kept)).sum());
            tally.count(kind, added);
        }
    }

    private static int version(String application, JsonObject there, Transaction kept) {
        Created<Version> version = kept.versions().ensure(owner(application, kept), number(there), created(there));
        String url = there.string("buildUrl").orElse(null);
        if (url != null && version.value().buildUrl() == null) {
            kept.versions().withBuildUrl(version.value(), url);
        }
        return version.fresh() ? 1 : 0;
    }

    /** The heads come last, for whatever comes to a branch becomes its head. */
    private static int members(
            String application, JsonObject there, Map<String, JsonObject> branches, boolean heads, Transaction kept) {
        Version version =
                kept.versions().find(owner(application, kept), number(there)).orElseThrow();
        return Remote.embedded(there, "branchVersions")
                .filter(member -> Remote.flag(member, "latest") == heads)
                .mapToInt(member -> {
                    BranchName name = new BranchName(Remote.text(member, "name"));
                    JsonObject branch = branches.getOrDefault(name.value(), JsonObject.EMPTY);
                    boolean isNew = kept.branches().find(version.owner(), name).isEmpty();
                    String time = isNew ? "createdAt" : heads ? "updatedAt" : "";
                    kept.branches().add(version, name, Remote.time(branch, time).orElse(version.createdAt()));
                    return isNew ? 1 : 0;
                })
                .sum();
    }

    /** When each tag was used for the first time, which pending and work in progress ask. */
    private Map<String, Instant> firstTagged(String application, List<JsonObject> all) {
        Map<String, Instant> first = new HashMap<>();
        Set<String> known = store.read(kept -> kept.tags().names(owner(application, kept)).stream()
                .map(TagName::value)
                .collect(Collectors.toSet()));
        for (JsonObject version : all) {
            for (String tag : tagsOf(version)) {
                if (!known.contains(tag) && !first.containsKey(tag)) {
                    first.put(tag, remote.tagged(application, Remote.text(version, "number"), tag, created(version)));
                }
            }
        }
        return first;
    }

    private static List<String> tagsOf(JsonObject version) {
        return Remote.embedded(version, "tags")
                .map(tag -> Remote.text(tag, "name"))
                .toList();
    }

    private static int tags(String application, JsonObject there, Map<String, Instant> tagged, Transaction kept) {
        Version version =
                kept.versions().find(owner(application, kept), number(there)).orElseThrow();
        int added = 0;
        for (String tag : tagsOf(there)) {
            TagName name = new TagName(tag);
            boolean isFirst = kept.tags().firstUsed(version.owner(), name).isEmpty();
            Instant time = isFirst ? tagged.getOrDefault(tag, version.createdAt()) : version.createdAt();
            added += kept.tags().add(version, name, time).fresh() ? 1 : 0;
        }
        return added;
    }

    private static Party owner(String application, Transaction kept) {
        return kept.pacticipants()
                .find(new PacticipantName(application))
                .orElseThrow()
                .party();
    }

    private static VersionNumber number(JsonObject version) {
        return new VersionNumber(Remote.text(version, "number"));
    }

    private static Instant created(JsonObject version) {
        return Remote.time(version, "createdAt").orElseGet(Instant::now);
    }
}
