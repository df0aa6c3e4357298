package dev.contract.broker.api;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.matrix.Ignore;
import dev.contract.broker.domain.matrix.LatestBy;
import dev.contract.broker.domain.matrix.MatrixQuestion;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.domain.matrix.Pick;
import dev.contract.broker.domain.matrix.Selector;
import dev.contract.broker.domain.matrix.Strictness;
import dev.contract.core.problem.NearNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a question to the matrix out of a query; all that is wrong with it is told at once. One thread at a time. */
final class MatrixQuery {
    private static final int DEFAULT_LIMIT = 100;

    /** Whoever asks for more gets so many, and the counts of all. */
    private static final int MOST_ROWS = 10_000;

    /** Each is looked up, and what chooses nothing is looked up again for what might come in its place. */
    private static final int MOST_SELECTORS = 200;

    private final Call call;
    private final List<String> errors = new ArrayList<>();

    private MatrixQuery(Call call) {
        this.call = call;
    }

    /** A question, and how many rows are to be shown. */
    record Parsed(MatrixQuestion question, int limit, boolean ignoring) {}

    /** The question of {@code /matrix}. */
    static Parsed parse(Call call) {
        MatrixQuery query = new MatrixQuery(call);
        List<Selector> named = query.selectors();
        Pick target = query.target();
        LatestBy latestBy = query.latestBy();
        Set<MatrixRow.State> states = query.states();
        int limit = query.limit();
        List<Ignore> ignored = query.ignored();
        Strictness strictness = query.strictness();
        query.check();
        boolean ignoring = !ignored.isEmpty();
        MatrixQuestion question = new MatrixQuestion(
                named, target, ignored, latestBy, states, strictness, query.inferring(), query.comparing());
        return new Parsed(question, limit, ignoring);
    }

    /** Versions, where they are to go, and what does not count. */
    record Wanted(List<Selector> selectors, Environment environment, List<Ignore> ignored, Strictness strictness) {}

    /** The question of {@code /plan}. */
    static Wanted wanted(Call call) {
        MatrixQuery query = new MatrixQuery(call);
        List<Selector> named = query.selectors();
        Optional<Environment> environment =
                query.environment(call.query("environment").orElse(""));
        List<Ignore> ignored = query.ignored();
        Strictness strictness = query.strictness();
        query.check();
        return new Wanted(named, environment.orElseThrow(), ignored, strictness);
    }

    /** The question of {@code /can-i-deploy}: one version, and where it is to go. */
    static Parsed canIDeploy(Call call) {
        MatrixQuery query = new MatrixQuery(call);
        Optional<PacticipantName> name = query.known(call.query("pacticipant").orElse(""));
        Optional<VersionNumber> number = query.number();
        Optional<String> tag = call.query("to");
        Optional<String> environment = call.query("environment");
        if (tag.isPresent() == environment.isPresent()) {
            query.errors.add("Say where it is to go: either with environment or with to (a tag).");
        }
        Optional<Pick> target = environment
                .<Pick>flatMap(text -> query.environment(text).map(Pick.In::new))
                .or(() -> tag.flatMap(text -> query.name(text, TagName::new)).map(each -> new Pick.Tagged(each, true)));
        List<Ignore> ignored = query.ignored();
        Strictness strictness = query.strictness();
        query.check();
        Selector selector = new Selector(name.orElseThrow(), new Pick.Exact(number.orElseThrow()));
        LatestBy latestBy =
                tag.isPresent() ? LatestBy.CONSUMER_VERSION_PROVIDER : LatestBy.CONSUMER_VERSION_PROVIDER_VERSION;
        MatrixQuestion question = MatrixQuestion.canIDeploy(selector, target.orElseThrow(), latestBy, strictness);
        return new Parsed(
                question.withIgnored(ignored).withInference(query.inferring()).withComparisons(query.comparing()),
                DEFAULT_LIMIT,
                !ignored.isEmpty());
    }

