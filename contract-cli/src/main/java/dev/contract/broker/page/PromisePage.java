package dev.contract.broker.page;

import java.util.List;

/**
 * What a provider version says of itself: its OpenAPI document, and whether its own tests hold it to that.
 *
 * @param selfVerified what its own tests found
 * @param sha the name of the document
 * @param said what was told of these tests, as facts
 * @param report what they wrote, as far as it goes; empty when they wrote nothing
 * @param pacts of its consumers, and how they stand to the document
 * @param document as far as it goes
 * @param isCut whether some of the document was too long for a page
 * @param raw where the whole document is
 */
public record PromisePage(
        Frame frame,
        Ref provider,
        Ref version,
        Moment published,
        Mark selfVerified,
        String sha,
        List<Fact> said,
        String report,
        List<Pact> pacts,
        String document,
        boolean isCut,
        Ref raw,
        List<Ref> links)
        implements Page {
    public PromisePage {
        said = List.copyOf(said);
        pacts = List.copyOf(pacts);
        links = List.copyOf(links);
    }

    /** Something that was told. */
    public record Fact(String name, String text) {}

    /**
     * The newest contract of a consumer with the provider.
     *
     * @param first the first thing that the document does not describe; empty when there is none
     * @param comparison leads to all of them
     */
    public record Pact(Ref consumer, At version, Ref contract, Mark standing, String first, Ref comparison) {}
}
