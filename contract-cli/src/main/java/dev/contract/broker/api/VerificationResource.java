package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonString;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verification results: published for a content, fetched by number, newest, or all of a consumer version. */
final class VerificationResource {
    private static final String PAIR = "/pacts/provider/{provider}/consumer/{consumer}";
    private static final String CONTENT = PAIR + "/pact-version/{sha}";
    private static final String RESULTS = CONTENT + "/verification-results";
    private static final String RESULTS_WITH_METADATA = CONTENT + "/metadata/{metadata}/verification-results";

    private VerificationResource() {}

    static void addTo(RouteTable table) {
        for (String results : List.of(RESULTS, RESULTS_WITH_METADATA)) {
            table.post(results, VerificationResource::publish)
                    .get(results + "/latest", VerificationResource::latestOfContent)
                    .get(results + "/{number}", VerificationResource::get)
                    .delete(results + "/{number}", VerificationResource::delete)
                    .demanding(Demand.ADMIN);
        }
        table.get(PAIR + "/version/{version}/verification-results/latest", VerificationResource::latestOfVersion)
                .get(PAIR + "/latest/verification-results/latest", VerificationResource::latestOfLatest)
                .get(PAIR + "/latest/{tag}/verification-results/latest", VerificationResource::latestOfTagged)
                .get(
                        "/verification-results/consumer/{pacticipant}/version/{version}/latest",
                        VerificationResource::summary);
    }

    private static HttpResponse publish(Call call) {
        PactMetadata metadata = PactResource.metadata(call);
        List<Pact> pacts = PactResource.allByContent(call, "sha", metadata);
        Pact pact = pacts.get(0);
        Fields fields = call.fields();
        Optional<Boolean> success = fields.requiredFlag("success");
        Optional<VersionNumber> number = fields.requiredName("providerApplicationVersion", VersionNumber::new);
        Optional<String> buildUrl = fields.text("buildUrl").filter(text -> isUrl(fields, text));
        Optional<BranchName> branch = fields.name("providerVersionBranch", BranchName::new);
        List<TagName> tags = fields.names("providerVersionTags", TagName::new);
        fields.check();
        Version provider = provider(call, pact, number.orElseThrow(), branch, tags);
        Verification result = call.kept()
                .verifications()
                .add(
                        new Verifications.Arriving(
                                pact.contentId(),
                                provider,
                                success.orElseThrow(),
                                buildUrl.orElse(null),
                                metadata.wip(),
                                metadata.pending(),
                                details(fields)),
                        call.now());
        pacts.forEach(each -> call.events().verified(each, result));
        return Answers.created(
                call.links().verification(pact, result.number()), VerificationDocument.of(call, pact, result));
    }

    private static boolean isUrl(Fields fields, String text) {
        try {
            String scheme = new URI(text).getScheme();
            if (scheme != null && scheme.matches("https?")) {
                return true;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        fields.error("buildUrl", "is not a URL of http or https");
        return false;
    }

    private static VerificationDetails details(Fields fields) {
        return new VerificationDetails(
                fields.value("testResults").orElse(null),
                fields.value("verifiedBy").orElse(null));
    }

    private static Version provider(
            Call call, Pact pact, VersionNumber number, Optional<BranchName> branch, List<TagName> tags) {
        Version provider =
                call.arrivals().version(pact.provider().name(), number).value();
        branch.ifPresent(name -> call.arrivals().branch(provider, name));
        tags.forEach(tag -> call.arrivals().tag(provider, tag));
        return provider;
    }

    private static HttpResponse get(Call call) {
        Pact pact = PactResource.byContent(call, PactResource.metadata(call));
        return Answers.ok(VerificationDocument.of(call, pact, result(call, pact)));
    }

    /** The result of a pact that the path names by its number. */
    static Verification result(Call call, Pact pact) {
        String number = call.value("number");
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(text -> call.kept().verifications().find(Long.parseLong(text)))
                .filter(result -> result.contentId() == pact.contentId())
                .orElseThrow(() -> Failure.unknown("This pact has no verification result " + number + "."));
    }

    private static HttpResponse delete(Call call) {
        Pact pact = PactResource.byContent(call, PactResource.metadata(call));
        call.kept().verifications().delete(result(call, pact));
        return Answers.noContent();
    }

    private static HttpResponse latestOfContent(Call call) {
        return newest(call, PactResource.byContent(call, PactResource.metadata(call)));
    }

    private static HttpResponse latestOfVersion(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        return newest(
                call,
                call.kept()
                        .versions()
                        .find(pair.consumer(), call.versionNumber())
                        .flatMap(version -> call.kept().pacts().find(version, pair.provider())));
    }

    private static HttpResponse latestOfLatest(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        return newest(call, call.kept().pacts().latest(pair.consumer(), pair.provider()));
    }

    private static HttpResponse latestOfTagged(Call call) {
        PactResource.Pair pair = PactResource.Pair.of(call);
        return newest(call, PactResource.tagged(call, pair, call.tagName()));
    }

    private static HttpResponse newest(Call call, Optional<Pact> pact) {
        return newest(call, pact.orElseThrow(() -> Failure.unknown("There is no such pact.")));
    }

    private static HttpResponse newest(Call call, Pact pact) {
        return call.kept()
                .verifications()
                .last(pact.contentId())
                .map(result -> Answers.ok(VerificationDocument.of(call, pact, result)))
                .orElseThrow(() -> Failure.unknown("The " + pact.title() + " has no verification result."));
    }

    /** The newest result of each provider that a consumer version has a pact with. */
    private static HttpResponse summary(Call call) {
        Version consumer = call.version();
        List<JsonObject> results = new ArrayList<>();
        List<JsonString> successful = new ArrayList<>();
        List<JsonString> failed = new ArrayList<>();
        List<JsonString> unknown = new ArrayList<>();
        for (Pact pact : call.kept().pacts().of(consumer)) {
            JsonString provider = name(pact.provider());
            Optional<Verification> newest = call.kept().verifications().last(pact.contentId());
            newest.ifPresent(result -> results.add(VerificationDocument.of(call, pact, result)));
            newest.map(result -> result.success() ? successful : failed)
                    .orElse(unknown)
                    .add(provider);
        }
        JsonObject providers = JsonObject.builder()
                .put("successful", JsonArray.of(successful))
                .put("failed", JsonArray.of(failed))
                .put("unknown", JsonArray.of(unknown))
                .build();
        return Answers.ok(new Hal()
                .put("success", failed.isEmpty() && unknown.isEmpty())
                .put("providerSummary", providers)
                .embed("verificationResults", results)
                .self(call.self())
                .build());
    }

    private static JsonString name(Party party) {
        return JsonString.of(party.name().value());
    }
}
