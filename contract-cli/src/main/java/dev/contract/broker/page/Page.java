package dev.contract.broker.page;

/** What stands on one page. Each kind has a template of its name. */
public interface Page {

    Frame frame();
}
