package dev.contract.compare;

import dev.contract.compare.inclusion.BothWays;
import dev.contract.compare.inclusion.Sameness;
import dev.contract.core.body.Body;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.model.AsyncMessage;
import dev.contract.core.model.Generators;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.model.Interaction;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;
import dev.contract.core.model.SyncMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds in what an interaction differs from what it was.
 *
 * <p>A request counts against the provider where it accepts more, for that may come now; a response or message where it accepts less, for
 * that was fine and is refused now. Both are asked of two interactions of the same kind. Used once.
 */
final class Comparison implements Interaction.Cases<List<Difference>> {
    private final Interaction before;
    private final SpecVersion versionBefore;
    private final SpecVersion versionAfter;
    private final List<Difference> found = new ArrayList<>();

    private Comparison(Interaction before, SpecVersion versionBefore, SpecVersion versionAfter) {
        this.before = before;
        this.versionBefore = versionBefore;
        this.versionAfter = versionAfter;
    }

    static List<Difference> of(
            Interaction before, SpecVersion versionBefore, Interaction after, SpecVersion versionAfter) {
        Comparison comparison = new Comparison(before, versionBefore, versionAfter);
        comparison.found.addAll(Beside.differences(before, after));
        return after.fold(comparison);
    }

    @Override
    public List<Difference> http(HttpInteraction after) {
        HttpInteraction former = (HttpInteraction) before;
        compare(former.request(), after.request());
        compare(former.response(), after.response());
        return found;
    }

    private void compare(RequestPart was, RequestPart is) {
        if (Sameness.of(was, is) && versionBefore == versionAfter) {
            return;
        }
        BothWays both = BothWays.ofRequests(was, versionBefore, is, versionAfter);
        found.addAll(new SideDifferences("request", Example.of(was), Example.of(is)).ofAsked(both));
        compareSent(was.generators(), is.generators());
        if (!isSame(was.example(), is.example())) {
            boolean sameHeaders = was.example().headers().equals(is.example().headers());
            ExchangeText text = new ExchangeText(!sameHeaders, ExchangeText.WHOLE, null);
            tellExample(text.request(was.example()), text.request(is.example()));
        }
    }

    private static boolean isSame(HttpRequest was, HttpRequest is) {
        return was.withBody(Body.MISSING).equals(is.withBody(Body.MISSING)) && isSame(was.body(), is.body());
    }

    private static boolean isSame(Body was, Body is) {
        return was.state() == is.state() && Arrays.equals(was.bytes(), is.bytes());
    }

    /** Of what may come nothing has changed, and yet a verification asks another question. */
    private void tellExample(String was, String is) {
        boolean told = found.stream().anyMatch(each -> each.side().equals("request"));
        if (!told) {
            String after = was.equals(is) ? "the same but for what is not shown" : is;
            found.add(new Difference("request", "example", null, Change.CHANGED, Duty.SAME, was, after, null, null));
        }
    }

    /** What is made afresh for each request lies within the rules only if somebody has seen to it. */
    private void compareSent(Generators was, Generators is) {
        if (!Sameness.of(was, is) && !is.isEmpty()) {
            found.add(new Difference(
                    "request",
                    "generators",
                    null,
                    Change.UNKNOWN,
                    Duty.UNKNOWN,
                    Filled.words(was),
                    Filled.words(is),
                    null,
                    "what generators make is sent as it is, and nobody can tell beforehand what that will be"));
        }
    }

    private void compare(ResponsePart was, ResponsePart is) {
        if (Sameness.of(was, is)) {
            return;
        }
        BothWays both = BothWays.ofResponses(was, is);
        List<Difference> byExamples = new SideDifferences("response", Example.of(was), Example.of(is)).ofAnswered(both);
        found.addAll(Filled.doubted(byExamples, "response", Filled.Answer.of(was), Filled.Answer.of(is)));
    }

    @Override
    public List<Difference> asyncMessage(AsyncMessage after) {
        compareAnswers("message", ((AsyncMessage) before).message(), after.message());
        return found;
    }

    private void compareAnswers(String side, MessagePart was, MessagePart is) {
        if (Sameness.of(was, is)) {
            return;
        }
        BothWays both = BothWays.ofMessages(was, is);
        List<Difference> byExamples = new SideDifferences(side, Example.of(was), Example.of(is)).ofAnswered(both);
        found.addAll(Filled.doubted(byExamples, side, Filled.Answer.of(was), Filled.Answer.of(is)));
    }

    @Override
    public List<Difference> syncMessage(SyncMessage after) {
        SyncMessage former = (SyncMessage) before;
        MessagePart was = former.request();
        MessagePart is = after.request();
        if (!Sameness.of(was, is)) {
            compareRequests(was, is);
        }
        compareAnswers(former.responses(), after.responses());
        return found;
    }

    private void compareRequests(MessagePart was, MessagePart is) {
        BothWays both = BothWays.ofMessages(was, is);
        found.addAll(new SideDifferences("request", Example.of(was), Example.of(is)).ofAsked(both));
        compareSent(was.generators(), is.generators());
        if (!isSame(was.contents(), is.contents()) || !was.metadata().equals(is.metadata())) {
            ExchangeText text = new ExchangeText(false, ExchangeText.WHOLE, null);
            tellExample(text.message(was.contents(), was.metadata()), text.message(is.contents(), is.metadata()));
        }
    }

    /** Answers are judged one by one, in their order. */
    private void compareAnswers(List<MessagePart> was, List<MessagePart> is) {
        if (was.size() != is.size()) {
            found.add(Difference.ofInteraction(
                    "answers", Change.CHANGED, Duty.MORE, Integer.toString(was.size()), Integer.toString(is.size())));
        }
        int both = Math.min(was.size(), is.size());
        for (int i = 0; i < both; i++) {
            compareAnswers(Example.answer(i, is.size()), was.get(i), is.get(i));
        }
    }
}
