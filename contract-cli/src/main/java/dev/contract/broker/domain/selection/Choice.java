package dev.contract.broker.domain.selection;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A way to choose among the pacts of one consumer with one provider. */
public sealed interface Choice {

    Stream<Chosen> choose(Pair pair, Transaction kept);

    /** A consumer and a provider. */
    record Pair(Party consumer, Party provider) {
        Optional<BranchName> mainBranch(Transaction kept) {
            return kept.pacticipants().find(consumer.name()).flatMap(application -> application.mainBranch());
        }

        private Optional<Chosen> at(Version version, String why, Transaction kept) {
            return kept.pacts().find(version, provider).map(pact -> new Chosen(pact, why));
        }

        private Optional<Chosen> atHead(BranchName branch, String why, Transaction kept) {
            return kept.branches().head(consumer, branch).flatMap(head -> at(head, why, kept));
        }

        /** The newest version with the tag that has a pact with the provider. */
        private Optional<Chosen> tagged(TagName tag, String why, Transaction kept) {
            return kept.pacts().latest(consumer, provider, tag).map(pact -> new Chosen(pact, why));
        }
    }

    /** A pact, and the words that say why it was chosen. */
    record Chosen(Pact pact, String why) {}

    /** The head of the consumer's main branch. */
    record MainBranch() implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return pair
                    .mainBranch(kept)
                    .flatMap(branch -> pair.atHead(branch, "latest from main branch", kept))
                    .stream();
        }
    }

    /** The head of a branch; that of another branch for consumers that have no such head. */
    record OnBranch(BranchName branch, @Nullable BranchName fallback) implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return pair.atHead(branch, "latest from branch " + branch, kept).or(() -> fallback(pair, kept)).stream();
        }

        private Optional<Chosen> fallback(Pair pair, Transaction kept) {
            return fallback == null
                    ? Optional.empty()
                    : pair.atHead(
                            fallback,
                            "latest from branch " + fallback + " (fallback, for there is none from " + branch + ")",
                            kept);
        }
    }

    /** The heads of all branches. */
    record EveryBranch() implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return kept.branches().all(pair.consumer()).stream()
                    .map(Branch::name)
                    .flatMap(branch -> pair.atHead(branch, "latest from branch " + branch, kept).stream());
        }
    }

    /** The newest version with a tag; that with another tag for consumers that have none. */
    record LatestTagged(TagName tag, @Nullable TagName fallback) implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return pair.tagged(tag, "latest with tag " + tag, kept).or(() -> fallback(pair, kept)).stream();
        }

        private Optional<Chosen> fallback(Pair pair, Transaction kept) {
            return fallback == null
                    ? Optional.empty()
                    : pair.tagged(
                            fallback,
                            "latest with tag " + fallback + " (fallback, for there is none with " + tag + ")",
                            kept);
        }
    }

    /** Every version with a tag. */
    record Tagged(TagName tag) implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return kept.tags().versions(pair.consumer(), tag).stream()
                    .flatMap(version -> pair.at(version, "with tag " + tag, kept).stream());
        }
    }

    /** The newest version that has a pact. */
    record Latest() implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return kept.pacts().latest(pair.consumer(), pair.provider()).stream()
                    .map(pact -> new Chosen(pact, "latest"));
        }
    }

    /**
     * What is in an environment now.
     *
     * @param environment null for any
     */
    record Live(
            boolean deployed, boolean released, @Nullable Environment environment) implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return Stream.concat(
                    deployed ? deployed(pair, kept) : Stream.empty(), released ? released(pair, kept) : Stream.empty());
        }

        private Stream<Chosen> deployed(Pair pair, Transaction kept) {
            return kept.deployments().deployed(pair.consumer()).stream()
                    .filter(each -> isMeant(each.environment()))
                    .flatMap(each -> pair.at(each.version(), words(each), kept).stream());
        }

        private Stream<Chosen> released(Pair pair, Transaction kept) {
            return kept.deployments().released(pair.consumer()).stream()
                    .filter(each -> isMeant(each.environment()))
                    .flatMap(each -> pair.at(each.version(), words(each), kept).stream());
        }

        private boolean isMeant(Environment other) {
            return environment == null || environment.id() == other.id();
        }

        private static String words(DeployedVersion each) {
            return "deployed to " + each.environment();
        }

        private static String words(ReleasedVersion each) {
            return "released to " + each.environment();
        }
    }

    /** What is chosen when nothing is said: where development is, and all that is live. */
    record Sensible() implements Choice {
        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            return Stream.concat(development(pair, kept), new Live(true, true, null).choose(pair, kept));
        }

        private static Stream<Chosen> development(Pair pair, Transaction kept) {
            Optional<BranchName> main = pair.mainBranch(kept);
            if (main.flatMap(branch -> kept.branches().head(pair.consumer(), branch))
                    .isPresent()) {
                return new MainBranch().choose(pair, kept);
            }
            Optional<Chosen> tagged =
                    main.flatMap(branch -> pair.tagged(new TagName(branch.value()), "latest with tag " + branch, kept));
            return tagged.isPresent() ? tagged.stream() : new Latest().choose(pair, kept);
        }
    }

    /** What all of several choices choose. */
    record All(List<Choice> choices) implements Choice {
        public All {
            choices = List.copyOf(choices);
        }

        @Override
        public Stream<Chosen> choose(Pair pair, Transaction kept) {
            List<List<Chosen>> each = choices.stream()
                    .map(choice -> choice.choose(pair, kept).toList())
                    .toList();
            return each.get(0).stream().filter(chosen -> each.stream().allMatch(list -> has(list, chosen.pact())));
        }

        private static boolean has(List<Chosen> list, Pact pact) {
            return list.stream().anyMatch(chosen -> chosen.pact().id() == pact.id());
        }
    }
}
