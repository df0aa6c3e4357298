package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Comparison;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Reason.Cause;
import dev.contract.broker.domain.matrix.Reason.Code;
import dev.contract.core.problem.NearNames;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a verdict's reasons in words: both sides, why these versions, and what to do next. */
final class Explanations {
    private static final int VERSIONS_NAMED = 3;
    private static final int VERSIONS_COMPARED = 100;

    private final MatrixQuestion question;
    private final Participants participants;
    private final Transaction kept;

    Explanations(MatrixQuestion question, Participants participants, Transaction kept) {
        this.question = question;
        this.participants = participants;
        this.kept = kept;
    }

    /** Whoever reads a yes is to see what it rests on. */
    Reason success(List<MatrixRow> passed) {
        long results = passed.stream().filter(row -> row.result() != null).count();
        long inferred = passed.stream().filter(row -> row.inference() != null).count();
        long described = passed.size() - results - inferred;
        if (inferred + described == 0) {
            return Reason.of(Code.SUCCESS, "All required verification results are present and successful.");
        }
        List<String> grounds = new ArrayList<>();
        if (results > 0) {
            grounds.add(results + " by a verification result");
        }
        if (inferred > 0) {
            grounds.add(inferred + " inferred");
        }
        if (described > 0) {
            grounds.add(described
                    + " by a document that describes all that the contract relies on, and own tests that passed");
        }
        return Reason.of(
                Code.SUCCESS, "All that is required is present and successful: " + String.join("; ", grounds) + ".");
    }

    Reason nothingRequired() {
        return Reason.of(Code.NO_DEPS, "Nothing is required: no result of another application is missing.");
    }

    Reason vainIgnore(Ignore ignore) {
        return Reason.of(
                Code.WARN_IGNORE,
                "Nothing is ignored for " + ignore + ": the broker knows no such application or version.");
    }

    Reason noTarget() {
        return Reason.of(
                Code.WARN_NO_ENV,
                "It was not said where the version is to go, so every result counts: name the environment (--to-environment).");
    }

    Reason noVersion() {
        return Reason.of(
                Code.WARN_NO_VERSION,
                "No exact version was named, and by the time you deploy another one may be the latest: name the version.");
    }

    Reason noSuchVersion(Selector selector) {
        return new Reason(
                Code.NO_SUCH_VERSION,
                Cause.NEVER_PUBLISHED,
                "There is no such version: " + selector.pick().sought(selector.name()) + ".",
                nearest(selector)
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("Check the spelling, or publish its contracts or results first."),
                null);
    }

    /** The version whose number is most like the one that is not there, among the newest. */
    private Optional<String> nearest(Selector selector) {
        return selector.pick() instanceof Pick.Exact exact
                ? kept.pacticipants().find(selector.name()).flatMap(application -> {
                    List<String> numbers =
                            kept.versions().all(application.party(), new Slice(0, VERSIONS_COMPARED)).stream()
                                    .map(version -> version.number().value())
                                    .toList();
                    return NearNames.nearest(exact.number().value(), numbers);
                })
                : Optional.empty();
    }

    Reason withoutRow(Working.Pair pair) {
        return new Reason(
                Code.UNVERIFIED,
                Cause.NOT_SHOWN,
                "There is no result between " + named(pair.consumer()) + " and " + named(pair.provider()) + ".",
                "",
                null);
    }

    private String named(Party party) {
        Participant participant = participants.find(party);
        if (participant == null || participant.everything()) {
            return "any version of " + party;
        }
        return participant.versions().stream().findFirst().map(this::withReason).orElse(party + " (there is none)");
    }

    Reason row(MatrixRow row) {
        if (row.state() == MatrixRow.State.FAILED) {
            return row.decidingDescription()
                    .map(described -> notPromised(row.pact(), described))
                    .orElseGet(() -> failed(row.pact(), row.verified()));
        }
        DescribedResult described = row.described();
        Reason reason = described == null ? unverified(row.pact(), row.provider()) : undecided(row.pact(), described);
        return withDoubt(reason, row.unproven());
    }

