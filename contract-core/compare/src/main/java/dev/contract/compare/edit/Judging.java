package dev.contract.compare.edit;

import dev.contract.compare.edit.Alteration.Refusal;
import dev.contract.compare.inclusion.Budget;
import dev.contract.compare.usage.Offer;
import dev.contract.compare.usage.Operation;
import dev.contract.compare.usage.PathTemplates;
import dev.contract.core.body.Body;
import dev.contract.core.body.ContentType;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.ActualBody;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Category;
import dev.contract.core.model.Contract;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import dev.contract.core.presence.WholeExample;
import dev.contract.core.problem.Problem;
import dev.contract.core.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes the examples of one interaction after the other, and lets the matcher judge. One thread at a time. */
final class Judging {
    /** Of an edit that an interaction is held against, in steps. */
    private static final long WORK = 5;

    static final String TOO_MUCH =
            "all changes and contracts together are too much to be judged: ask about fewer of either, with --operation or --consumer";

    private static final String UNLIKE_ITS_RULES = "its example does not keep to its own rules";
    private static final String NO_JSON = "its body is not readable as JSON";
    private static final String NO_FIELDS_SENT = "what its request sends is not readable as JSON";
    private static final String IF_OTHERS = "; if only other operations change, name these with --operation";

    private final PathTemplates templates;
    private final List<Edit> edits;
    private final List<Breakage> breaks = new ArrayList<>();
    private final List<Unjudged> unjudged = new ArrayList<>();

    private final Seen seen;

    Judging(PathTemplates templates, List<Edit> edits) {
        this.templates = templates;
        this.edits = edits;
        this.seen = new Seen(edits);
    }

    List<Breakage> breaks() {
        return breaks;
    }

    List<Unjudged> unjudged() {
        return unjudged;
    }

    void judge(Contract contract, Interaction interaction) {
        Operation operation = templates.of(interaction);
        seen.add(contract.consumer(), operation);
        Budget.spend(WORK * edits.size());
        List<Edit> concerning =
                edits.stream().filter(edit -> edit.concerns(operation)).toList();
        new One(contract, interaction, operation, concerning).judge();
    }

    /** One interaction. */
    private final class One implements Interaction.Cases<List<Difference>> {
        private final Contract contract;
        private final SpecVersion version;
        private final Interaction interaction;
        private final Operation operation;
        private final List<Edit> concerning;
        private @Nullable String doubt;

        One(Contract contract, Interaction interaction, Operation operation, List<Edit> concerning) {
            this.contract = contract;
            this.version = contract.version();
            this.interaction = interaction;
            this.operation = operation;
            this.concerning = concerning;
        }

        void judge() {
            List<Difference> differences = List.of();
            if (Budget.isSpent()) {
                doubt = TOO_MUCH;
            } else {
                differences = interaction.fold(this);
            }
            if (!differences.isEmpty()) {
                Map<String, Difference> bySentence = new LinkedHashMap<>();
                differences.forEach(each -> bySentence.putIfAbsent(each.sentence(), each));
                breaks.add(new Breakage(contract, interaction, operation, List.copyOf(bySentence.values())));
            } else if (doubt != null) {
                unjudged.add(new Unjudged(contract, interaction, doubt));
            }
        }

        @Override
        public List<Difference> http(HttpInteraction exchange) {
            HttpRequest request = exchange.request().example();
            ActualBody.of(request.body(), request.headers())
                    .json()
                    .ifPresent(json -> seen.addSent(contract.consumer(), operation, json));
            ResponsePart expected = exchange.response();
            HttpResponse example = WholeExample.of(expected).example();
            ActualBody body = ActualBody.of(example.body(), example.headers());
            Map<List<Edit>, HttpResponse> examples = byEdits(expected, example, body.type());
            examples.values().forEach(each -> seen.add(operation, each));
            body.json().ifPresent(json -> seen.add(operation, json));
            return examples.entrySet().stream()
                    .flatMap(each -> differences(each.getKey(), exchange, each.getValue()).stream())
                    .toList();
        }

        /** The example, and as it may come with another status that is accepted, where other edits are of that one. */
        private Map<List<Edit>, HttpResponse> byEdits(ResponsePart expected, HttpResponse example, ContentType type) {
            Map<List<Edit>, HttpResponse> examples = new LinkedHashMap<>();
            examples.put(of(example.status(), type), example);
            if (expected.rules().single(Category.STATUS).isPresent()) {
                ResponsePlan plan = PlanCompiler.response(expected, version);
                IntStream.range(100, 600)
                        .filter(status -> plan.match(HttpResponse.of(status)).mismatches().stream()
                                .noneMatch(each -> each.kind() == Mismatch.Kind.STATUS))
                        .forEach(status -> examples.putIfAbsent(of(status, type), example.withStatus(status)));
            }
            return examples;
        }

