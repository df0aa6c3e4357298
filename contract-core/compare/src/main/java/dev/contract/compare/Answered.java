package dev.contract.compare;

import dev.contract.compare.inclusion.Inclusion;
import dev.contract.compare.inclusion.Sameness;
import dev.contract.compare.inclusion.Verdict;
import dev.contract.core.generating.Generation;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SyncMessage;
import java.util.List;

/**
 * Whether every answer that one interaction accepts is accepted by another of the same kind.
 *
 * <p>A verifier fills in expected values that the provider's states give, so where an answer has generators the examples alone prove
 * nothing: only the same part is included then.
 *
 * @param inner the one, whose answers are fine
 */
record Answered(Interaction inner) implements Interaction.Cases<Verdict> {

    static Verdict within(Interaction inner, Interaction outer) {
        return outer.fold(new Answered(inner));
    }

    private static Verdict generated() {
        return new Verdict.Unknown(
                "what generators make in place of the examples of an answer is known only when it is verified");
    }

    @Override
    public Verdict http(HttpInteraction outer) {
        ResponsePart one = ((HttpInteraction) inner).response();
        ResponsePart other = outer.response();
        if (Sameness.of(one, other)) {
            return new Verdict.Included();
        }
        return Generation.isFixed(one) && Generation.isFixed(other)
                ? Inclusion.ofResponses(one, other).verdict()
                : generated();
    }

    @Override
    public Verdict asyncMessage(AsyncMessage outer) {
        return within(((AsyncMessage) inner).message(), outer.message());
    }

    private static Verdict within(MessagePart one, MessagePart other) {
        if (Sameness.of(one, other)) {
            return new Verdict.Included();
        }
        return isFixed(one) && isFixed(other) ? Inclusion.ofMessages(one, other).verdict() : generated();
    }

    /** A response of the same rules: only those can be asked. */
    private static boolean isFixed(MessagePart part) {
        return part.generators().equals(Generators.NONE)
                && Generation.isFixed(
                        new ResponsePart(HttpResponse.of(200), part.rules(), part.generators(), part.extra()));
    }

    @Override
    public Verdict syncMessage(SyncMessage outer) {
        List<MessagePart> ones = ((SyncMessage) inner).responses();
        List<MessagePart> others = outer.responses();
        if (ones.size() != others.size()) {
            return new Verdict.Unknown("another number of answers is expected");
        }
        for (int i = 0; i < ones.size(); i++) {
            Verdict verdict = within(ones.get(i), others.get(i));
            if (!verdict.isIncluded()) {
                return verdict;
            }
        }
        return new Verdict.Included();
    }
}
