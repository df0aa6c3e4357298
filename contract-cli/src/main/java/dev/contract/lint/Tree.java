package dev.contract.lint;

import dev.contract.core.http.Query;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Index;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.xml.XmlElement;
import dev.contract.core.xml.XmlName;
import java.util.List;
import java.util.stream.Stream;

/** An example body as paths see it: whether an expression points at anything in it. */
interface Tree {
    /** What one step leads to; nothing when it leads nowhere. */
    Stream<Tree> step(Token token);

    /** Whether a path points at something here. */
    default boolean has(List<Token> tokens) {
        return tokens.isEmpty() || step(tokens.get(0)).anyMatch(next -> next.has(tokens.subList(1, tokens.size())));
    }

    /** A value that has nothing in it. */
    Tree LEAF = token -> Stream.empty();

    static Tree of(JsonValue value) {
        return token -> json(value, token).map(Tree::of);
    }

    private static Stream<JsonValue> json(JsonValue value, Token token) {
        if (value instanceof JsonObject object) {
            return token instanceof Field field
                    ? object.get(field.name()).stream()
                    : token instanceof AnyEntry
                            ? object.names().stream().flatMap(name -> object.get(name).stream())
                            : Stream.empty();
        }
        if (value instanceof JsonArray array) {
            return token instanceof Index index
                    ? index.position() < array.size() ? Stream.of(array.get(index.position())) : Stream.empty()
                    : token instanceof Field ? Stream.empty() : array.stream();
        }
        return Stream.empty();
    }

    /** The document: the first step is the name of its root. Indices are passed over, as in matching. */
    static Tree ofDocument(XmlElement root) {
        return token -> isIndex(token)
                ? Stream.of(ofDocument(root))
                : isNamed(root.name(), token) ? Stream.of(of(root)) : Stream.empty();
    }

    private static Tree of(XmlElement element) {
        return token -> isIndex(token)
                ? Stream.of(of(element))
                : Stream.concat(texts(element, token), children(element, token));
    }

    private static Stream<Tree> texts(XmlElement element, Token token) {
        boolean text = token instanceof AnyEntry || token.equals(new Field("#text"));
        boolean attribute = element.attributes().keySet().stream()
                .anyMatch(name -> token instanceof AnyEntry
                        || (token instanceof Field field && isCalled(name, field.name(), "@")));
        return text || attribute ? Stream.of(LEAF) : Stream.empty();
    }

    private static Stream<Tree> children(XmlElement element, Token token) {
        return element.children().stream()
                .filter(child -> isNamed(child.name(), token))
                .map(Tree::of);
    }

    private static boolean isNamed(XmlName name, Token token) {
        return token instanceof AnyEntry || (token instanceof Field field && isCalled(name, field.name(), ""));
    }

    private static boolean isCalled(XmlName name, String text, String mark) {
        return text.equals(mark + name.written()) || text.equals(mark + name.local());
    }

    private static boolean isIndex(Token token) {
        return token instanceof Index || token instanceof AnyIndex;
    }

    /** Fields of a form: each name has a list of values. */
    static Tree of(Query form) {
        return token -> form.names().stream()
                .filter(name -> token instanceof AnyEntry || token.equals(new Field(name)))
                .map(name -> values(form.values(name).size()));
    }

    private static Tree values(int size) {
        return token -> token instanceof Field || (token instanceof Index index && index.position() >= size)
                ? Stream.empty()
                : Stream.of(LEAF);
    }
}
