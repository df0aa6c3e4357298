package dev.contract.provider.broker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the matrix: whether these versions may be deployed.
 *
 * <p>Immutable.
 *
 * @param selectors the versions in question, at least one
 * @param ignored what is left out of the answer
 * @param inferring whether a missing result may follow from others of the same provider version; our own broker alone can do that
 */
public record MatrixQuestion(List<Selector> selectors, Target target, List<Ignored> ignored, boolean inferring) {
    public MatrixQuestion {
        selectors = List.copyOf(selectors);
        ignored = List.copyOf(ignored);
    }

    /** A question for which only results count. */
    public MatrixQuestion(List<Selector> selectors, Target target, List<Ignored> ignored) {
        this(selectors, target, ignored, false);
    }

    /**
     * Versions of one application: a number, or the latest with a tag, of a branch, of the main branch, or of all.
     *
     * @param version null unless one version is meant
     * @param latest only the newest of what the others select
     */
    public record Selector(
            String pacticipant,
            @Nullable String version,
            boolean latest,
            @Nullable String tag,
            @Nullable String branch,
            boolean mainBranch) {

        private void write(QueryText query) {
            query.add("q[][pacticipant]", pacticipant);
            query.add("q[][version]", version);
            query.add("q[][latest]", latest ? "true" : null);
            query.add("q[][tag]", tag);
            query.add("q[][branch]", branch);
            query.add("q[][mainBranch]", mainBranch ? "true" : null);
        }
    }

    /**
     * Where the versions are to go: an environment, beside the versions with a tag, to the main branches, or nowhere, which asks about
     * the versions among themselves.
     */
    public record Target(
            @Nullable String environment, @Nullable String tag, boolean mainBranch) {
        public static final Target NONE = new Target(null, null, false);
        public static final Target MAIN_BRANCHES = new Target(null, null, true);

        public static Target environment(String name) {
            return new Target(name, null, false);
        }

        public static Target tag(String name) {
            return new Target(null, name, false);
        }

        /** Several versions of an application may be live in an environment; with a tag or on a branch the newest counts. */
        private void write(QueryText query, boolean oneSelector) {
            query.add("latestby", environment != null || (this.equals(NONE) && !oneSelector) ? "cvpv" : "cvp");
            query.add("environment", environment);
            query.add("tag", tag);
            query.add("mainBranch", mainBranch ? "true" : null);
            boolean latest = environment == null && (tag != null || mainBranch || oneSelector);
            query.add("latest", latest ? "true" : null);
        }
    }

    /**
     * An application that is left out of the answer.
     *
     * @param version only this version of it; null for all
     */
    public record Ignored(String pacticipant, @Nullable String version) {
        private void write(QueryText query) {
            query.add("ignore[][pacticipant]", pacticipant);
            query.add("ignore[][version]", version);
        }
    }

    /** The query of the matrix resource; the order matters, for a name met again starts a new element. */
    String query() {
        QueryText query = new QueryText();
        selectors.forEach(selector -> selector.write(query));
        target.write(query, selectors.size() == 1);
        ignored.forEach(each -> each.write(query));
        query.add("infer", inferring ? "true" : null);
        return query.toString();
    }

    private static final class QueryText {
        private final StringJoiner text = new StringJoiner("&");

        void add(String name, @Nullable String value) {
            if (value != null) {
                text.add(encoded(name) + "=" + encoded(value));
            }
        }

        private static String encoded(String part) {
            return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
