package dev.contract.broker.directory;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.LabelName;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.fact.ApplicationDetail;
import dev.contract.broker.domain.fact.ContentKey;
import dev.contract.broker.domain.fact.Fact;
import dev.contract.broker.domain.fact.Place;
import dev.contract.broker.domain.fact.VersionKey;
import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNumber;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Quoted;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one fact. All that it cannot read is a problem at its line and column. */
final class FactReader {
    private static final String WORD = "fact";

    private final JsonObject fact;
    private final PactNames pacts;

    /** Which contracts there are, and which file each content has: told with the facts of their publication. */
    interface PactNames {
        boolean isThere(String file);

        void add(ContentKey content, String file);
    }

    private FactReader(JsonObject fact, PactNames pacts) {
        this.fact = fact;
        this.pacts = pacts;
    }

    /**
     * The facts of a file.
     *
     * @throws ContractException if they cannot be understood
     */
    static List<Fact> file(JsonValue root, PactNames pacts) {
        JsonArray facts = root.asObject()
                .flatMap(file -> file.array("facts"))
                .orElseThrow(() -> damage(root, "a file of facts is an object with a list of \"facts\""));
        return facts.stream().map(each -> fact(each, pacts)).toList();
    }

    private static Fact fact(JsonValue value, PactNames pacts) {
        JsonObject object = value.asObject().orElseThrow(() -> damage(value, "a fact is an object"));
        FactReader reader = new FactReader(object, pacts);
        String word = reader.text(WORD);
        return FactKind.called(word)
                .<Fact>map(kind -> kind.read(reader))
                .orElseThrow(() -> reader.damage(
                        WORD, "there is no fact " + Quoted.text(word) + " that this version of contract knows"));
    }

    private static ContractException damage(JsonValue value, String what) {
        return new ContractException(Damage.of(place(value), what));
    }

    private static String place(@Nullable JsonValue value) {
        Location place = value == null ? null : value.location();
        return place == null ? "" : place.toString();
    }

    private ContractException damage(String field, String what) {
        JsonValue value = fact.find(field);
        return damage(value == null ? fact : value, what);
    }

    private <T> Optional<T> find(String field, String kind, Function<JsonValue, Optional<T>> as) {
        return fact.get(field)
                .map(value -> as.apply(value).orElseThrow(() -> damage(field, Quoted.text(field) + " is no " + kind)));
    }

    private <T> T only(String field, Optional<T> value) {
        return value.orElseThrow(() -> damage(field, "the fact has no " + Quoted.text(field)));
    }

    /** A text that has to be more than any text. */
    private <T> T parsed(String field, Function<String, T> parse) {
        String text = text(field);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw damage(field, String.valueOf(e.getMessage()));
        }
    }

    String text(String field) {
        return only(field, find(field, "text", JsonValue::asString));
    }

    @Nullable
    String textOrNull(String field) {
        return find(field, "text", JsonValue::asString).orElse(null);
    }

    boolean flag(String field) {
        return only(field, find(field, "true or false", JsonValue::asBoolean));
    }

    @Nullable
    Boolean flagOrNull(String field) {
        return find(field, "true or false", JsonValue::asBoolean).orElse(null);
    }

    private int count(String field) {
        return only(field, find(field, "number", value -> Optional.of(value)
                .filter(JsonNumber.class::isInstance)
                .map(JsonValue::toJson)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)));
    }

    Instant time(String field) {
        return parsed(field, Instant::parse);
    }

    PacticipantName application() {
        return parsed("application", PacticipantName::new);
    }

    PacticipantName consumer() {
        return parsed("consumer", PacticipantName::new);
    }

    PacticipantName provider() {
        return parsed("provider", PacticipantName::new);
    }

    VersionKey version() {
        return new VersionKey(application(), parsed("version", VersionNumber::new));
    }

    VersionKey consumerVersion() {
        return new VersionKey(consumer(), parsed("consumerVersion", VersionNumber::new));
    }

    VersionKey providerVersion() {
        return new VersionKey(provider(), parsed("providerVersion", VersionNumber::new));
    }

    BranchName branch() {
        return parsed("branch", BranchName::new);
    }

    TagName tag() {
        return parsed("tag", TagName::new);
    }

    LabelName label() {
        return parsed("label", LabelName::new);
    }

    Fact.ApplicationDescribed described() {
        ApplicationDetail detail = ApplicationDetail.of(text("detail"))
                .orElseThrow(() -> damage("detail", "an application has no detail of this name"));
        String value = textOrNull("value");
        if (value != null && detail == ApplicationDetail.MAIN_BRANCH) {
            parsed("value", BranchName::new);
        }
        return new Fact.ApplicationDescribed(application(), detail, value);
    }

    ContentKey content() {
        return new ContentKey(consumer(), provider(), parsed("content", ContentSha::new));
    }

    Place place() {
        return new Place(parsed("environment", EnvironmentName::new), text("environmentUuid"));
    }

    Environment.Details details() {
        return new Environment.Details(
                parsed("name", EnvironmentName::new),
                textOrNull("displayName"),
                flag("production"),
                find("contacts", "list", JsonValue::asArray).orElse(JsonArray.EMPTY));
    }

    /** The document is not read: it stays in its file until somebody asks for it. */
    Fact.Published published() {
        PactContent content =
                new PactContent(content().sha(), JsonObject.EMPTY, count("interactions"), count("messages"));
        String before = textOrNull("before");
        Fact.Published published = new Fact.Published(
                consumerVersion(), provider(), content, before == null ? null : parsed("before", ContentSha::new));
        pacts.add(published.key(), file());
        return published;
    }

    private String file() {
        String file = text("file");
        if (!PactFile.isName(file)) {
            throw damage("file", "this is not the name of a contract that a broker wrote");
        }
        if (!pacts.isThere(file)) {
            throw new ContractException(
                    Damage.missing(place(fact.find("file")), "the contract is not in the folder " + Folder.PACTS));
        }
        return file;
    }

    Fact.Described ofProvider() {
        return new Fact.Described(
                version(),
                text("contentType"),
                parsed("document", ContentSha::new),
                parsed("content", Base64.getDecoder()::decode),
                flagOrNull("selfVerified"),
                find("selfVerification", "object", JsonValue::asObject).orElse(JsonObject.EMPTY));
    }

    Fact.Verified verified() {
        return new Fact.Verified(
                content(),
                providerVersion(),
                flag("success"),
                textOrNull("buildUrl"),
                flag("wip"),
                flagOrNull("pending"),
                new VerificationDetails(fact.find("testResults"), fact.find("verifiedBy")));
    }
}
