package dev.contract.draft;

import dev.contract.core.http.Headers;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.RuleGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a contract says of the headers that all of some requests, or all of some responses, have.
 *
 * @param rules by name
 * @param secrets the names of those that the example has not as they came
 */
record DraftedHeaders(Headers example, Map<String, RuleGroup> rules, List<String> secrets) {
    /** Schemes are agreed on, what follows them is secret. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?i)(basic|bearer|token|digest|negotiate)\\s+.*", Pattern.DOTALL);

    /** A user name with a password that is none, in Base64. */
    private static final String USER_AND_PASSWORD = "dXNlcjpwYXNzd29yZA==";

    /**
     * @param headers at least one
     * @param chosen which are looked at, by name and values
     * @param exact which keep their value when it was always the same
     */
    static DraftedHeaders of(
            List<Headers> headers,
            BiPredicate<String, List<String>> chosen,
            Predicate<String> exact,
            DraftSettings settings) {
        Headers.Builder example = Headers.builder();
        Map<String, RuleGroup> rules = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        for (String name : headers.get(0).names()) {
            Values values = new Values(name, headers, settings);
            if (!headers.stream().allMatch(each -> each.has(name)) || !chosen.test(name, values.all())) {
                continue;
            }
            if (values.secret()) {
                secrets.add(name);
            }
            example.addAll(name, values.example());
            if (!(values.constant() && exact.test(name)) || values.secret()) {
                rules.put(name, RuleGroup.of(values.rule()));
            }
        }
        return new DraftedHeaders(example.build(), rules, secrets);
    }

    /** The values of one header. */
    private static final class Values {
        private final String name;
        private final List<String> first;
        private final List<String> all = new ArrayList<>();
        private final boolean constant;
        private final boolean secret;

        Values(String name, List<Headers> headers, DraftSettings settings) {
            this.name = name;
            this.first = headers.get(0).values(name);
            headers.forEach(each -> all.addAll(each.values(name)));
            this.constant = headers.stream().allMatch(each -> each.values(name).equals(first));
            this.secret = settings.redact() && all.stream().anyMatch(value -> Disguise.isNeeded(name, value));
        }

        List<String> all() {
            return all;
        }

        boolean constant() {
            return constant;
        }

        boolean secret() {
            return secret;
        }

        List<String> example() {
            return secret ? List.of(disguised(first.isEmpty() ? "" : first.get(0))) : first;
        }

        private String disguised(String value) {
            if (name.toLowerCase(Locale.ROOT).contains("cookie")) {
                return Stream.of(value.split(";"))
                        .limit(name.equalsIgnoreCase("Cookie") ? Long.MAX_VALUE : 1)
                        .map(cookie ->
                                cookie.substring(0, cookie.indexOf('=') + 1).strip() + Disguise.EXAMPLE)
                        .collect(Collectors.joining("; "));
            }
            Matcher credentials = CREDENTIALS.matcher(value);
            if (!credentials.matches()) {
                return Disguise.of(name, value);
            }
            String scheme = credentials.group(1);
            return scheme + " " + (scheme.equalsIgnoreCase("basic") ? USER_AND_PASSWORD : Disguise.EXAMPLE);
        }

        MatchingRule rule() {
            if (secret) {
                return secretRule();
            }
            if (name.equalsIgnoreCase("Content-Type")) {
                String base = first.isEmpty() ? "" : first.get(0).replaceFirst("\\s*;.*", "");
                return MatchingRule.regex(Expressions.literal(base) + "(\\s*;.*)?");
            }
            return Expressions.rule(all);
        }

        private MatchingRule secretRule() {
            List<String> schemes = all.stream()
                    .map(CREDENTIALS::matcher)
                    .map(credentials -> credentials.matches() ? credentials.group(1) : "")
                    .distinct()
                    .toList();
            boolean one = schemes.size() == 1 && !schemes.get(0).isEmpty();
            return one ? MatchingRule.regex(schemes.get(0) + "\\s+\\S.*") : MatchingRule.of("type");
        }
    }
}
