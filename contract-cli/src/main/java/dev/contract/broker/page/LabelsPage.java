package dev.contract.broker.page;

import java.util.List;

/** The labels of all applications; each leads to those that have it. */
public record LabelsPage(Frame frame, List<Ref> labels, Pager pager) implements Page {
    public LabelsPage {
        labels = List.copyOf(labels);
    }
}
