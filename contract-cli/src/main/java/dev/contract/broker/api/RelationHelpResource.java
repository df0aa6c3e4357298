package dev.contract.broker.api;

import dev.contract.core.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What a relation leads to, for people: where the curies of every document point. */
final class RelationHelpResource {
    private static final String TEXTS = "relations.properties";

    private RelationHelpResource() {}

    static void addTo(RouteTable table) {
        table.look("/doc/{relation}", (request, store) -> page(request.values().getOrDefault("relation", "")));
    }

    private static HttpResponse page(String relation) {
        String name = relation.substring(relation.indexOf(':') + 1);
        String text = Optional.ofNullable(texts().getProperty(name))
                .orElseThrow(() -> Failure.unknown("There is no relation named \"" + relation + "\"."));
        return Answers.text((relation.equals(name) ? "pb:" + name : relation) + "\n\n" + text + "\n");
    }

    private static Properties texts() {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(RelationHelpResource.class.getResourceAsStream(TEXTS), TEXTS);
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
