package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.comparison.Comparing;
import dev.contract.broker.domain.publishing.Build;
import dev.contract.broker.domain.publishing.ProviderPublication;
import dev.contract.core.json.JsonObject;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a provider publishes of itself, in the new form and in the old one. */
final class ProviderContractFields {
    /** The document is given back under the type that it came with: no type that a browser would run. */
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]*(json|yaml|yml)");

    private ProviderContractFields() {}

    /** {@code {pacticipantVersionNumber, branch, tags, buildUrl, contract: {…, selfVerificationResults}}}. */
    static ProviderPublication read(Call call) {
        Fields fields = call.fields();
        Optional<VersionNumber> version = fields.requiredName("pacticipantVersionNumber", VersionNumber::new);
        Optional<BranchName> branch = fields.name("branch", BranchName::new);
        List<TagName> tags = fields.names("tags", TagName::new);
        Optional<String> buildUrl = fields.text("buildUrl");
        fields.require("contract");
        Fields contract = fields.inside("contract");
        Document document = document(contract, "specification", "selfVerificationResults");
        fields.check();
        return document.of(new Build(
                call.pacticipantName("provider"),
                version.orElseThrow(),
                branch.orElse(null),
                tags,
                buildUrl.orElse(null)));
    }

    /** {@code {content, contractType, contentType, verificationResults}}; the version is in the path. */
    static ProviderPublication readOld(Call call) {
        Fields fields = call.fields();
        Document document = document(fields, "contractType", "verificationResults");
        fields.check();
        return document.of(new Build(call.pacticipantName("provider"), call.versionNumber(), null, List.of(), null));
    }

    /** The document, and what was said of the tests that hold the provider to it; half of it where something is wrong. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only handed on
    private record Document(
            Optional<String> type,
            Optional<byte[]> content,
            Optional<Boolean> selfVerified,
            JsonObject selfVerification) {

        ProviderPublication of(Build build) {
            return new ProviderPublication(
                    build, type.orElseThrow(), content.orElseThrow(), selfVerified.orElse(null), selfVerification);
        }
    }

    private static Document document(Fields fields, String specification, String results) {
        fields.require(specification);
        fields.text(specification)
                .filter(text -> !text.equals("oas"))
                .ifPresent(text -> fields.error(specification, "is \"" + text + "\", but must be \"oas\""));
        Optional<String> type = type(fields);
        Optional<byte[]> content = decoded(fields);
        if (type.isPresent()) {
            content.ifPresent(bytes -> check(fields, type.get(), bytes));
        }
        Fields said = fields.inside(results);
        Optional<Boolean> success = said.flag("success");
        return new Document(type, content, success, verification(said));
    }

    private static Optional<String> type(Fields fields) {
        fields.require("contentType");
        Optional<String> type = fields.line("contentType")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        if (type.filter(text -> !TYPE.matcher(text).matches()).isPresent()) {
            fields.error(
                    "contentType",
                    "is \"" + type.get() + "\", but must be a type of JSON or YAML, such as application/yaml");
            return Optional.empty();
        }
        return type;
    }

    private static Optional<byte[]> decoded(Fields fields) {
        fields.require("content");
        try {
            return fields.text("content").map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException e) {
            fields.error("content", "is not Base64: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void check(Fields fields, String type, byte[] content) {
        try {
            Comparing.document(type, content);
        } catch (ContractException e) {
            Problem problem = e.problems().get(0);
            String place = problem.where() == null ? "" : " (" + problem.where() + ")";
            String found = problem.found() == null ? "" : "; found " + problem.found();
            fields.error("content", "cannot be read: " + problem.what() + place + found);
        }
    }

    /** Kept as it was said, for people. */
    private static JsonObject verification(Fields said) {
        JsonObject.Builder kept = JsonObject.builder();
        said.flag("success").ifPresent(success -> kept.put("success", success));
        for (String name : List.of("verifier", "verifierVersion", "format", "contentType")) {
            said.line(name).ifPresent(text -> kept.put(name, text));
        }
        said.text("content").ifPresent(text -> kept.put("content", text));
        return kept.build();
    }
}
