package dev.contract.broker.domain.matrix;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import java.util.List;
import java.util.Optional;

/** A way to choose among the versions of an application. */
public sealed interface Pick {

    /** The versions that are chosen; empty when there are none. Never asked of {@link Everything}. */
    List<Version> versions(Pacticipant of, Transaction kept);

    /** Why a version was chosen, as messages put it in brackets: {@code latest with tag prod}; empty when it was named itself. */
    String why();

    /** What was looked for: {@code a version of orders in production}. */
    String sought(PacticipantName name);

    /** Every version there is. */
    record Everything() implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            throw new IllegalStateException("all versions are never listed one by one");
        }

        @Override
        public String why() {
            return "any version";
        }

        @Override
        public String sought(PacticipantName name) {
            return "any version of " + name;
        }
    }

    /** The version of this number. */
    record Exact(VersionNumber number) implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            return kept.versions().find(of.party(), number).stream().toList();
        }

        @Override
        public String why() {
            return "";
        }

        @Override
        public String sought(PacticipantName name) {
            return "version " + number + " of " + name;
        }
    }

    /** The newest version. */
    record Latest() implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            return kept.versions().latest(of.party()).stream().toList();
        }

        @Override
        public String why() {
            return "latest";
        }

        @Override
        public String sought(PacticipantName name) {
            return "any version of " + name;
        }
    }

    /** The versions with a tag, or the newest of them. */
    record Tagged(TagName tag, boolean latest) implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            return latest
                    ? kept.tags().latest(of.party(), tag).stream().toList()
                    : kept.tags().versions(of.party(), tag);
        }

        @Override
        public String why() {
            return (latest ? "latest" : "one of the versions") + " with tag " + tag;
        }

        @Override
        public String sought(PacticipantName name) {
            return "a version of " + name + " with tag " + tag;
        }
    }

    /** The versions on a branch, or its head. */
    record OnBranch(BranchName branch, boolean latest) implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            return latest
                    ? kept.branches().head(of.party(), branch).stream().toList()
                    : kept.branches().versions(of.party(), branch);
        }

        @Override
        public String why() {
            return (latest ? "latest" : "one of the versions") + " from branch " + branch;
        }

        @Override
        public String sought(PacticipantName name) {
            return "a version of " + name + " from branch " + branch;
        }
    }

    /** The versions on the application's main branch, or its head; none where no main branch is set. */
    record OnMainBranch(boolean latest) implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            Optional<BranchName> branch = of.mainBranch();
            return branch.isEmpty() ? List.of() : new OnBranch(branch.get(), latest).versions(of, kept);
        }

        @Override
        public String why() {
            return (latest ? "latest" : "one of the versions") + " from the main branch";
        }

        @Override
        public String sought(PacticipantName name) {
            return "a version of " + name + " from its main branch";
        }
    }

    /** The versions that are deployed to an environment, or released for it and supported. */
    record In(Environment environment) implements Pick {
        @Override
        public List<Version> versions(Pacticipant of, Transaction kept) {
            return kept.deployments().live(environment, of.party()).stream()
                    .map(LiveVersion::version)
                    .toList();
        }

        @Override
        public String why() {
            return "now in " + environment;
        }

        @Override
        public String sought(PacticipantName name) {
            return "a version of " + name + " in " + environment;
        }
    }
}
