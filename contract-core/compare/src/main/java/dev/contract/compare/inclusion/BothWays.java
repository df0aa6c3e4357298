package dev.contract.compare.inclusion;

import dev.contract.core.model.MessagePart;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.SpecVersion;

/**
 * Inclusion of two expectations in each other: what only one direction doubts was narrowed or widened. Asked together, the two cost little
 * more than one alone.
 *
 * @param oneInOther whether all that the one accepts is accepted by the other
 */
public record BothWays(Inclusion oneInOther, Inclusion otherInOne) {

    public static BothWays ofRequests(
            RequestPart one, SpecVersion oneVersion, RequestPart other, SpecVersion otherVersion) {
        Expected.OfRequest here = new Expected.OfRequest(one, oneVersion);
        Expected.OfRequest there = new Expected.OfRequest(other, otherVersion);
        return new BothWays(Inclusion.of(here, there), Inclusion.of(there, here));
    }

    public static BothWays ofResponses(ResponsePart one, ResponsePart other) {
        Expected.OfResponse here = new Expected.OfResponse(one);
        Expected.OfResponse there = new Expected.OfResponse(other);
        return new BothWays(Inclusion.of(here, there), Inclusion.of(there, here));
    }

    public static BothWays ofMessages(MessagePart one, MessagePart other) {
        Expected.OfMessage here = new Expected.OfMessage(one);
        Expected.OfMessage there = new Expected.OfMessage(other);
        return new BothWays(Inclusion.of(here, there), Inclusion.of(there, here));
    }
}