    /** Those that are not explained one by one. */
    Reason more(List<MatrixRow> rows) {
        long failed = rows.stream()
                .filter(row -> row.state() == MatrixRow.State.FAILED)
                .count();
        return new Reason(
                failed > 0 ? Code.FAILED : Code.UNVERIFIED,
                Cause.NOT_SHOWN,
                "Of the other rows " + failed + " failed, and " + (rows.size() - failed) + " have no result.",
                "Ask about fewer versions to be told why.",
                null);
    }

    /** Somebody who wants results inferred is told why one is not. */
    private static Reason withDoubt(Reason reason, List<String> unproven) {
        if (unproven.isEmpty()) {
            return reason;
        }
        int others = unproven.size() - 1;
        String why = unproven.get(0) + (others == 0 ? "" : ", and " + others + " more like it");
        return new Reason(
                reason.code(),
                reason.cause(),
                reason.text() + " That it holds does not follow from other results either: " + why + ".",
                reason.advice(),
                reason.subject());
    }

    private Reason notPromised(Pact pact, DescribedResult described) {
        Comparison comparison = described.comparison();
        return Boolean.TRUE.equals(described.contract().selfVerified()) && comparison != null
                ? notPromised(pact, described.contract().provider(), comparison)
                : ownTestsFailed(pact, described.contract().provider());
    }

    private Reason notPromised(Pact pact, Version provider, Comparison comparison) {
        String where = comparison.broken() == 1 ? "" : " in " + comparison.broken() + " interactions";
        return failed(
                pact,
                provider,
                Cause.NOT_PROMISED,
                "The contract of " + withReason(pact.consumer()) + " relies" + where + " on what the document of "
                        + withReason(provider) + " does not describe: " + comparison.firstError() + ".",
                "Mend one of the two, and publish it under a new version.");
    }

    private Reason ownTestsFailed(Pact pact, Version provider) {
        return failed(
                pact,
                provider,
                Cause.OWN_TESTS_FAILED,
                "The contract of " + withReason(pact.consumer()) + " is held against the document of "
                        + withReason(provider) + ", whose own tests failed: it does not do what it says.",
                "Mend " + provider.owner() + " or its document, and publish a version whose tests pass.");
    }

    private static Reason failed(Pact pact, Version provider, Cause cause, String text, String advice) {
        return new Reason(Code.FAILED, cause, text, advice, new Reason.Subject(pact, provider, List.of()));
    }

    private Reason undecided(Pact pact, DescribedResult described) {
        Version provider = described.contract().provider();
        String what = "The contract of " + withReason(pact.consumer());
        String document = " the document of " + withReason(provider);
        if (described.contract().selfVerified() == null) {
            return unverified(
                    pact,
                    provider,
                    Cause.OWN_TESTS_UNKNOWN,
                    what + " was not verified by it, and" + document
                            + " does not count: nobody said whether its own tests passed.",
                    "Publish the document with the outcome of these tests, or verify the contract in the build of "
                            + provider.owner() + " and publish the result.");
        }
        return Optional.ofNullable(described.comparison())
                .map(comparison -> unverified(
                        pact,
                        provider,
                        Cause.NOT_COMPARABLE,
                        what + " cannot be compared with" + document + ": " + notCompared(comparison) + ".",
                        "Verify it in the build of " + provider.owner() + " and publish the result."))
                .orElseGet(() -> unverified(
                        pact,
                        provider,
                        Cause.NOT_COMPARED,
                        what + " is not compared with" + document + " yet: there is much to compare.",
                        "Ask again in a moment."));
    }

    /** The first of what could not be compared. */
    private String notCompared(Comparison comparison) {
        return kept.providerContracts().findings(comparison).stream()
                .flatMap(each -> each.asObject().stream())
                .filter(each -> each.string("type").filter("info"::equals).isPresent())
                .flatMap(each -> each.string("message").stream())
                .findFirst()
                .orElse("nobody knows why");
    }

    Reason inferred(MatrixRow row) {
        InferredResult inference = Objects.requireNonNull(row.inference(), "a row that was inferred");
        String first = inference.proof().get(0);
        int others = inference.proof().size() - 1;
        return Reason.of(
                Code.INFERRED,
                "The contract of " + withReason(row.pact().consumer()) + " was not verified by "
                        + withReason(inference.provider()) + ": that it holds is inferred. " + first
                        + (others == 0
                                ? "."
                                : others == 1
                                        ? "; the other interaction follows likewise."
                                        : "; the other " + others + " interactions follow likewise."));
    }

