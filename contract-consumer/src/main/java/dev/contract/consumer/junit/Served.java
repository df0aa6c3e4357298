package dev.contract.consumer.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a stub speaks, where it is not HTTP/1.1 in clear text: on the class for all its stubs, on a {@code Stub} parameter for that
 * one.
 *
 * <pre>{@code
 * @BeforeEach
 * void connect(@Served(https = true) Stub users) {
 *     client = new UserClient(users.url(), users.tls().clientContext());
 * }
 * }</pre>
 *
 * <p>Nothing of it is written into a contract.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Served {

    /** By TLS, with a certificate that is made for it; {@code stub.tls()} has what the client needs. */
    boolean https() default false;

    /** By TLS, with the key and the certificates of a file, PKCS#12 or JKS, seen from the folder in which the tests run. */
    String keyStore() default "";

    /** The password of that file. */
    String password() default "";

    /** By TLS, and only to clients that show the certificate which {@code stub.tls().clientContext()} holds. */
    boolean clientCertificate() default false;

    /** By HTTP/2 for clients that want it: by TLS they negotiate it, in clear text they ask for it or begin with it. */
    boolean http2() default false;

    /** With answers to the preflight requests of browsers, and leave for any page to read the others. */
    boolean cors() default false;

    /** With bodies compressed for clients that take gzip. */
    boolean gzip() default false;
}
