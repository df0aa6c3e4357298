package dev.contract.compare.usage;

import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.Generator;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.regex.BoundedRegex;
import dev.contract.core.regex.BoundedRegex.Verdict;
import dev.contract.core.regex.RegexSyntaxException;
import dev.contract.openapi.document.OpenApiDocument;
import dev.contract.openapi.document.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a request is one of: {@code GET /users/7} is {@code GET /users/{id}} where an OpenAPI document has that path, where the
 * contract says so by a rule or generator of its path, or where the rule of another interaction's path accepts it. All other paths stand
 * as they are.
 *
 * <p>One thread at a time.
 */
public final class PathTemplates {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^{}/]*}");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}/]*)}");

    private final @Nullable OpenApiDocument document;
    private final Set<String> known = new HashSet<>();
    /** By the number of segments and the first of them, so that few are tried. */
    private final Map<String, List<Learned>> learned = new HashMap<>();
    /** The name that each shape is shown by: the one with the most words in it. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, String> templates = new HashMap<>();

    /** A template, and the expression of the paths that it stands for. */
    private record Learned(String template, BoundedRegex paths) {
        boolean accepts(String path) {
            return paths.judge(path) == Verdict.MATCH;
        }
    }

    private PathTemplates(@Nullable OpenApiDocument document) {
        this.document = document;
    }

    /** What the rules of these contracts' paths say. */
    public static PathTemplates of(Collection<Contract> contracts) {
        return of(contracts, null);
    }

    /** What a document says, and, of paths that it does not have, the rules of these contracts. */
    public static PathTemplates of(Collection<Contract> contracts, @Nullable OpenApiDocument document) {
        PathTemplates templates = new PathTemplates(document);
        if (document != null) {
            document.operations().forEach(each -> templates.name(each.path().toString()));
        }
        for (Contract contract : contracts) {
            for (Interaction interaction : contract.interactions()) {
                if (interaction instanceof HttpInteraction http) {
                    templates.learn(http.request());
                }
            }
        }
        return templates;
    }

    private void learn(RequestPart request) {
        String path = request.example().path();
        Optional<String> regex = regex(request);
        Optional<String> byRule = regex.filter(known::add).flatMap(each -> RegexTemplate.of(each, path));
        byRule.ifPresent(template -> {
            name(template);
            learn(template, regex.orElseThrow());
        });
        generated(request).ifPresent(this::name);
    }

    private void learn(String template, String regex) {
        try {
            learned.computeIfAbsent(bucket(template), each -> new ArrayList<>())
                    .add(new Learned(template, BoundedRegex.parse(regex)));
        } catch (RegexSyntaxException e) {
            // matching tells it, and accepts no path by such a rule
        }
    }

    private static String bucket(String path) {
        String[] segments = path.split("/", 3);
        long count = path.chars().filter(c -> c == '/').count();
        String first = segments.length > 1 ? segments[1] : "";
        return count + "/" + (PARAMETER.matcher(first).find() ? "" : first);
    }

    private void name(String template) {
        names.merge(shape(template), template, (one, other) -> words(other) > words(one) ? other : one);
    }

    private static long words(String template) {
        return PARAMETER
                .matcher(template)
                .results()
                .filter(each -> each.group().length() > 2)
                .count();
    }

    /** A template without the names of its parameters. */
    static String shape(String template) {
        return template.indexOf('{') < 0
                ? template
                : PARAMETER.matcher(template).replaceAll("{}");
    }

    private static Optional<String> regex(RequestPart request) {
        return request.rules().single(Category.PATH).flatMap(group -> group.rules().stream()
                .filter(rule -> rule.type().equals("regex"))
                .map(MatchingRule::attributes)
                .flatMap(attributes -> attributes.string("regex").stream())
                .findFirst());
    }

    /** A path with a value of a provider state in it says by its expression where that stands. */
    private static Optional<String> generated(RequestPart request) {
        Generator generator = request.generators().of(Category.PATH).get("");
        return Optional.ofNullable(generator)
                .flatMap(each -> each.attributes().string("expression"))
                .filter(expression -> expression.startsWith("/"))
                .map(expression -> EXPRESSION.matcher(expression).replaceAll("{$1}"))
                .filter(template -> PARAMETER.matcher(template).find());
    }

    /** The operation that an interaction is one of. */
    public Operation of(Interaction interaction) {
        return interaction.fold(new Interaction.Cases<>() {
            @Override
            public Operation http(HttpInteraction exchange) {
                return of(exchange.request());
            }

            @Override
            public Operation asyncMessage(AsyncMessage message) {
                return Operation.message(message.description());
            }

            @Override
            public Operation syncMessage(SyncMessage message) {
                return Operation.message(message.description());
            }
        });
    }

    private Operation of(RequestPart request) {
        HttpRequest example = request.example();
        Optional<String> own = documented(example.method(), example.path())
                .or(() -> generated(request))
                .or(() -> regex(request).flatMap(each -> RegexTemplate.of(each, example.path())));
        return own.map(template -> named(example.method(), template))
                .orElseGet(() -> of(example.method(), example.path()));
    }

    /** The operation of a request that was sent. */
    public Operation of(String method, String path) {
        return named(
                method, documented(method, path).orElseGet(() -> templates.computeIfAbsent(path, this::byOthersRules)));
    }

    private Operation named(String method, String template) {
        return new Operation(method, names.getOrDefault(shape(template), template));
    }

    private Optional<String> documented(String method, String path) {
        if (document == null) {
            return Optional.empty();
        }
        Route route = document.route(method, path);
        Route any = route.operation().isEmpty() && !route.methods().isEmpty()
                ? document.route(route.methods().get(0), path)
                : route;
        return any.operation().map(operation -> operation.path().toString());
    }

    private String byOthersRules(String path) {
        String open = path.chars().filter(c -> c == '/').count() + "/";
        return List.of(bucket(path), open).stream()
                .flatMap(bucket -> learned.getOrDefault(bucket, List.of()).stream())
                .filter(each -> each.accepts(path))
                .findFirst()
                .map(Learned::template)
                .orElse(path);
    }
}
