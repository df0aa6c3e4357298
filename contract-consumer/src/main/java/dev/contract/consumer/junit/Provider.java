package dev.contract.consumer.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the provider that a {@code Stub} or {@code Messages} parameter plays, where it is not the one of the class:
 * {@code void ships(@Provider("user-service") Stub users, @Provider("mail-service") Stub mails)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Provider {

    /** The provider's name in the contract. */
    String value();
}
