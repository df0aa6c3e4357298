package dev.contract.core.matching;

import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.body.ContentTypeDetection;
import dev.contract.core.http.Headers;
import dev.contract.core.matching.BodyFormat.BodyMatcher;
import dev.contract.core.matching.BodyFormat.Expectation;
import dev.contract.core.matching.BodyFormat.Strictness;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Bytes;
import dev.contract.core.matching.rule.Rules;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.matching.select.PathSelection;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The body: whether there is one, of which type, and then what the format of that type says. Thread-safe.
 *
 * <p>The state of an expected body decides first: a missing one demands nothing, an empty or null one demands that nothing comes.
 */
final class BodyPart implements Part<ActualBody>, BodyMatcher {
    private final Expectation expectation;
    private final Body expected;
    private final boolean declared;

    /**
     * Whether it is a JSON object or array that no type is declared for: then it is no guess that it is JSON. Not in a part of another body, for a
     * part that declares nothing is plain text (RFC 7578, 4.4).
     */
    private final boolean structure;

    private final Predicate<ContentType> alsoCompatible;
    private final @Nullable Rules rootRules;
    private final Map<BodyFormat, BodyMatcher> matchers = new ConcurrentHashMap<>();

    private BodyPart(Expectation expectation, boolean declared, Predicate<ContentType> alsoCompatible) {
        this.expectation = expectation;
        this.expected = expectation.body();
        this.declared = declared;
        this.structure = !declared && expectation.depth() == 0 && isStructure(expected);
        this.alsoCompatible = alsoCompatible;
        RuleGroup root = expectation.rules().get("$");
        this.rootRules = root == null
                ? null
                : PathSelection.compile(Map.of("$", root), problem -> {}).selected();
        if (expected.isPresent()) {
            matcher(expectation.type());
        }
    }

    /**
     * The comparison of a body.
     *
     * @param declared the type of the expected body as headers, metadata or the body itself declare it; null when none does
     * @param alsoCompatible whether an actual type will do although it differs, for a rule on the header says so
     * @param presence what is agreed on keys beyond the example
     * @param depth how many bodies this one lies in
     */
    static BodyPart of(
            Body expected,
            @Nullable ContentType declared,
            Predicate<ContentType> alsoCompatible,
            Map<String, RuleGroup> rules,
            Presence presence,
            Strictness strictness,
            Consumer<Problem> problems,
            int depth) {
        ContentType known = declared == null || declared.base().equals("*/*") ? null : declared;
        ContentType type = known == null ? ContentTypeDetection.detect(expected.bytes()) : known;
        Expectation expectation = new Expectation(expected, type, rules, presence, strictness, problems, depth);
        return new BodyPart(expectation, known != null, alsoCompatible);
    }

    /** Whether a body of which nobody said what it is holds a JSON object or array, and so is compared with nothing but JSON. */
    private static boolean isStructure(Body body) {
        return body.isPresent()
                && ActualBody.of(body, ContentType.JSON)
                        .json()
                        .filter(json ->
                                json.asObject().isPresent() || json.asArray().isPresent())
                        .isPresent();
    }

    /** The contents of a message. */
    static BodyPart ofMessage(Body expected, @Nullable ContentType declared, CompiledRules rules, Presence presence) {
        return of(
                expected,
                declared,
                other -> false,
                rules.ofBody(),
                presence,
                Strictness.AT_LEAST_EXPECTED,
                rules::add,
                0);
    }

    /** The body of a request or response, whose Content-Type header may have rules. */
    static BodyPart ofHttp(
            Body expected,
            Headers headers,
            Map<String, Rules> headerRules,
            CompiledRules rules,
            Presence presence,
            Strictness strictness) {
        ContentType declared = headers.contentType().or(expected::contentType).orElse(null);
        Rules typeRules = headerRules.get("Content-Type");
        String example = headers.first("Content-Type").orElse("");
        Predicate<ContentType> byRule = typeRules == null
                ? other -> false
                : other -> typeRules.refusalsOfText(example, other.toString()).isEmpty();
        return of(expected, declared, byRule, rules.ofBody(), presence, strictness, rules::add, 0);
    }

    @Override
    public List<Mismatch> match(ActualBody actual) {
        List<Mismatch> mismatches = new ArrayList<>(0);
        match(actual, mismatches);
        return mismatches;
    }

    @Override
    public void match(ActualBody actual, List<Mismatch> mismatches) {
        switch (expected.state()) {
            case MISSING -> {}
            case NULL, EMPTY -> matchNothing(actual, mismatches);
            case PRESENT -> matchPresent(actual, mismatches);
        }
    }

