package dev.contract.lint;

import dev.contract.core.body.ContentType;
import dev.contract.core.http.Query;
import dev.contract.core.model.Category;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyEntry;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Token;
import dev.contract.core.model.ValueKey;
import dev.contract.core.problem.Quoted;
import dev.contract.core.xml.XmlReader;
import dev.contract.core.xml.XmlSyntaxException;
import java.util.List;
import java.util.Optional;

/** A rule or generator points at something in the example, or it has no effect and somebody believes that it has. */
final class TargetCheck implements Check {

    @Override
    public void check(ContractFile file, Report report) {
        for (Exchange exchange : file.exchanges()) {
            for (Expected part : exchange.parts()) {
                Targets targets = new Targets(part);
                part.rules().groups().forEach((category, groups) -> groups.keySet().stream()
                        .filter(key -> !targets.ofRule(category, key))
                        .forEach(key -> tell("rule", "matchingRules", exchange, part, category, key, report)));
                part.generators().byCategory().forEach((category, generators) -> generators.keySet().stream()
                        .filter(key -> !targets.ofGenerator(category, key))
                        .forEach(key -> tell("generator", "generators", exchange, part, category, key, report)));
            }
        }
    }

    private static void tell(
            String kind,
            String attribute,
            Exchange exchange,
            Expected part,
            Category category,
            String key,
            Report report) {
        report.warning(
                "LINT-TARGET",
                "a " + kind + " points at nothing in the example, so it has no effect",
                exchange.place(
                        part.name() + "." + category.text() + suffix(key), part.findRule(attribute, category, key)),
                null,
                mend(part, category));
    }

    private static String suffix(String key) {
        return key.isEmpty() ? "" : " " + Quoted.text(key);
    }

    private static String mend(Expected part, Category category) {
        return part.kind().has(category)
                ? "correct its path or name, or add what it is meant for to the example"
                : "leave it out: a " + part.name() + " has no " + category.text();
    }

    /** What there is in a part to point at. */
    private static final class Targets {
        private final Expected part;
        private final Optional<Tree> body;

        Targets(Expected part) {
            this.part = part;
            this.body = part.body().isPresent() ? tree(part) : Optional.of(Tree.LEAF);
        }

        /** Empty for kinds of bodies whose paths are not known here. */
        private static Optional<Tree> tree(Expected part) {
            ContentType type = part.type();
            if (type.isMultipart()) {
                return Optional.empty();
            }
            if (type.isXml()) {
                return xml(part);
            }
            if (type.isForm()) {
                return Optional.of(Tree.of(Query.parse(part.body().text(type.charset()))));
            }
            return Optional.of(part.json().map(Tree::of).orElse(Tree.LEAF));
        }

        private static Optional<Tree> xml(Expected part) {
            try {
                return Optional.of(Tree.ofDocument(XmlReader.read(part.body().bytes())));
            } catch (XmlSyntaxException e) {
                return Optional.empty();
            }
        }

        boolean ofRule(Category category, String key) {
            return switch (category) {
                case METHOD, PATH, STATUS -> part.kind().has(category);
                case QUERY ->
                    part.query().has(key)
                            || part.query().has(ValueKey.parse(key).name());
                case HEADER ->
                    part.headers().has(key)
                            || part.headers().has(ValueKey.parse(key).name())
                            || isOwnType(key);
                case METADATA -> part.metadata().has(key) || MessagePart.namesContentType(key);
                case BODY -> ofBody(key);
            };
        }

        /** Generators of headers, parameters and metadata make what is not there. */
        boolean ofGenerator(Category category, String key) {
            return switch (category) {
                case METHOD, PATH, STATUS, QUERY, HEADER, METADATA ->
                    part.kind().has(category);
                case BODY -> ofBody(key);
            };
        }

        private boolean isOwnType(String header) {
            return header.equalsIgnoreCase("Content-Type")
                    && part.body().contentType().isPresent();
        }

        /** A path that cannot be read has been complained of already. */
        private boolean ofBody(String key) {
            Optional<RulePath> path = RulePath.parse(key);
            if (path.isEmpty() || body.isEmpty()) {
                return true;
            }
            List<Token> tokens = withoutStars(path.get().tokens());
            return tokens.isEmpty() ? !part.body().isMissing() : body.get().has(tokens);
        }

        /** A star at the end is for entries as far as there are any; some writers put one behind every list. */
        private static List<Token> withoutStars(List<Token> tokens) {
            int size = tokens.size();
            while (size > 0 && (tokens.get(size - 1) instanceof AnyEntry || tokens.get(size - 1) instanceof AnyIndex)) {
                size--;
            }
            return tokens.subList(0, size);
        }
    }
}
