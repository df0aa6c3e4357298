package dev.contract.broker.page;

import java.util.List;

/** What runs where, and since when. */
public record EnvironmentsPage(Frame frame, List<Place> places) implements Page {
    public EnvironmentsPage {
        places = List.copyOf(places);
    }

    /**
     * An environment.
     *
     * @param contacts whom to ask, one a line
     */
    public record Place(
            String anchor, Ref name, String key, boolean production, List<String> contacts, List<Running> running) {
        public Place {
            contacts = List.copyOf(contacts);
            running = List.copyOf(running);
        }
    }
}
