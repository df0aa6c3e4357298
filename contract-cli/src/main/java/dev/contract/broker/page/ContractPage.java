package dev.contract.broker.page;

import dev.contract.broker.page.contract.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract as a document to be read.
 *
 * @param specification {@code Pact 4.0}; empty for what is none
 * @param standing what the provider makes of it
 * @param results by each provider version the newest one, the newest version first
 * @param shown the one that the interactions show; null when there is none
 * @param links to what else there is of it
 * @param json where the whole document is
 * @param problems why not all of it can be read
 * @param searched the text that the interactions shown have in them; empty for all
 * @param entries the interactions of this page
 * @param isCut whether some of it was too long for a page
 * @param source the document itself, as far as it goes, where it cannot be read as a contract; empty otherwise
 */
public record ContractPage(
        Frame frame,
        Ref consumer,
        Ref provider,
        At published,
        String specification,
        Mark standing,
        List<Result> results,
        @Nullable Result shown,
        List<Ref> links,
        Ref json,
        List<String> problems,
        String address,
        String searched,
        List<Entry> entries,
        Pager pager,
        boolean isCut,
        String source)
        implements Page {
    public ContractPage {
        results = List.copyOf(results);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
        entries = List.copyOf(entries);
    }

    /**
     * What a provider version made of the contract.
     *
     * @param link to this page with the result on it
     * @param build where it was built; empty when nobody said
     * @param verifier what found it out; empty when nobody said
     */
    public record Result(Ref link, Ref version, Mark mark, Moment when, String build, String verifier) {}

    /**
     * An interaction with what became of it.
     *
     * @param anchor where it is on the page
     * @param number its place in the contract, from 1
     * @param outcome null when there is no result, or it tells nothing of this interaction
     * @param differences what went wrong
     */
    public record Entry(
            String anchor,
            int number,
            Exchange exchange,
            @Nullable Mark outcome,
            List<Difference> differences) {
        public Entry {
            differences = List.copyOf(differences);
        }
    }

    /**
     * One thing that went wrong.
     *
     * @param place empty for what is no difference
     */
    public record Difference(String place, String text) {}
}
