/**
 * What people see of a broker: pages, made on the server, without a line of script.
 *
 * <p>In: values with names, texts and addresses, one record for each {@link dev.contract.broker.page.Page}. Out: HTML. Knows neither the
 * store nor HTTP; whoever asks for a page has decided already what is on it and where its links lead.
 *
 * <p>Start reading at {@link dev.contract.broker.page.PageWriter}. The templates, one for each kind of page and some for their parts, are
 * in {@code src/main/jte}; the build makes classes of them. Every text on a page is somebody else's: templates escape it for the place
 * where it stands, {@link dev.contract.broker.page.PlainOutput} shows what would mislead the eye, and {@link
 * dev.contract.broker.page.LinkedText} makes links of nothing but addresses of http and https.
 */
@NullMarked
package dev.contract.broker.page;

import org.jspecify.annotations.NullMarked;