    private Reason failed(Pact pact, Verification result) {
        List<Failure> failures = Failures.of(result, kept);
        String where = Failures.inWords(failures).map(text -> ": " + text).orElse("");
        return new Reason(
                Code.FAILED,
                Cause.FAILED,
                "The contract of " + withReason(pact.consumer()) + " failed at " + withReason(result.provider()) + where
                        + ".",
                "Mend one of the two, and publish a result of the mended version.",
                new Reason.Subject(pact, result.provider(), failures));
    }

    private Reason unverified(Pact pact, @Nullable Version provider) {
        if (provider != null) {
            return notVerifiedBy(provider, pact);
        }
        Participant participant = participants.find(pact.provider());
        Pick target = question.target();
        if (participant != null
                && target != null
                && !participant.named()
                && participant.versions().isEmpty()) {
            return notThere(pact, target);
        }
        if (participant != null && participant.versions().size() == 1) {
            return notVerifiedBy(participant.versions().get(0), pact);
        }
        List<Verification> results = resultsOf(pact);
        return unverified(
                pact,
                null,
                results.isEmpty() ? Cause.NEVER_VERIFIED : Cause.VERIFIED_BY_OTHERS,
                "No version of " + pact.provider() + " that was asked about has verified the contract of "
                        + withReason(pact.consumer()) + verifiedBy(results) + ".",
                "Run the verification in the build of " + pact.provider() + " and publish the result.");
    }

    private static Reason unverified(Pact pact, @Nullable Version provider, Cause cause, String text, String advice) {
        return new Reason(Code.UNVERIFIED, cause, text, advice, new Reason.Subject(pact, provider, List.of()));
    }

    private Reason notThere(Pact pact, Pick target) {
        PacticipantName provider = pact.provider().name();
        return unverified(
                pact,
                null,
                Cause.NOT_THERE,
                "There is no " + target.sought(provider).replaceFirst("^(a|an|any) ", "") + ", and "
                        + withReason(pact.consumer()) + " needs one" + verifiedBy(resultsOf(pact)) + ".",
                remedy(provider, target));
    }

    private static String remedy(PacticipantName provider, Pick target) {
        if (target instanceof Pick.In in) {
            return "Deploy " + provider + " first and record it: contract record-deployment --pacticipant " + provider
                    + " --version VERSION --environment " + in.environment();
        }
        return "Publish a result of such a version of " + provider + " first.";
    }

    private Reason notVerifiedBy(Version provider, Pact pact) {
        List<Verification> results = resultsOf(pact);
        String what = withReason(provider) + " has not verified the contract of " + withReason(pact.consumer())
                + verifiedBy(results) + ".";
        if (kept.verifications().hasResultBy(provider)) {
            return unverified(
                    pact,
                    provider,
                    results.isEmpty() ? Cause.NEVER_VERIFIED : Cause.VERIFIED_BY_OTHERS,
                    what,
                    "Run the verification in the build of " + provider + " and publish the result.");
        }
        return unverified(
                pact,
                provider,
                Cause.NO_RESULT_AT_ALL,
                what + " It has published no result at all since " + since(provider) + ", when it became known.",
                "Was another version number deployed than the one that was verified? Run the verification in its build and"
                        + " publish the result.");
    }

    private static String since(Version version) {
        return LocalDate.ofInstant(version.createdAt(), ZoneOffset.UTC).toString();
    }

    private List<Verification> resultsOf(Pact pact) {
        return kept.verifications().newest(pact.contentId(), VERSIONS_NAMED + 1);
    }

    /** That nobody verified it is another thing than that somebody else did. */
    private static String verifiedBy(List<Verification> results) {
        if (results.isEmpty()) {
            return "; nobody has verified it yet";
        }
        String versions = results.stream()
                .limit(VERSIONS_NAMED)
                .map(result -> result.provider() + (result.success() ? " (passed)" : " (failed)"))
                .collect(Collectors.joining(", "));
        return "; it was verified by " + versions + (results.size() > VERSIONS_NAMED ? " and others" : "");
    }

    private String withReason(Version version) {
        Participant participant = participants.find(version.owner());
        String why = participant == null
                ? ""
                : participant.reason(version).map(Pick::why).orElse("");
        return why.isEmpty() ? version.toString() : version + " (" + why + ")";
    }
}