    @Override
    public boolean accepts(ActualBody actual) {
        if (expected.isPresent() && actual.body().isPresent() && !judgesBytes()) {
            return compatible(actual) && matcher(commonType(actual)).accepts(actual);
        }
        return match(actual).isEmpty();
    }

    @Override
    public void pin(Consumer<Pin> pins) {
        if (expected.isPresent() && !judgesBytes()) {
            matcher(expectation.type()).pin(pins);
        }
    }

    private void matchNothing(ActualBody actual, List<Mismatch> mismatches) {
        if (actual.body().isPresent() && !actual.text().strip().equals("null")) {
            mismatches.add(new Mismatch(
                    Kind.BODY,
                    "$",
                    null,
                    Shown.cut(actual.text()),
                    "Expected an empty body but received " + Shown.quoted(actual.text())));
        }
    }

    private void matchPresent(ActualBody actual, List<Mismatch> mismatches) {
        if (!actual.body().isPresent()) {
            matchAbsent(mismatches);
        } else if (judgesBytes()) {
            mismatches.addAll(matcher(ContentType.OCTET_STREAM).match(actual));
        } else if (compatible(actual)) {
            mismatches.addAll(matcher(commonType(actual)).match(actual));
        } else {
            mismatches.add(typesDiffer(actual));
        }
    }

    private void matchAbsent(List<Mismatch> mismatches) {
        ContentType type = expectation.type();
        boolean bytes = type.isBinary() && !type.isMultipart();
        String shown = bytes ? Bytes.shown(type, expected.bytes()) : Shown.cut(expected.text(type.charset()));
        List<String> refusals = rootRules != null && rootRules.demandsContent()
                ? rootRules.refusalsOfBytes(expected.bytes(), new byte[0])
                : List.of("Expected body " + (bytes ? shown : "'" + shown + "'") + " but was missing");
        for (String refusal : refusals) {
            mismatches.add(new Mismatch(Kind.BODY, "$", shown, null, refusal));
        }
    }

    /** Whether the rules at the root look at the bytes, whatever type they are declared to be. */
    private boolean judgesBytes() {
        ContentType type = expectation.type();
        return rootRules != null && (rootRules.judgesAnyBody() || (type.isBinary() && !type.isMultipart()));
    }

    private boolean compatible(ActualBody actual) {
        ContentType wanted = expectation.type();
        ContentType came = actual.type();
        boolean bothDeclared = declared && actual.declaredType().isPresent();
        if (sameBase(wanted, came)) {
            return true;
        }
        if (bothDeclared) {
            return alsoCompatible.test(came);
        }
        if (structure) {
            return came.isJson() || (actual.declaredType().isEmpty() && came.equals(ContentType.TEXT));
        }
        return (!declared && isCompatibleGuess(expected, wanted, came))
                || (actual.declaredType().isEmpty() && isCompatibleGuess(actual.body(), came, wanted));
    }

    /** A type that was only guessed is no reason to refuse when it says little, or less than the other one. */
    private static boolean isCompatibleGuess(Body body, ContentType guess, ContentType other) {
        boolean saysLittle = guess.equals(ContentType.TEXT) || guess.equals(ContentType.OCTET_STREAM);
        return saysLittle
                || other.equals(ContentType.OCTET_STREAM)
                || ContentTypeDetection.looksLike(other, body.bytes())
                || (other.isText() && !guess.isBinary());
    }

    private static boolean sameBase(ContentType one, ContentType other) {
        return one.base().equals(other.base()) || (isPlainXml(one) && isPlainXml(other));
    }

    private static boolean isPlainXml(ContentType type) {
        return type.base().equals("application/xml") || type.base().equals("text/xml");
    }

    /** The type by which both are compared: the declared one, if only one is. */
    private ContentType commonType(ActualBody actual) {
        if (declared) {
            return expectation.type();
        }
        ContentType came = actual.declaredType().orElse(null);
        if (came != null) {
            return came;
        }
        boolean alike = structure || sameBase(expectation.type(), actual.type());
        return alike ? expectation.type() : ContentType.TEXT;
    }

    /** Compiled once per format, of which there are few, however many types come. */
    private BodyMatcher matcher(ContentType type) {
        return matchers.computeIfAbsent(BodyFormats.of(type), format -> format.compile(expectation));
    }

    private Mismatch typesDiffer(ActualBody actual) {
        String wanted = expectation.type().base();
        String came = actual.type().base();
        return new Mismatch(
                Kind.BODY_CONTENT_TYPE,
                "",
                wanted,
                came,
                "Expected a body of '" + wanted + "' but the actual content type was '" + came + "'");
    }
}
