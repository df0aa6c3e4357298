package dev.contract.compare;

import dev.contract.compare.Filled.Answer;
import dev.contract.compare.inclusion.Inclusion;
import dev.contract.compare.inclusion.Sameness;
import dev.contract.compare.inclusion.Verdict;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SyncMessage;
import java.util.List;

/**
 * Whether every answer that one interaction accepts is accepted by another of the same kind.
 *
 * <p>A verifier fills in expected values that the provider's states give, so where one of them is judged by its example, nothing is
 * proven: only the same part is included then.
 *
 * @param inner the one, whose answers are fine
 */
record Answered(Interaction inner) implements Interaction.Cases<Verdict> {

    static Verdict within(Interaction inner, Interaction outer) {
        return outer.fold(new Answered(inner));
    }

    @Override
    public Verdict http(HttpInteraction outer) {
        ResponsePart one = ((HttpInteraction) inner).response();
        ResponsePart other = outer.response();
        if (Sameness.of(one, other)) {
            return new Verdict.Included();
        }
        return Filled.isHarmless(Answer.of(one), Answer.of(other))
                ? Inclusion.ofResponses(one, other).verdict()
                : new Verdict.Unknown(Filled.REASON);
    }

    @Override
    public Verdict asyncMessage(AsyncMessage outer) {
        return within(((AsyncMessage) inner).message(), outer.message());
    }

    private static Verdict within(MessagePart one, MessagePart other) {
        if (Sameness.of(one, other)) {
            return new Verdict.Included();
        }
        return Filled.isHarmless(Answer.of(one), Answer.of(other))
                ? Inclusion.ofMessages(one, other).verdict()
                : new Verdict.Unknown(Filled.REASON);
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
