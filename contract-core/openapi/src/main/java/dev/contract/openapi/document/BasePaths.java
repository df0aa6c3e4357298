package dev.contract.openapi.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands before the paths of a document: {@code basePath}, or the paths of its servers with the defaults of their variables. */
final class BasePaths {
    /** No address is longer; variables that fill in each other's places would make one. */
    private static final int LONGEST = 2_000;

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private BasePaths() {}

    /** Without a slash at the end; the longest first. */
    static List<String> of(Node root, OpenApiVersion version) {
        Stream<String> paths = version == OpenApiVersion.V2_0
                ? root.text("basePath").stream()
                : root.elements("servers").stream().flatMap(server -> path(server).stream());
        return paths.filter(BasePaths::isUsable)
                .map(path -> path.replaceAll("/+$", ""))
                .filter(path -> path.startsWith("/"))
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    /** Whether paths may also stand without any of these: the document names none, or a server that has none. */
    static boolean mayBeNone(Node root, OpenApiVersion version) {
        return of(root, version).isEmpty()
                || root.elements("servers").stream()
                        .flatMap(server -> path(server).stream())
                        .anyMatch(path -> path.replaceAll("/+$", "").isEmpty());
    }

    private static Optional<String> path(Node server) {
        return server.text("url").filter(BasePaths::isUsable).map(url -> {
            String filled = VARIABLE.matcher(url)
                    .replaceAll(
                            variable -> Matcher.quoteReplacement(value(server, variable.group(1), variable.group())));
            int host = filled.indexOf("//");
            int path = filled.indexOf('/', host < 0 ? 0 : host + 2);
            return path < 0 ? "" : filled.substring(path);
        });
    }

    private static String value(Node server, String variable, String unknown) {
        return server.get("variables")
                .flatMap(all -> all.get(variable))
                .map(known -> known.text("default").filter(BasePaths::isUsable).orElse(""))
                .orElse(unknown);
    }

    private static boolean isUsable(String text) {
        return text.length() <= LONGEST;
    }
}
