package dev.contract.compare;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.RulePath;
import dev.contract.core.model.RulePath.AnyIndex;
import dev.contract.core.model.RulePath.Field;
import dev.contract.core.model.RulePath.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is followed through versions, as a user names it: a field of bodies, whatever interaction it stands in, {@code $.address.zip},
 * {@code /address/zip} or, in arrays, {@code $.items[*].id} and {@code /items/0/id}; which element is meant does not count. Or what is no
 * body: {@code status}, {@code header Location}. What an interaction has on several sides is meant on all of them, unless one is named before
 * it: {@code response $.id}.
 *
 * @param side as {@link Difference#side} has it; {@code ""} for any
 * @param steps names, and {@code *} for any element; a single one of words is no body's
 */
public record FollowedPlace(String side, List<String> steps) {
    private static final Set<String> SIDES = Set.of("request", "response", "message", "answer");
    private static final String ANY = "";
    private static final String ROOT = "$";
    private static final String ELEMENT = "*";

    /** What a text names; empty where it is blank, or a path that cannot be read. */
    public static Optional<FollowedPlace> parse(String text) {
        String[] words = text.strip().split(" +", 2);
        return words.length == 2 && SIDES.contains(words[0])
                ? place(words[1]).map(place -> new FollowedPlace(words[0], place.steps))
                : place(text);
    }

    private static Optional<FollowedPlace> place(String text) {
        if (text.startsWith("$")) {
            return RulePath.parse(text).map(FollowedPlace::of);
        }
        if (text.startsWith("/")) {
            return Optional.of(new FollowedPlace(ANY, pointer(text)));
        }
        return text.isBlank() ? Optional.empty() : Optional.of(new FollowedPlace(ANY, List.of(text.strip())));
    }

    private static FollowedPlace of(RulePath path) {
        List<String> steps = new ArrayList<>(List.of(ROOT));
        path.tokens().stream().map(FollowedPlace::step).forEach(steps::add);
        return new FollowedPlace(ANY, steps);
    }

    private static String step(Token token) {
        return token instanceof Field field ? field.name() : ELEMENT;
    }

    /** Source: RFC 6901, with a star for any element. */
    private static List<String> pointer(String text) {
        List<String> steps = new ArrayList<>(List.of(ROOT));
        for (String part : text.substring(1).split("/", -1)) {
            boolean element =
                    part.equals(ELEMENT) || (!part.isEmpty() && part.chars().allMatch(Character::isDigit));
            steps.add(element ? ELEMENT : part.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    /** Whether a difference is one of this field, of something in it, or of something around it that came or went. */
    boolean concerns(Difference difference) {
        return isOf(difference.side())
                && difference.places().stream()
                        .flatMap(place -> parse(place).stream())
                        .anyMatch(place -> place.isWithin(this) || (difference.isOfPresence() && isWithin(place)));
    }

    private boolean isOf(String other) {
        return side.isEmpty() || other.equals(side) || other.startsWith(side + " ");
    }

    /** Whether an interaction has the field on any of its sides. */
    boolean standsIn(Interaction interaction) {
        return !standing(interaction).isEmpty();
    }

    /** The sides of an interaction that have the field, and what is accepted there, in words. */
    Map<String, String> standing(Interaction interaction) {
        Map<String, String> standing = new LinkedHashMap<>();
        Example.sides(interaction).forEach((name, example) -> {
            if (isOf(name) && (isOfEveryExchange() ? isPartOf(name, interaction) : standsIn(example))) {
                standing.put(name, path().flatMap(example::accepted).orElse("expected"));
            }
        });
        return standing;
    }

    private boolean isPartOf(String name, Interaction interaction) {
        return interaction instanceof HttpInteraction && name.equals(isStatus() ? "response" : "request");
    }

    private boolean isStatus() {
        return steps.get(0).equals(Mismatch.Kind.STATUS.text());
    }

    private boolean standsIn(Example example) {
        return path().map(path -> example.has(Mismatch.Kind.BODY, path.toString()))
                .orElseGet(() -> isNamed(example));
    }

    /** Empty where words name no body's field. */
    private Optional<RulePath> path() {
        if (!steps.get(0).equals(ROOT)) {
            return Optional.empty();
        }
        RulePath path = RulePath.ROOT;
        for (String step : steps.subList(1, steps.size())) {
            path = path.then(step.equals(ELEMENT) ? new AnyIndex() : new Field(step));
        }
        return Optional.of(path);
    }

    private boolean isNamed(Example example) {
        String[] words = steps.get(0).split(" ", 2);
        return words.length == 2
                && Stream.of(Mismatch.Kind.HEADER, Mismatch.Kind.QUERY, Mismatch.Kind.METADATA)
                        .filter(part -> part.text().equals(words[0]))
                        .anyMatch(part -> example.has(part, words[1]));
    }

    /** Whether it is a part that any exchange has, {@code status} or {@code path}, rather than something that it may have. */
    public boolean isOfEveryExchange() {
        return Stream.of(Mismatch.Kind.METHOD, Mismatch.Kind.PATH, Mismatch.Kind.STATUS)
                .anyMatch(part -> part.text().equals(steps.get(0)));
    }

    /** Whether it is the other, or something in it. */
    boolean isWithin(FollowedPlace other) {
        return isSameHeader(other)
                || (steps.size() >= other.steps.size()
                        && steps.subList(0, other.steps.size()).equals(other.steps));
    }

    /** Names of headers mean the same in any case. */
    private boolean isSameHeader(FollowedPlace other) {
        return steps.get(0).startsWith(Mismatch.Kind.HEADER.text() + " ")
                && steps.get(0).equalsIgnoreCase(other.steps.get(0));
    }

    /** As paths of bodies are written, {@code $.items[*].id}, or the words. */
    @Override
    public String toString() {
        return side.isEmpty() ? place() : side + " " + place();
    }

    /** Without the side. */
    String place() {
        return path().map(RulePath::toString).orElse(steps.get(0));
    }
}
