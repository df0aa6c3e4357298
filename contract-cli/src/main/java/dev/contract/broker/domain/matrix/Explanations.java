package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Reason.Code;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a verdict's reasons in words: both sides, why these versions, and what to do next. */
final class Explanations {
    private static final int VERSIONS_NAMED = 3;

    private final MatrixQuestion question;
    private final Participants participants;
    private final Transaction kept;

    Explanations(MatrixQuestion question, Participants participants, Transaction kept) {
        this.question = question;
        this.participants = participants;
        this.kept = kept;
    }

    Reason success() {
        return new Reason(Code.SUCCESS, "All required verification results are present and successful.");
    }

    Reason nothingRequired() {
        return new Reason(Code.NO_DEPS, "Nothing is required: no result of another application is missing.");
    }

    Reason vainIgnore(Ignore ignore) {
        return new Reason(
                Code.WARN_IGNORE,
                "Nothing is ignored for " + ignore + ": the broker knows no such application or version.");
    }

    Reason noTarget() {
        return new Reason(
                Code.WARN_NO_ENV,
                "It was not said where the version is to go, so every result counts: name the environment (--to-environment).");
    }

    Reason noVersion() {
        return new Reason(
                Code.WARN_NO_VERSION,
                "No exact version was named, and by the time you deploy another one may be the latest: name the version.");
    }

    Reason noSuchVersion(Selector selector) {
        return new Reason(
                Code.NO_SUCH_VERSION,
                "There is no such version: " + selector.pick().sought(selector.name())
                        + ". Check the spelling, or publish its contracts or results first.");
    }

    Reason withoutRow(Participants.Pair pair) {
        return new Reason(
                Code.UNVERIFIED,
                "There is no result between " + named(pair.consumer()) + " and " + named(pair.provider()) + ".");
    }

    private String named(Party party) {
        Participant participant = participants.find(party);
        if (participant == null || participant.everything()) {
            return "any version of " + party;
        }
        return participant.versions().stream().findFirst().map(this::withReason).orElse(party + " (there is none)");
    }

    Reason row(MatrixRow row) {
        return row.state() == MatrixRow.State.FAILED
                ? new Reason(Code.FAILED, failed(row.pact(), row.verified()))
                : new Reason(Code.UNVERIFIED, unverified(row.pact(), row.provider()));
    }

    Reason inferred(MatrixRow row) {
        InferredResult inference = Objects.requireNonNull(row.inference(), "a row that was inferred");
        String first = inference.proof().get(0);
        int others = inference.proof().size() - 1;
        return new Reason(
                Code.INFERRED,
                "The contract of " + withReason(row.pact().consumer()) + " was not verified by "
                        + withReason(inference.provider()) + ": that it holds is inferred. " + first
                        + (others == 0 ? "." : "; and so do " + others + " more."));
    }

    private String failed(Pact pact, Verification result) {
        String where = Failures.first(kept.verifications().details(result.number()), () -> kept.pacts()
                        .document(pact.contentId()))
                .map(failure -> ": " + failure)
                .orElse("");
        return "The contract of " + withReason(pact.consumer()) + " failed at " + withReason(result.provider()) + where
                + ". Mend one of the two, and publish a result of the mended version.";
    }

    private String unverified(Pact pact, @Nullable Version provider) {
        String consumer = withReason(pact.consumer());
        if (provider != null) {
            return notVerifiedBy(provider, consumer, pact);
        }
        Participant participant = participants.find(pact.provider());
        Pick target = question.target();
        if (participant != null
                && target != null
                && !participant.named()
                && participant.versions().isEmpty()) {
            return notThere(pact, consumer, target);
        }
        if (participant != null && participant.versions().size() == 1) {
            return notVerifiedBy(participant.versions().get(0), consumer, pact);
        }
        return "No version of " + pact.provider() + " that was asked about has verified the contract of " + consumer
                + verifiedBy(pact) + ". Run the verification in the build of " + pact.provider()
                + " and publish the result.";
    }

    private String notThere(Pact pact, String consumer, Pick target) {
        PacticipantName provider = pact.provider().name();
        return "There is no " + target.sought(provider).replaceFirst("^an? ", "") + ", and " + consumer + " needs one"
                + verifiedBy(pact) + ". " + remedy(provider, target);
    }

    private static String remedy(PacticipantName provider, Pick target) {
        if (target instanceof Pick.In in) {
            return "Deploy " + provider + " first and record it: contract record-deployment --pacticipant " + provider
                    + " --version VERSION --environment " + in.environment();
        }
        return "Publish a result of such a version of " + provider + " first.";
    }

    private String notVerifiedBy(Version provider, String consumer, Pact pact) {
        String what = withReason(provider) + " has not verified the contract of " + consumer + verifiedBy(pact);
        String advice = ". Run the verification in the build of " + provider + " and publish the result.";
        return kept.verifications().newestBy(provider).isEmpty()
                ? what
                        + ". It has published no result at all: was another version number deployed than the one that was verified?"
                        + " Run the verification in its build and publish the result."
                : what + advice;
    }

    /** That nobody verified it is another thing than that somebody else did. */
    private String verifiedBy(Pact pact) {
        List<Verification> results = kept.verifications().newest(pact.contentId(), VERSIONS_NAMED + 1);
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