        private List<Edit> of(int status, ContentType type) {
            return concerning.stream()
                    .filter(edit -> edit.concerns(status, type))
                    .toList();
        }

        private List<Difference> differences(List<Edit> ofAnswer, HttpInteraction exchange, HttpResponse example) {
            HttpRequest request = exchange.request().example();
            leftOpen(ofAnswer.stream().filter(edit -> edit.alteration().leavesOpen(request)), NO_FIELDS_SENT);
            Map<Refusal, List<Edit>> refusals = new LinkedHashMap<>();
            ofAnswer.forEach(
                    edit -> edit.alteration().refusal(request, example).ifPresent(refusal -> refusals.computeIfAbsent(
                                    refusal, any -> new ArrayList<>())
                            .add(edit)));
            return refusals.isEmpty()
                    ? changed(ofAnswer, exchange.response(), example)
                    : refused(refusals, exchange.response(), request);
        }

        /** Which edits nobody can judge, if any. */
        private void leftOpen(Stream<Edit> open, String reason) {
            open.map(edit -> edit.operation().isPresent() ? reason : reason + IF_OTHERS)
                    .findFirst()
                    .ifPresent(told -> doubt = told);
        }

        /** Which of several comes is not known: each has to be what is wanted. */
        private List<Difference> refused(
                Map<Refusal, List<Edit>> refusals, ResponsePart expected, HttpRequest request) {
            ResponsePlan plan = PlanCompiler.response(expected, version);
            String start = request.method() + " " + Secrets.masked(request.path()) + " -> ";
            List<Difference> differences = new ArrayList<>();
            refusals.forEach((refusal, by) -> {
                if (!plan.match(HttpResponse.of(refusal.status())).matches()) {
                    differences.add(new Difference("request", "", start + refusal.reason(), by));
                }
            });
            return differences;
        }

        private List<Difference> changed(List<Edit> ofAnswer, ResponsePart expected, HttpResponse example) {
            ActualBody body = ActualBody.of(example.body(), example.headers());
            ResponsePlan plan = PlanCompiler.response(expected, version);
            return differences(
                    ofAnswer,
                    body,
                    new Trial<>(body.json(), example, edits -> changed(edits, example, body), plan::match));
        }

        private HttpResponse changed(List<Edit> all, HttpResponse example, ActualBody body) {
            HttpResponse changed = example.withBody(edited(all, body));
            for (Edit edit : all) {
                changed = edit.alteration().head(changed);
            }
            return changed;
        }

        private <T> List<Difference> differences(List<Edit> all, ActualBody body, Trial<T> trial) {
            if (body.json().isEmpty() && isTree(body)) {
                leftOpen(all.stream().filter(Edit::isOfField), NO_JSON);
            }
            Optional<List<Difference>> differences = trial.of(all);
            if (differences.isEmpty()) {
                doubt = UNLIKE_ITS_RULES;
            } else if (differences.get().isEmpty() && Budget.isSpent()) {
                doubt = TOO_MUCH;
            }
            return differences.orElse(List.of());
        }

        /** The body after all changes; the same instance when none of them concerns it. */
        private static Body edited(List<Edit> all, ActualBody read) {
            Body body = read.body();
            Budget.spend(body.bytes().length);
            JsonValue json = read.json().orElse(null);
            JsonValue changed = json == null ? null : FieldChanges.of(all).of(json);
            return changed == null || changed == json
                    ? body
                    : Body.of(
                            changed.toJson().getBytes(read.type().charset()),
                            body.contentType().orElse(null));
        }

        /** Whether the body has fields of another kind, or is JSON that cannot be read; of a text or an image no field is changed. */
        private static boolean isTree(ActualBody read) {
            return read.body().isPresent()
                    && (read.type().isXml() || read.type().isJson());
        }

        @Override
        public List<Difference> asyncMessage(AsyncMessage message) {
            return message(message.message());
        }

        @Override
        public List<Difference> syncMessage(SyncMessage message) {
            return message.responses().stream()
                    .flatMap(each -> message(each).stream())
                    .toList();
        }

        private List<Difference> message(MessagePart expected) {
            MessagePart whole = WholeExample.of(expected);
            ContentType type = whole.contents()
                    .contentType()
                    .or(() -> MessagePart.contentType(whole.metadata()))
                    .orElse(null);
            ActualBody contents = ActualBody.of(whole.contents(), type);
            contents.json().ifPresent(json -> seen.add(operation, json));
            MessagePlan plan = PlanCompiler.message(expected, version);
            return differences(
                    concerning,
                    contents,
                    new Trial<>(
                            contents.json(),
                            whole.contents(),
                            edits -> edited(edits, contents),
                            body -> plan.match(body, whole.metadata())));
        }
    }

    /** The edits of what neither a contract nor the offer has: nobody can tell them from slips of the pen. */
    List<Problem> unknown(Offer offer) {
        return seen.without(edits, offer);
    }
}
