package dev.contract.broker.page;

/**
 * Where a list goes on.
 *
 * @param number of this page, from 1
 * @param previous address of the page before; empty when there is none
 * @param next address of the page after; empty when there is none
 * @param total how many elements the list has in all
 */
public record Pager(long number, long pages, long total, String previous, String next) {

    public boolean isNeeded() {
        return pages > 1;
    }
}
