package dev.contract.broker.egress;

import java.util.List;
import java.util.Map;

/** What came of a request. */
public sealed interface Outcome {

    /**
     * Somebody answered.
     *
     * @param headers their values joined where a name repeats
     * @param body its beginning, where it is long
     * @param places where redirects led, in order
     */
    record Answered(int status, Map<String, String> headers, String body, List<String> places) implements Outcome {
        public Answered {
            headers = Map.copyOf(headers);
            places = List.copyOf(places);
        }
    }

    /** The rules forbid it; to try again would change nothing. */
    record Refused(String why) implements Outcome {}

    /** Nobody answered, or not in time. */
    record Unreachable(String why) implements Outcome {}
}
