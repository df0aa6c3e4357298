/**
 * Texts with places that are filled from a request: {@code {{json.order.id | default 'none'}}}.
 *
 * <p>In: a response whose texts have such places, and requests. Out: the response with values in those places. There is no scripting: a
 * place names a part of the request, and helpers that change it one after the other; what is wrong in one is told when it is read, with
 * its line and column. Knows no stub and no socket. Start reading at {@link dev.contract.consumer.template.ResponseTemplate}.
 */
@NullMarked
package dev.contract.consumer.template;

import org.jspecify.annotations.NullMarked;
