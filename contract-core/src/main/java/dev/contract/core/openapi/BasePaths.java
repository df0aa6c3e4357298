package dev.contract.core.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands before the paths of a document: {@code basePath}, or the paths of its servers with the defaults of their variables. */
final class BasePaths {
    private BasePaths() {}

    /** Without a slash at the end; the longest first. */
    static List<String> of(Node root, OpenApiVersion version) {
        Stream<String> paths = version == OpenApiVersion.V2_0
                ? root.text("basePath").stream()
                : root.elements("servers").stream().flatMap(server -> path(server).stream());
        return paths.map(path -> path.replaceAll("/+$", ""))
                .filter(path -> path.startsWith("/"))
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    private static Optional<String> path(Node server) {
        return server.text("url").map(url -> {
            String filled = url;
            for (Node.Entry variable : server.entries("variables")) {
                String value = variable.node().text("default").orElse("");
                filled = filled.replace("{" + variable.name() + "}", value);
            }
            int host = filled.indexOf("//");
            int path = filled.indexOf('/', host < 0 ? 0 : host + 2);
            return path < 0 ? "" : filled.substring(path);
        });
    }
}
