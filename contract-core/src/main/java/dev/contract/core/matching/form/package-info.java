/**
 * The comparison of bodies that a form sends: {@code application/x-www-form-urlencoded}.
 * Start reading at {@link dev.contract.core.matching.form.FormFormat}.
 */
@NullMarked
package dev.contract.core.matching.form;

import org.jspecify.annotations.NullMarked;
