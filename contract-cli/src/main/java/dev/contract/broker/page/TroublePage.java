package dev.contract.broker.page;

import java.util.List;

/** Says what is wrong with a request, in place of an answer. */
public record TroublePage(Frame frame, List<String> texts) implements Page {
    public TroublePage {
        texts = List.copyOf(texts);
    }

    /** The texts, with what is an address in them. */
    public List<LinkedText> sentences() {
        return texts.stream().map(LinkedText::of).toList();
    }
}
