package dev.contract.openapi.document;

import dev.contract.openapi.document.SecurityNeed.In;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what requests need to be let in. */
final class SecurityReader {
    private static final Map<String, In> PLACES = Map.of("header", In.HEADER, "query", In.QUERY, "cookie", In.COOKIE);
    private static final Map<String, String> BEGINNINGS = Map.of("basic", "Basic ", "bearer", "Bearer ");

    private final Node document;
    private final OpenApiVersion version;

    SecurityReader(Node document, OpenApiVersion version) {
        this.document = document;
        this.version = version;
    }

    /** Where the schemes of the document are defined. */
    Optional<Node> schemes() {
        return version == OpenApiVersion.V2_0
                ? document.get("securityDefinitions")
                : document.get("components").flatMap(each -> each.get("securitySchemes"));
    }

    /** Its own alternatives, or else those of the document; an empty one among them lets everybody in. */
    List<List<SecurityNeed>> of(Node operation) {
        Node holder = operation.get("security").isPresent() ? operation : document;
        return holder.elements("security").stream().map(this::together).toList();
    }

    private List<SecurityNeed> together(Node alternative) {
        return alternative.allEntries().stream().map(each -> need(each.name())).toList();
    }

    private SecurityNeed need(String scheme) {
        return schemes()
                .flatMap(all -> all.resolved(scheme))
                .map(node -> need(scheme, node))
                .orElse(new SecurityNeed(scheme, In.ELSEWHERE, ""));
    }

    private static SecurityNeed need(String scheme, Node node) {
        String name = node.text("name").orElse("");
        return switch (node.text("type").orElse("")) {
            case "apiKey" ->
                new SecurityNeed(scheme, PLACES.getOrDefault(node.text("in").orElse(""), In.ELSEWHERE), name);
            case "basic" -> new SecurityNeed(scheme, In.AUTHORIZATION, "Basic ");
            case "http" ->
                new SecurityNeed(
                        scheme,
                        In.AUTHORIZATION,
                        BEGINNINGS.getOrDefault(node.text("scheme").orElse("").toLowerCase(Locale.ROOT), ""));
            case "oauth2", "openIdConnect" -> new SecurityNeed(scheme, In.AUTHORIZATION, "");
            default -> new SecurityNeed(scheme, In.ELSEWHERE, "");
        };
    }
}
