package dev.contract.consumer.scope;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.WirePath;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.model.RulePath;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has a value in every request that may belong to somebody: requests of one value belong to one. Immutable. */
sealed interface Trait {

    /** The value of a request; null when it has none. */
    @Nullable
    String of(HttpRequest request, ActualBody body);

    /** Where the value stands, in one word. */
    String kind();

    /** What it is called there; empty where it has no name. */
    String name();

    /** Lower ones are asked first. */
    int rank();

    record OfHeader(String name) implements Trait {
        public OfHeader {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable String of(HttpRequest request, ActualBody body) {
            return request.headers().first(name).orElse(null);
        }

        @Override
        public String kind() {
            return "header";
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String toString() {
            return "header " + Quoted.text(name);
        }
    }

    record OfBody(RulePath path) implements Trait {
        @Override
        public @Nullable String of(HttpRequest request, ActualBody body) {
            return body.read(Readings.class, Readings::of).at(path).orElse(null);
        }

        @Override
        public String kind() {
            return "body";
        }

        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String toString() {
            return "body " + Quoted.text(path.toString());
        }
    }

    /** A place that no request can have. */
    record Refused(Problem problem) implements Trait {
        @Override
        public @Nullable String of(HttpRequest request, ActualBody body) {
            return null;
        }

        @Override
        public String kind() {
            return "nothing";
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public int rank() {
            return Integer.MAX_VALUE;
        }
    }

    record OfQuery(String name) implements Trait {
        @Override
        public @Nullable String of(HttpRequest request, ActualBody body) {
            List<@Nullable String> values = request.query().values(name);
            return values.isEmpty() ? null : values.get(0);
        }

        @Override
        public String kind() {
            return "query";
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String toString() {
            return "query " + Quoted.text(name);
        }
    }

    /**
     * So many segments from the beginning of a path.
     *
     * @param any the positions of those that may be anything
     */
    record OfPath(int segments, Set<Integer> any) implements Trait {
        private static final int MOST_SEGMENTS = 1_000;
        private static final String ANYTHING = "{}";

        /** The trait of a path with some segments in braces. */
        static OfPath like(String path) {
            String[] segments = segments(path);
            Set<Integer> any = new TreeSet<>();
            for (int i = 0; i < segments.length; i++) {
                if (segments[i].startsWith("{") && segments[i].endsWith("}")) {
                    any.add(i);
                }
            }
            return new OfPath(segments.length, any);
        }

        private static String[] segments(String path) {
            String relative = path.startsWith("/") ? path.substring(1) : path;
            String inner = relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
            return inner.split("/", MOST_SEGMENTS);
        }

        @Override
        public @Nullable String of(HttpRequest request, ActualBody body) {
            String[] all = segments(WirePath.decoded(request.path()));
            return all.length < segments ? null : beginning(all);
        }

        /** What a path is known by that has as many segments as this or more. */
        private String beginning(String[] all) {
            List<String> first = new ArrayList<>(Arrays.asList(all).subList(0, segments));
            any.forEach(position -> first.set(position, ANYTHING));
            return "/" + String.join("/", first);
        }

        /** The value of the path that this was made of. */
        String own(String path) {
            return beginning(segments(WirePath.decoded(path)));
        }

        @Override
        public String kind() {
            return "path";
        }

        @Override
        public String name() {
            return "";
        }

        /** The more segments it demands, the earlier; then, the fewer of them may be anything. */
        @Override
        public int rank() {
            return 3 + (MOST_SEGMENTS - segments) * (MOST_SEGMENTS + 1) + any.size();
        }

        @Override
        public String toString() {
            return "path";
        }
    }
}
