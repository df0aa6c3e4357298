package dev.contract.cli;

import dev.contract.provider.broker.MatrixQuestion.Ignored;
import dev.contract.provider.broker.MatrixQuestion.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The versions in question and those to be ignored: options in an order that matters, for each belongs to the last {@code
 * --pacticipant} or {@code --ignore} before it.
 *
 * <p>The parser calls every method once with null before it starts.
 */
@Command
final class Selectors {
    private final List<Selector> selectors = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private boolean ignoring;

    List<Selector> selected() {
        if (selectors.isEmpty()) {
            throw new WrongUsage("say which application it is about, with --pacticipant");
        }
        return selectors;
    }

    List<Ignored> ignored() {
        return ignored;
    }

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            description = "The application. May be repeated; the next five options belong to the last one.")
    void pacticipant(@Nullable String name) {
        if (name != null) {
            ignoring = false;
            selectors.add(new Selector(name, null, false, null, null, false));
        }
    }

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            description = "Its version.")
    void version(@Nullable String version) {
        if (version == null) {
            return;
        }
        if (ignoring) {
            Ignored last = ignored.remove(ignored.size() - 1);
            ignored.add(new Ignored(last.pacticipant(), version));
        } else {
            Selector last = last("--version");
            selectors.add(new Selector(last.pacticipant(), version, false, null, null, false));
        }
    }

    @Option(
            names = {"-l", "--latest"},
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "TAG",
            order = 3,
            description = "Its latest version, or its latest one with a tag.")
    void latest(@Nullable String tag) {
        if (tag != null) {
            Selector last = last("--latest");
            String wanted = tag.isEmpty() ? last.tag() : tag;
            selectors.add(new Selector(last.pacticipant(), null, true, wanted, last.branch(), last.mainBranch()));
        }
    }

    @Option(names = "--tag", paramLabel = "TAG", order = 4, description = "Its latest version with a tag.")
    void tag(@Nullable String tag) {
        if (tag != null) {
            selectors.add(new Selector(last("--tag").pacticipant(), null, true, tag, null, false));
        }
    }

    @Option(names = "--branch", paramLabel = "BRANCH", order = 5, description = "Its latest version of a branch.")
    void branch(@Nullable String branch) {
        if (branch != null) {
            selectors.add(new Selector(last("--branch").pacticipant(), null, true, null, branch, false));
        }
    }

    @Option(names = "--main-branch", order = 6, description = "Its latest version of its main branch.")
    void mainBranch(boolean asked) {
        if (asked) {
            selectors.add(new Selector(last("--main-branch").pacticipant(), null, true, null, null, true));
        }
    }

    @Option(names = "--all", paramLabel = "TAG", order = 7, description = "All of its versions with a tag.")
    void all(@Nullable String tag) {
        if (tag != null) {
            selectors.add(new Selector(last("--all").pacticipant(), null, false, tag, null, false));
        }
    }

    @Option(
            names = "--ignore",
            paramLabel = "NAME",
            order = 20,
            description = "Leave an application out, or only the --version that follows. May be repeated.")
    void ignore(@Nullable String name) {
        if (name != null) {
            ignoring = true;
            ignored.add(new Ignored(name, null));
        }
    }

    /** Takes the last one off the list, to be put back with what is now known of it. */
    private Selector last(String option) {
        if (selectors.isEmpty() || ignoring) {
            throw new WrongUsage(option + " belongs behind the --pacticipant that it is about");
        }
        return selectors.remove(selectors.size() - 1);
    }
}
