package dev.contract.cli.history;

import dev.contract.core.body.Body;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.NearNames;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Contract files as the git repository of a directory has them. */
public final class GitHistory {
    private static final String CODE = "CONTRACT-GIT";
    private static final int MOST_REVISIONS = 10_000;
    private static final String FIELD = "\u001f";

    private final Path directory;
    private final GitProgram git;

    /**
     * The repository in which a file or directory lies, or lay: its own name and some of those around it may be gone. The top of a repository
     * lies in itself.
     */
    public static GitHistory around(Path path) {
        Path at = path.toAbsolutePath().normalize();
        boolean isTop = Files.exists(at.resolve(".git"));
        Path around = isTop || at.getParent() == null ? at : at.getParent();
        while (!Files.isDirectory(around) && around.getParent() != null) {
            around = around.getParent();
        }
        return new GitHistory(around);
    }

    public GitHistory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.git = new GitProgram(this.directory);
    }

    /**
     * A commit.
     *
     * @param id in full
     * @param date {@code 2026-11-21}
     * @param subject the first line of its message
     * @param path what is followed, as it was called then, from the top of the repository
     */
    public record Revision(String id, String date, String subject, String path) {

        /** {@code 7f3c2a1b90}: long enough to be told from others, short enough to be read. */
        public String shortId() {
            return id.substring(0, Math.min(10, id.length()));
        }
    }

    /** Whether a text looks like {@code REVISION:PATH}; a letter before a colon is a drive. */
    public static boolean isRevisionPath(String text) {
        int colon = text.indexOf(':');
        return colon > 1 && !text.startsWith("://", colon) && !text.startsWith("-");
    }

    /** Whether a text names a commit; where there is no repository or no git, none does. */
    public boolean isRevision(String text) {
        try {
            return found(text).isPresent();
        } catch (ContractException e) {
            return false;
        }
    }

    /** Two arguments for one: a revision that starts with a hyphen is none. */
    private Optional<String> found(String revision) {
        return Optional.of(revision)
                .filter(text -> !text.startsWith("-"))
                .flatMap(text -> git.lines("rev-parse", "--quiet", "--verify", text + "^{commit}"))
                .flatMap(lines -> lines.stream().findFirst());
    }

    /**
     * The contract files behind {@code REVISION:PATH}, which names a file or a directory, seen from the working directory; or, as git has it,
     * from the top of the repository.
     *
     * @throws ContractException if there is no such revision, or nothing of that name in it
     */
    public List<Document> documents(String revisionPath) {
        int colon = revisionPath.indexOf(':');
        return documents(revisionPath.substring(0, colon), revisionPath.substring(colon + 1));
    }

    private List<Document> documents(String revision, String path) {
        String commit = commit(revision);
        List<Document> found = object(commit, path)
                .map(object -> stored(revision + ":" + path, object))
                .orElse(List.of());
        if (found.isEmpty()) {
            throw nothing(revision, path, commit);
        }
        return found;
    }

    /** The contract files that a revision had of what is followed; none where it was gone. */
    public List<Document> documents(Revision revision) {
        return inTree(revision.id(), revision.path())
                .map(object -> stored(revision.shortId() + ":" + revision.path(), object))
                .orElse(List.of());
    }

    private List<Document> stored(String name, String object) {
        return isDirectory(object) ? inDirectory(name, object) : List.of(document(name, object));
    }

    private String commit(String revision) {
        if (git.lines("rev-parse", "--git-dir").isEmpty()) {
            throw new ContractException(
                    Problem.error(CODE, "this is no git repository, so there are no revisions in it")
                            .at(directory.toString())
                            .found(git.complaint("rev-parse", "--git-dir"))
                            .mend("run this inside of a repository, or name files or versions of a broker instead"));
        }
        return found(revision).orElseThrow(() -> unknown(revision));
    }

    private ContractException unknown(String revision) {
        List<String> names = git.lines(
                        "for-each-ref",
                        "--count=1000",
                        "--format=%(refname:short)",
                        "refs/heads",
                        "refs/tags",
                        "refs/remotes")
                .orElse(List.of());
        if (names.isEmpty()
                && git.lines("rev-parse", "--quiet", "--verify", "HEAD").isEmpty()) {
            return new ContractException(Problem.error(CODE, "this git repository has no commits yet")
                    .at(directory.toString())
                    .found("no revision " + Quoted.text(revision))
                    .mend("commit the contracts first, or name files"));
        }
        return new ContractException(Problem.error(CODE, "there is no revision " + Quoted.text(revision))
                .found(
                        names.isEmpty()
                                ? "no branches and tags"
                                : "branches and tags " + NearNames.listed(revision, names))
                .mend(NearNames.didYouMean(
                        revision, names, "name a commit, branch or tag of this clone; fetch it if it is elsewhere")));
    }

    /** Relative to the working directory first, as all paths that users write. */
    private Optional<String> object(String commit, String path) {
        return inTree(commit, "./" + (path.isEmpty() ? "." : path))
                .or(() -> inTree(commit, path.isEmpty() ? "." : path));
    }

    private Optional<String> inTree(String commit, String path) {
        return git.lines("rev-parse", "--quiet", "--verify", commit + ":" + path)
                .flatMap(lines -> lines.stream().findFirst());
    }

    private boolean isDirectory(String object) {
        return git.lines("cat-file", "-t", object)
                .filter(List.of("tree")::equals)
                .isPresent();
    }

    private Document document(String name, String object) {
        byte[] bytes = git.bytes("cat-file", "blob", object)
                .orElseThrow(() -> new ContractException(Problem.error(CODE, "this is neither a file nor a directory")
                        .at(name)
                        .mend("name a contract file or a directory of them")));
        return new Document(name, Body.of(bytes));
    }

    /** The {@code *.json} files that stand directly in it, as in a directory of the disk. */
    private List<Document> inDirectory(String name, String tree) {
        String prefix = name.endsWith("/") || name.endsWith(":") ? name : name + "/";
        return entries(tree).stream()
                .filter(TreeEntry::isContract)
                .map(file -> document(prefix + file.name(), file.object()))
                .toList();
    }

    /** What stands directly in a directory; with {@code -z}, or names with quotes and line breaks in them would come as something else. */
    private List<TreeEntry> entries(String tree) {
        return git.bytes("ls-tree", "--full-tree", "-z", tree)
                .map(printed -> TreeEntry.parse(new String(printed, StandardCharsets.UTF_8)))
                .orElse(List.of());
    }

    private List<String> names(String tree) {
        return entries(tree).stream().map(TreeEntry::name).toList();
    }

    private ContractException nothing(String revision, String path, String commit) {
        Optional<String> directory = object(commit, path);
        if (directory.isPresent()) {
            List<String> within = names(directory.get());
            return new ContractException(
                    Problem.error(CODE, "there is no contract file in this directory of that revision")
                            .at(revision + ":" + path)
                            .found(within.isEmpty() ? "an empty directory" : NearNames.listed("", within))
                            .mend("name a directory in which *.json files stand"));
        }
        int slash = path.lastIndexOf('/');
        List<String> beside = object(commit, slash < 0 ? "." : path.substring(0, slash))
                .map(this::names)
                .orElse(List.of());
        String name = path.substring(slash + 1);
        return new ContractException(Problem.error(CODE, "there is no contract file of this name in that revision")
                .at(revision + ":" + path)
                .found(beside.isEmpty() ? "nothing in that place" : "beside it " + NearNames.listed(name, beside))
                .mend(NearNames.didYouMean(
                        name, beside, "look with \"git ls-tree -r --name-only " + revision + "\" where it was then")));
    }

    /**
     * The revisions that changed a file or something in a directory, the oldest first. Both are followed under their former names: a file as by
     * {@code git log --follow}, a directory when nothing of it stayed behind.
     *
     * @throws ContractException if there are none
     */
    public List<Revision> revisions(Path path) {
        commit("HEAD");
        Deque<Revision> found = new ArrayDeque<>();
        Optional<String> name = fromTop(path);
        String newest = "HEAD";
        while (name.isPresent() && found.size() < MOST_REVISIONS) {
            List<Revision> ofThisName = revisions(newest, name.get());
            ofThisName.forEach(found::addFirst);
            name = ofThisName.isEmpty() ? Optional.empty() : formerName(found.getFirst());
            newest = found.isEmpty() ? newest : found.getFirst().id() + "^";
        }
        if (found.isEmpty()) {
            throw unchanged(path);
        }
        return List.copyOf(found);
    }

    /** With the names beside it, or beside the outermost of those around it that is not there: one of them may be meant. */
    private ContractException unchanged(Path path) {
        Path within = directory.relativize(path.toAbsolutePath().normalize());
        String name = within.getName(0).toString();
        List<String> beside = inTree("HEAD", "./").map(this::names).orElse(List.of());
        return new ContractException(Problem.error(CODE, "no commit has ever changed this")
                .at(path.toString())
                .found("nothing of this name in the commits from HEAD on"
                        + (beside.isEmpty() ? "" : ", beside it " + NearNames.listed(name, beside)))
                .mend(NearNames.didYouMean(
                        name, beside, "name a file or directory that is committed, seen from the working directory")));
    }

    /** What the top of the repository calls it. */
    private Optional<String> fromTop(Path path) {
        Path relative = directory.relativize(path.toAbsolutePath().normalize());
        return git.lines("rev-parse", "--show-prefix")
                .map(lines ->
                        Path.of("/", String.join("", lines)).resolve(relative).normalize())
                .map(named -> named.toString().substring(1).replace(File.separatorChar, '/'));
    }

    /** Under one name, the newest first. */
    private List<Revision> revisions(String newest, String name) {
        return git
                .lines(
                        "log",
                        "--max-count=" + MOST_REVISIONS,
                        "--date=short",
                        "--format=%H" + FIELD + "%cd" + FIELD + "%s",
                        newest,
                        "--",
                        ":(top,literal)" + name)
                .orElse(List.of())
                .stream()
                .map(line -> line.split(FIELD, 3))
                .map(parts -> new Revision(parts[0], parts[1], parts[2], name))
                .toList();
    }

    private Optional<String> formerName(Revision revision) {
        return git.bytes(
                        "diff-tree",
                        "-r",
                        "--find-renames",
                        "--diff-filter=R",
                        "--name-status",
                        "--no-commit-id",
                        "-z",
                        revision.id())
                .map(printed -> Renames.parse(new String(printed, StandardCharsets.UTF_8)))
                .flatMap(renames -> renames.formerName(revision.path()))
                .filter(former -> inTree(revision.id(), former).isEmpty());
    }
}
