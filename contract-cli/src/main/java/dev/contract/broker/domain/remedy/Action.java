package dev.contract.broker.domain.remedy;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody has to do.
 *
 * <p>The kinds stand here in the order in which they are done: first what makes results, then what brings versions somewhere.
 */
public sealed interface Action {

    <R> R fold(Cases<R> cases);

    /** What is to be done, as a sentence without its end. */
    String text();

    /** Whose build or pipeline does it. */
    Party actor();

    /** What is different afterwards: of actions that achieve the same, one is enough. */
    default Object achieves() {
        return this;
    }

    /** What each kind of action becomes. */
    interface Cases<R> {
        R publish(Publish action);

        R verify(Verify action);

        R mend(Mend action);

        R describe(Describe action);

        R nameMainBranch(NameMainBranch action);

        R putOnBranch(PutOnBranch action);

        R tag(Tag action);

        R deploy(Deploy action);
    }

    /** What the owner of one version does with it. */
    sealed interface OfVersion extends Action {
        Candidate version();

        @Override
        default Party actor() {
            return version().owner();
        }
    }

    /** Make a version known that was asked about. */
    record Publish(Candidate version) implements OfVersion {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.publish(this);
        }

        @Override
        public String text() {
            return "Publish the contracts of " + version + ", or its results";
        }
    }

    /** Verify a contract with a version that has no result of it. */
    record Verify(Pact pact, Candidate provider) implements Action {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.verify(this);
        }

        @Override
        public Party actor() {
            return provider.owner();
        }

        /** The versions of a consumer that have the same contract share its results. */
        @Override
        public Object achieves() {
            return List.of(pact.contentId(), provider);
        }

        @Override
        public String text() {
            Version known = provider.version();
            String build = known == null || known.buildUrl() == null ? "" : " (" + known.buildUrl() + ")";
            return "Verify the contract of " + pact.consumer() + " in the build of " + provider + build
                    + ", and publish the result";
        }
    }

    /**
     * Mend what failed.
     *
     * @param failures what that is; empty when nobody knows, and while nobody asked
     */
    record Mend(Pact pact, Version provider, List<Failure> failures) implements Action {
        public Mend {
            failures = List.copyOf(failures);
        }

        Mend withFailures(List<Failure> others) {
            return new Mend(pact, provider, others);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.mend(this);
        }

        @Override
        public Party actor() {
            return provider.owner();
        }

        @Override
        public Object achieves() {
            return List.of(pact.contentId(), provider);
        }

        @Override
        public String text() {
            String more = failures.size() < 2 ? "" : " and " + (failures.size() - 1) + " more";
            return "Mend " + what() + more + ", so that " + provider + " honours the contract of " + pact.consumer()
                    + "; verify it, and publish the result";
        }

        private String what() {
            return failures.stream().findFirst().map(Failure::where).orElse("what failed");
        }
    }

    /**
     * Have a provider say of itself what a contract relies on.
     *
     * @param missing what its document does not describe; null when it does, but the provider's own tests fail
     */
    record Describe(Pact pact, Version provider, @Nullable String missing) implements Action {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.describe(this);
        }

        @Override
        public Party actor() {
            return provider.owner();
        }

        /** Tests that pass are good for every contract; a version keeps its document. */
        @Override
        public Object achieves() {
            return missing == null ? provider : List.of(pact.contentId(), provider);
        }

        @Override
        public String text() {
            return missing == null
                    ? "Mend what the own tests of " + provider + " found, and publish its document with their outcome"
                    : "Bring about a version in place of " + provider
                            + " whose document describes what the contract of " + pact.consumer() + " relies on ("
                            + missing + "), and publish that";
        }
    }

    /** Say which branch the main branch is. */
    record NameMainBranch(Party owner, BranchName branch) implements Action {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.nameMainBranch(this);
        }

        @Override
        public Party actor() {
            return owner;
        }

        @Override
        public String text() {
            return "Say that the main branch of " + owner + " is " + branch;
        }
    }

    /** Build a version on a branch. */
    record PutOnBranch(Candidate version, BranchName branch) implements OfVersion {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.putOnBranch(this);
        }

        @Override
        public String text() {
            return "Bring " + version + " to branch " + branch;
        }
    }

    /** Tag a version. */
    record Tag(Candidate version, TagName tag) implements OfVersion {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tag(this);
        }

        @Override
        public String text() {
            return "Tag " + version + " with " + tag;
        }
    }

    /**
     * Deploy a version and record that.
     *
     * @param instance which of several instances; null when there is only one
     * @param instead what runs there now; null when nothing does
     */
    record Deploy(
            Candidate version,
            Environment environment,
            @Nullable String instance,
            @Nullable Version instead) implements OfVersion {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.deploy(this);
        }

        @Override
        public String text() {
            String which = instance == null ? "" : " as instance " + instance;
            String replaced = instead == null ? "" : " in place of " + instead.number();
            return "Deploy " + version + " to " + environment + which + replaced
                    + ", as soon as that may be deployed itself, and record it";
        }
    }
}