    private Optional<VersionNumber> number() {
        Optional<String> text = call.query("version").filter(each -> !each.isBlank());
        if (text.isEmpty()) {
            errors.add("The number of the version (version) is missing.");
        }
        return text.flatMap(each -> name(each, VersionNumber::new));
    }

    private void check() {
        if (!errors.isEmpty()) {
            throw new Failure(Complaint.list(400, errors));
        }
    }

    private List<Selector> selectors() {
        List<Map<String, String>> elements = NestedQuery.list(call.request().query(), "q");
        if (elements.isEmpty()) {
            errors.add("Name at least one application: q[][pacticipant]=NAME.");
        }
        if (elements.size() > MOST_SELECTORS) {
            errors.add("These are " + elements.size() + " selectors (q[]), but a question may have " + MOST_SELECTORS
                    + ": ask several.");
            return List.of();
        }
        return elements.stream().flatMap(each -> selector(each).stream()).toList();
    }

    private Optional<Selector> selector(Map<String, String> element) {
        Optional<PacticipantName> name = known(element.getOrDefault("pacticipant", ""));
        Optional<Pick> pick = pick(element);
        return name.isPresent() && pick.isPresent()
                ? Optional.of(new Selector(name.get(), pick.get()))
                : Optional.empty();
    }

    private Optional<PacticipantName> known(String text) {
        if (text.isEmpty()) {
            errors.add("The name of the application (pacticipant) is missing.");
            return Optional.empty();
        }
        Optional<PacticipantName> name = name(text, PacticipantName::new);
        if (name.isPresent() && call.kept().pacticipants().find(name.get()).isEmpty()) {
            errors.add("There is no application named \"" + text + "\"."
                    + near(text, call.kept().pacticipants().all(), each -> each.name()
                            .value()));
            return Optional.empty();
        }
        return name;
    }

    private static <T> String near(String text, List<T> known, Function<T, String> name) {
        return NearNames.nearest(text, known.stream().map(name).toList())
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
    }

    private Optional<Pick> pick(Map<String, String> element) {
        boolean latest = "true".equals(element.get("latest"));
        Optional<String> version = text(element, "version");
        if (version.isPresent()) {
            if (latest) {
                errors.add("A version and latest exclude each other: name the version, or ask for the latest.");
            }
            return name(version.get(), VersionNumber::new).map(Pick.Exact::new);
        }
        Optional<String> tag = text(element, "tag");
        if (tag.isPresent()) {
            return name(tag.get(), TagName::new).map(name -> new Pick.Tagged(name, latest));
        }
        // Clients leave latest out, and mean the head of the branch.
        Optional<String> branch = text(element, "branch");
        if (branch.isPresent()) {
            return name(branch.get(), BranchName::new).map(name -> new Pick.OnBranch(name, true));
        }
        if ("true".equals(element.get("mainBranch"))) {
            return Optional.of(new Pick.OnMainBranch(latest));
        }
        Optional<String> environment = text(element, "environment");
        if (environment.isPresent()) {
            return environment(environment.get()).map(Pick.In::new);
        }
        return Optional.of(latest ? new Pick.Latest() : new Pick.Everything());
    }

    private static Optional<String> text(Map<String, String> element, String key) {
        return Optional.ofNullable(element.get(key)).filter(text -> !text.isEmpty());
    }

    private @Nullable Pick target() {
        Optional<String> environment = call.query("environment").filter(text -> !text.isEmpty());
        Optional<String> tag = call.query("tag").filter(text -> !text.isEmpty());
        boolean mainBranch = isTrue("mainBranch");
        boolean latest = isTrue("latest");
        if ((environment.isPresent() ? 1 : 0) + (tag.isPresent() ? 1 : 0) + (mainBranch ? 1 : 0) > 1) {
            errors.add("Only one of tag, environment and mainBranch can be the target.");
        }
        if (environment.isPresent()) {
            if (latest) {
                errors.add("An environment and latest exclude each other.");
            }
            return environment(environment.get()).map(Pick.In::new).orElse(null);
        }
        if (tag.isPresent()) {
            return name(tag.get(), TagName::new)
                    .map(each -> new Pick.Tagged(each, latest))
                    .orElse(null);
        }
        if (mainBranch) {
            return new Pick.OnMainBranch(latest);
        }
        return latest ? new Pick.Latest() : null;
    }

