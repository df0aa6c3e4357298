package dev.contract.provider.catalogue;

import dev.contract.core.json.JsonValue;
import dev.contract.core.model.ProviderState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state's name with placeholders: {@code user 42 exists} is {@code user {id} exists} when its parameter {@code id} is 42. Without
 * such a parameter it may be {@code user {number} exists}, which is for the catalogue to decide. Immutable.
 */
final class NamePattern {
    /** In names that are longer nothing is looked for. */
    private static final int LONGEST = 200;

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}_])";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}_])";
    private static final Pattern PLACEHOLDER_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + PLACEHOLDER_NAME + ")}");
    private static final Pattern UUID = Pattern.compile(NO_WORD_BEFORE
            + "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}" + NO_WORD_AFTER);
    private static final Pattern QUOTED =
            Pattern.compile("(?<=" + NO_WORD_BEFORE + "([\"']))[^\"']+(?=\\1" + NO_WORD_AFTER + ")");
    private static final Pattern NUMBER = Pattern.compile(NO_WORD_BEFORE + "\\d+(?:\\.\\d+)?" + NO_WORD_AFTER);

    private final String name;
    private final List<Span> spans;

    /** A part of the name that a placeholder stands for. */
    private record Span(int start, int end, String placeholder, ParameterType type) {
        boolean overlaps(int from, int to) {
            return from < end && start < to;
        }
    }

    private NamePattern(String name, List<Span> spans) {
        this.name = name;
        this.spans = spans;
    }

    /** The name with placeholders for what its own parameters say. */
    static NamePattern of(ProviderState state) {
        NamePattern pattern = new NamePattern(state.name(), new ArrayList<>());
        if (state.name().length() <= LONGEST) {
            pattern.addAll(PLACEHOLDER, found -> found.group(1), ParameterType.STRING);
            state.parameters().forEach(pattern::addParameter);
        }
        return pattern;
    }

    /** The same with placeholders for numbers, UUIDs and what stands in quotes as well. */
    NamePattern general() {
        NamePattern pattern = new NamePattern(name, new ArrayList<>(spans));
        if (name.length() <= LONGEST) {
            pattern.addAll(UUID, found -> pattern.free("uuid"), ParameterType.STRING);
            pattern.addAll(QUOTED, found -> pattern.free("text"), ParameterType.STRING);
            pattern.addAll(NUMBER, found -> pattern.free("number"), ParameterType.INTEGER);
        }
        return pattern;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (Span span : sorted()) {
            text.append(name, start, span.start())
                    .append('{')
                    .append(span.placeholder())
                    .append('}');
            start = span.end();
        }
        return text.append(name, start, name.length()).toString();
    }

    /** What stands in the name, by placeholder. */
    Map<String, ParameterType> placeholders() {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        sorted().forEach(span -> types.putIfAbsent(span.placeholder(), span.type()));
        return types;
    }

    private List<Span> sorted() {
        return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    /** A single letter is hardly a value: it would be the article in "a user". */
    private void addParameter(String parameter, JsonValue value) {
        String text = value.text();
        boolean telling = !value.isContainer()
                && !text.isEmpty()
                && (text.length() > 1 || value.asNumber().isPresent());
        if (telling && PLACEHOLDER_NAME.matcher(parameter).matches() && isFree(parameter)) {
            Matcher found = Pattern.compile(NO_WORD_BEFORE + Pattern.quote(text) + NO_WORD_AFTER)
                    .matcher(name);
            boolean added = false;
            while (!added && found.find()) {
                added = add(found, parameter, ParameterType.of(value));
            }
        }
    }

    private void addAll(Pattern values, Function<Matcher, String> placeholder, ParameterType type) {
        Matcher found = values.matcher(name);
        while (found.find()) {
            boolean fraction = type == ParameterType.INTEGER && found.group().indexOf('.') >= 0;
            add(found, placeholder.apply(found), fraction ? ParameterType.NUMBER : type);
        }
    }

    private boolean add(Matcher found, String placeholder, ParameterType type) {
        boolean fits = spans.stream().noneMatch(span -> span.overlaps(found.start(), found.end()));
        return fits && spans.add(new Span(found.start(), found.end(), placeholder, type));
    }

    private String free(String word) {
        String free = word;
        for (int i = 2; !isFree(free); i++) {
            free = word + i;
        }
        return free;
    }

    private boolean isFree(String placeholder) {
        return spans.stream().noneMatch(span -> span.placeholder().equals(placeholder));
    }
}
