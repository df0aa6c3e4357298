package dev.contract.broker.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;

/**
 * Makes HTML of a page.
 *
 * <pre>{@code
 * String html = PageWriter.html(new TroublePage(frame, List.of("There is nothing here.")));
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class PageWriter {
    private static final String SUFFIX = "Page";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), "gg.jte.generated.precompiled");

    private PageWriter() {}

    /** The whole document. */
    public static String html(Page page) {
        PlainOutput output = new PlainOutput();
        TEMPLATES.render(template(page), page, output);
        return output.toString();
    }

    /** {@code overview.jte} of {@link OverviewPage}. */
    private static String template(Page page) {
        String name = page.getClass().getSimpleName();
        return name.substring(0, name.length() - SUFFIX.length()).toLowerCase(Locale.ROOT) + ".jte";
    }
}