    private boolean isTrue(String name) {
        return call.query(name).filter("true"::equals).isPresent();
    }

    private Optional<Environment> environment(String text) {
        Optional<Environment> environment =
                name(text, EnvironmentName::new).flatMap(call.kept().environments()::find);
        if (environment.isEmpty()) {
            errors.add("There is no environment named \"" + text + "\"."
                    + near(text, call.kept().environments().all(), each -> each.name()
                            .value()));
        }
        return environment;
    }

    private @Nullable LatestBy latestBy() {
        String code = call.query("latestby").orElse("");
        Optional<LatestBy> latestBy = Arrays.stream(LatestBy.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (latestBy.isEmpty() && !code.isEmpty()) {
            errors.add("latestby is \"" + code + "\", but must be cvpv, cvp or cp.");
        }
        return latestBy.orElse(null);
    }

    /** All states unless some are named; an empty value stands for "no result". */
    private Set<MatrixRow.State> states() {
        List<@Nullable String> values = new ArrayList<>(call.request().query().values("success[]"));
        values.addAll(call.request().query().values("success"));
        Set<MatrixRow.State> states = EnumSet.noneOf(MatrixRow.State.class);
        for (String value : values) {
            state(value == null ? "" : value).ifPresent(states::add);
        }
        return states.isEmpty() ? EnumSet.allOf(MatrixRow.State.class) : states;
    }

    private Optional<MatrixRow.State> state(String text) {
        return switch (text) {
            case "true" -> Optional.of(MatrixRow.State.PASSED);
            case "false" -> Optional.of(MatrixRow.State.FAILED);
            case "", "unknown" -> Optional.of(MatrixRow.State.UNKNOWN); // the latter is what the form of the page sends
            default -> {
                errors.add("success is \"" + text + "\", but must be true, false or empty, for no result.");
                yield Optional.empty();
            }
        };
    }

    private int limit() {
        String text = call.query("limit").orElse("");
        if (text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            errors.add("limit is \"" + text + "\", but must be a whole number of at least 1.");
            return DEFAULT_LIMIT;
        }
        return Math.min(Integer.parseInt(text), MOST_ROWS);
    }

    /** Unknown names are no error here: what does not exist cannot stand in the way. */
    private List<Ignore> ignored() {
        return NestedQuery.list(call.request().query(), "ignore").stream()
                .flatMap(each -> ignore(each).stream())
                .toList();
    }

    private Optional<Ignore> ignore(Map<String, String> element) {
        String name = element.getOrDefault("pacticipant", element.getOrDefault("", ""));
        Optional<VersionNumber> number = text(element, "version").flatMap(text -> name(text, VersionNumber::new));
        return name(name, PacticipantName::new).map(each -> new Ignore(each, number.orElse(null)));
    }

    private Strictness strictness() {
        String mode = call.query("mode").orElse("");
        Optional<Strictness> strictness = Arrays.stream(Strictness.values())
                .filter(each -> each.toString().equals(mode))
                .findFirst();
        if (strictness.isEmpty() && !mode.isEmpty()) {
            errors.add("mode is \"" + mode + "\", but must be strict or compat.");
        }
        return strictness.orElse(call.settings().strictness());
    }

    /** Whoever wants the results alone may leave out what a document decides; where no broker compares, nobody can have that. */
    private boolean comparing() {
        return call.settings().comparing()
                && call.query("comparisons").filter("false"::equals).isEmpty();
    }

    private boolean inferring() {
        return call.query("infer").map("true"::equals).orElse(call.settings().inferring());
    }

    private <T> Optional<T> name(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            errors.add(Objects.toString(e.getMessage()) + ".");
            return Optional.empty();
        }
    }
}
