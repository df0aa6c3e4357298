package dev.contract.broker.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the newest contract of every two applications stands.
 *
 * @param address of this broker, for those who have yet to use it
 * @param searched the text that names are searched for; empty for all
 */
public record OverviewPage(Frame frame, String address, String searched, List<Row> rows, Pager pager) implements Page {
    public OverviewPage {
        rows = List.copyOf(rows);
    }

    /** Whether nobody has published anything yet. */
    public boolean isNew() {
        return pager.total() == 0 && searched.isEmpty();
    }

    /**
     * Two applications.
     *
     * @param contract the newest one
     * @param standing what the provider makes of it
     * @param result by which provider version, and when; null when there never was one
     * @param webhooks how far the webhooks of the two came; null when none was ever triggered
     */
    public record Row(
            Ref consumer,
            Ref provider,
            Ref contract,
            At published,
            Mark standing,
            @Nullable At result,
            @Nullable Mark webhooks,
            String webhooksHref) {}
}
