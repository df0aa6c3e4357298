package dev.contract.compare.edit;

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
import dev.contract.core.matching.MatchResult;
import dev.contract.core.matching.MessagePlan;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.PlanCompiler;
import dev.contract.core.matching.ResponsePlan;
import dev.contract.core.model.AsyncMessage;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the examples of one interaction after the other, and lets the matcher judge. One thread at a time. */
final class Judging {
    /** Of an edit that an interaction is held against, in steps. */
    private static final long WORK = 5;

    private static final String UNLIKE_ITS_RULES = "its example does not keep to its own rules";
    private static final String NO_JSON = "its body is not readable as JSON";

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
        seen.add(operation);
        Budget.spend(WORK * edits.size());
        List<Edit> concerning =
                edits.stream().filter(edit -> edit.concerns(operation)).toList();
        new One(contract, interaction, operation, concerning).judge();
    }

    /** One interaction. */
    private final class One implements Interaction.Cases<List<String>> {
        private final String consumer;
        private final SpecVersion version;
        private final Interaction interaction;
        private final Operation operation;
        private final List<Edit> concerning;
        private @Nullable String doubt;

        One(Contract contract, Interaction interaction, Operation operation, List<Edit> concerning) {
            this.consumer = contract.consumer();
            this.version = contract.version();
            this.interaction = interaction;
            this.operation = operation;
            this.concerning = concerning;
        }

        void judge() {
            List<String> differences = List.of();
            if (Budget.isSpent()) {
                doubt = Budget.SPENT;
            } else {
                differences = interaction.fold(this);
            }
            if (doubt != null) {
                unjudged.add(new Unjudged(consumer, interaction, doubt));
            } else if (!differences.isEmpty()) {
                breaks.add(new Breakage(consumer, interaction, operation, differences));
            }
        }

        @Override
        public List<String> http(HttpInteraction exchange) {
            ResponsePart expected = exchange.response();
            HttpResponse example = WholeExample.of(expected).example();
            Budget.spend(example.body().bytes().length);
            ActualBody body = ActualBody.of(example.body(), example.headers());
            seen.add(operation, example);
            body.json().ifPresent(json -> seen.add(operation, json));
            List<Edit> ofStatus = concerning.stream()
                    .filter(edit -> edit.concerns(example.status()))
                    .toList();
            for (Edit edit : ofStatus) {
                Optional<String> refusal =
                        edit.alteration().refusal(exchange.request().example(), example);
                if (refusal.isPresent()) {
                    return refused(
                            edit, refusal.get(), expected, exchange.request().example());
                }
            }
            return changed(ofStatus, expected, example, body);
        }

        private List<String> refused(Edit edit, String reason, ResponsePart expected, HttpRequest request) {
            HttpResponse refusal = HttpResponse.of(edit.alteration().refusalStatus());
            return PlanCompiler.response(expected, version).match(refusal).matches()
                    ? List.of()
                    : List.of(request.method() + " " + Secrets.masked(request.path()) + " -> " + reason);
        }

        private List<String> changed(
                List<Edit> ofStatus, ResponsePart expected, HttpResponse example, ActualBody body) {
            HttpResponse changed = example.withBody(edited(ofStatus, body));
            for (Edit edit : ofStatus) {
                changed = edit.alteration().head(changed);
            }
            return changed.equals(example)
                    ? List.of()
                    : differences(PlanCompiler.response(expected, version), example, changed);
        }

        private List<String> differences(ResponsePlan plan, HttpResponse example, HttpResponse changed) {
            return judged(plan.match(example), plan.match(changed));
        }

        private List<String> judged(MatchResult before, MatchResult after) {
            if (!before.matches()) {
                doubt = UNLIKE_ITS_RULES;
            }
            return after.mismatches().stream()
                    .map(Mismatch::toString)
                    .map(Secrets::masked)
                    .toList();
        }

        /** The body after all changes; the same instance when none of them concerns it. */
        private Body edited(List<Edit> all, ActualBody read) {
            FieldChanges changes = FieldChanges.of(all);
            Body body = read.body();
            Optional<JsonValue> json = read.json();
            if (json.isEmpty()) {
                doubt = !changes.isEmpty() && isTree(read) ? NO_JSON : doubt;
                return body;
            }
            JsonValue changed = changes.of(json.get());
            return changed == json.get()
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
        public List<String> asyncMessage(AsyncMessage message) {
            return message(message.message());
        }

        @Override
        public List<String> syncMessage(SyncMessage message) {
            return message.responses().stream()
                    .flatMap(each -> message(each).stream())
                    .toList();
        }

        private List<String> message(MessagePart expected) {
            MessagePart whole = WholeExample.of(expected);
            Budget.spend(whole.contents().bytes().length);
            ContentType type = whole.contents()
                    .contentType()
                    .or(() -> MessagePart.contentType(whole.metadata()))
                    .orElse(null);
            ActualBody contents = ActualBody.of(whole.contents(), type);
            contents.json().ifPresent(json -> seen.add(operation, json));
            Body changed = edited(concerning, contents);
            MessagePlan plan = PlanCompiler.message(expected, version);
            return changed.equals(whole.contents())
                    ? List.of()
                    : judged(plan.match(whole.contents(), whole.metadata()), plan.match(changed, whole.metadata()));
        }
    }

    /** The edits of what neither a contract nor the offer has: nobody can tell them from slips of the pen. */
    List<Problem> unknown(Offer offer) {
        return seen.without(edits, offer);
    }
}
