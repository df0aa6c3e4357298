package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Created;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacticipants;
import dev.contract.broker.domain.Party;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Applications and their labels. */
final class PacticipantResource {
    private static final String ONE = "/pacticipants/{pacticipant}";
    private static final String LABEL = ONE + "/labels/{label}";

    private PacticipantResource() {}

    static void addTo(RouteTable table) {
        table.get("/pacticipants", PacticipantResource::list)
                .post("/pacticipants", PacticipantResource::create)
                .get(ONE, PacticipantResource::get)
                .put(ONE, PacticipantResource::replace)
                .patch(ONE, PacticipantResource::merge)
                .delete(ONE, PacticipantResource::delete)
                .demanding(Demand.ADMIN)
                .get("/pacticipants/label/{label}", PacticipantResource::labelled)
                .get(LABEL, PacticipantResource::getLabel)
                .put(LABEL, PacticipantResource::addLabel)
                .delete(LABEL, PacticipantResource::removeLabel)
                .get("/labels", PacticipantResource::labels);
    }

    private static HttpResponse list(Call call) {
        String part = call.searched();
        Paging paging = Paging.of(call);
        Pacticipants known = call.kept().pacticipants();
        return list(call, paging, known.named(part, paging.slice()), known.count(part));
    }

    private static HttpResponse labelled(Call call) {
        Paging paging = Paging.of(call);
        List<Pacticipant> all = call.kept().pacticipants().labelled(call.value("label"));
        return list(call, paging, paging.cut(all), all.size());
    }

    private static HttpResponse list(Call call, Paging paging, List<Pacticipant> shown, long total) {
        List<JsonObject> documents =
                shown.stream().map(each -> PacticipantDocument.of(call, each)).toList();
        Links links = call.links();
        List<Link> targets = shown.stream()
                .map(each -> Link.to(links.pacticipant(each.party()))
                        .titled(each.name().value())
                        .named(each.name().value()))
                .toList();
        Hal hal = new Hal()
                .put("pacticipants", JsonArray.of(documents))
                .embed("pacticipants", documents)
                .self(call.self())
                .links("pb:pacticipants", targets)
                .links("pacticipants", targets)
                .template("pb:pacticipants-with-label", links.template("/pacticipants/label/{label}"));
        paging.describe(hal, call, total);
        return Answers.ok(hal.build());
    }

    /** What is known of the name and not said here stays as it is. */
    private static HttpResponse create(Call call) {
        Fields fields = call.fields();
        Optional<PacticipantName> name = fields.requiredName("name", PacticipantName::new);
        details(fields, Pacticipant.Details.NONE);
        fields.check();
        Pacticipant known = call.arrivals().application(name.orElseThrow());
        Pacticipant stored =
                call.kept().pacticipants().update(known.party(), details(fields, known.details()), call.now());
        return Answers.created(call.links().pacticipant(stored.party()), PacticipantDocument.of(call, stored));
    }

    private static HttpResponse get(Call call) {
        return Answers.ok(PacticipantDocument.of(call, call.pacticipant("pacticipant")));
    }

    private static HttpResponse replace(Call call) {
        Pacticipant known = call.pacticipant("pacticipant");
        return Answers.ok(stored(call, known, Pacticipant.Details.NONE));
    }

    private static HttpResponse merge(Call call) {
        PacticipantName name = call.pacticipantName("pacticipant");
        Created<Pacticipant> known = call.kept().pacticipants().ensure(name, call.now());
        return Answers.stored(
                known.fresh(), stored(call, known.value(), known.value().details()));
    }

    private static JsonObject stored(Call call, Pacticipant known, Pacticipant.Details base) {
        Fields fields = call.fields();
        Pacticipant.Details details = details(fields, base);
        fields.check();
        return PacticipantDocument.of(call, call.kept().pacticipants().update(known.party(), details, call.now()));
    }

    /** The fields that are given, over the ones there are. Old clients write names with underscores. */
    private static Pacticipant.Details details(Fields fields, Pacticipant.Details base) {
        return new Pacticipant.Details(
                merged(fields, "displayName", "display_name", base.displayName(), text -> text),
                merged(fields, "mainBranch", "main_branch", base.mainBranch(), PacticipantResource::mainBranch),
                merged(fields, "repositoryUrl", "repository_url", base.repositoryUrl(), text -> text),
                merged(fields, "repositoryName", "repository_name", base.repositoryName(), text -> text),
                merged(
                        fields,
                        "repositoryNamespace",
                        "repository_namespace",
                        base.repositoryNamespace(),
                        text -> text));
    }

    private static <T> @Nullable T merged(
            Fields fields, String name, String oldName, @Nullable T base, Function<String, T> parse) {
        String given = fields.has(oldName) ? oldName : name;
        return fields.has(given) ? fields.name(given, parse).orElse(null) : base;
    }

    private static BranchName mainBranch(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("cannot contain spaces");
        }
        return new BranchName(text);
    }

    private static HttpResponse delete(Call call) {
        call.kept().pacticipants().delete(call.party("pacticipant"));
        return Answers.noContent();
    }

    private static HttpResponse labels(Call call) {
        Paging paging = Paging.of(call);
        Hal hal = new Hal()
                .embed(
                        "labels",
                        call.kept().pacticipants().labels(paging.slice()).stream()
                                .map(label -> new Hal().put("name", label).build())
                                .toList())
                .self(call.self());
        paging.describe(hal, call, call.kept().pacticipants().countLabels());
        return Answers.ok(hal.build());
    }

    private static HttpResponse getLabel(Call call) {
        Party party = call.party("pacticipant");
        if (!call.kept().pacticipants().labels(party).contains(call.value("label"))) {
            throw Failure.unknown(party + " has no label \"" + call.value("label") + "\".");
        }
        return Answers.ok(PacticipantDocument.label(call.links(), party, call.value("label")));
    }

    private static HttpResponse addLabel(Call call) {
        Party party =
                call.arrivals().application(call.pacticipantName("pacticipant")).party();
        String label = call.label().value();
        call.body();
        boolean fresh = call.kept().pacticipants().addLabel(party, label, call.now());
        return Answers.stored(fresh, PacticipantDocument.label(call.links(), party, label));
    }

    private static HttpResponse removeLabel(Call call) {
        Party party = call.party("pacticipant");
        if (!call.kept().pacticipants().removeLabel(party, call.value("label"))) {
            throw Failure.unknown(party + " has no label \"" + call.value("label") + "\".");
        }
        return Answers.noContent();
    }
}
