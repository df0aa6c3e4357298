package dev.contract.openapi.document;

import dev.contract.core.body.ContentType;
import dev.contract.openapi.document.Parameter.In;
import dev.contract.openapi.document.Parameter.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads parameters, as far as they can be understood. */
final class Parameters {
    private static final Map<String, In> PLACES =
            Map.of("path", In.PATH, "query", In.QUERY, "header", In.HEADER, "cookie", In.COOKIE, "formData", In.FORM);
    private static final Map<String, Style> STYLES = Map.of(
            "form", Style.FORM,
            "simple", Style.SIMPLE,
            "spaceDelimited", Style.SPACE,
            "pipeDelimited", Style.PIPE,
            "deepObject", Style.DEEP_OBJECT,
            "label", Style.LABEL,
            "matrix", Style.MATRIX);
    private static final Map<String, Style> COLLECTION_FORMATS =
            Map.of("ssv", Style.SPACE, "tsv", Style.TAB, "pipes", Style.PIPE);

    /** Version 3 has other places for what these say, and ignores parameters of such names. */
    private static final List<String> RESERVED_HEADERS = List.of("accept", "content-type", "authorization");

    private final OpenApiVersion version;

    Parameters(OpenApiVersion version) {
        this.version = version;
    }

    /** Those of the path, and those of the operation in place of the ones with the same name in the same place. */
    List<Parameter> of(Node pathItem, Node operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node holder : List.of(pathItem, operation)) {
            for (Node each : holder.elements("parameters")) {
                each.resolved()
                        .flatMap(this::parameter)
                        .ifPresent(parameter -> parameters.put(parameter.in() + key(parameter), parameter));
            }
        }
        return new ArrayList<>(parameters.values());
    }

    private static String key(Parameter parameter) {
        return parameter.in() == In.HEADER ? parameter.name().toLowerCase(Locale.ROOT) : parameter.name();
    }

    private Optional<Parameter> parameter(Node node) {
        In in = PLACES.get(node.text("in").orElse(""));
        String name = node.text("name").orElse("");
        boolean reserved = version != OpenApiVersion.V2_0
                && in == In.HEADER
                && RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT));
        return in == null || name.isEmpty() || reserved ? Optional.empty() : Optional.of(parameter(name, in, node));
    }

    /** The header of a response, whose name stands before it. */
    Parameter header(String name, Node node) {
        return parameter(name, In.HEADER, node);
    }

    private Parameter parameter(String name, In in, Node node) {
        return version == OpenApiVersion.V2_0 ? version2(name, in, node) : version3(name, in, node);
    }

    private static Parameter version2(String name, In in, Node node) {
        String format = node.text("collectionFormat").orElse("csv");
        Style usual = in == In.PATH || in == In.HEADER ? Style.SIMPLE : Style.FORM;
        return new Parameter(
                name,
                in,
                in == In.PATH || node.is("required"),
                node.is("allowEmptyValue"),
                COLLECTION_FORMATS.getOrDefault(format, usual),
                format.equals("multi"),
                Optional.of(node),
                false,
                node);
    }

    private static Parameter version3(String name, In in, Node node) {
        Style usual = in == In.PATH || in == In.HEADER ? Style.SIMPLE : Style.FORM;
        Style style = node.text("style").map(STYLES::get).orElse(usual);
        Optional<Node.Entry> content = node.entries("content").stream().findFirst();
        boolean isJson = content.flatMap(each -> ContentType.parse(each.name()))
                .filter(ContentType::isJson)
                .isPresent();
        Optional<Node> schema = content.isEmpty()
                ? node.get("schema")
                : content.flatMap(each -> each.node().get("schema"));
        return new Parameter(
                name,
                in,
                in == In.PATH || node.is("required"),
                node.is("allowEmptyValue"),
                style,
                node.get("explode").map(each -> node.is("explode")).orElse(style == Style.FORM),
                content.isEmpty() || isJson ? schema : Optional.empty(),
                isJson,
                node);
    }
}
