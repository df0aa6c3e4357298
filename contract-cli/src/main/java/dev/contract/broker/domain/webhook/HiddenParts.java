package dev.contract.broker.domain.webhook;

import dev.contract.broker.domain.WebhookRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a webhook's request that are secret. Its password, and headers whose names promise a secret, are shown to nobody; the URL beyond its
 * host only to who may change the webhook.
 */
public final class HiddenParts {
    /** What stands in place of a secret. */
    public static final String MASK = "**********";

    private static final List<String> WORDS = List.of("authorization", "token", "cookie", "secret", "key", "password");
    private static final String PARAMETER = "${";
    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s\"<>]*[^\\s\"<>.:]");
    private static final int SHORTEST = 4;

    private HiddenParts() {}

    private static boolean isSecret(String header, String value) {
        String name = header.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(name::contains) && !value.contains(PARAMETER);
    }

    /** The request as everybody may see it who may see anything. */
    public static WebhookRequest withoutPlace(WebhookRequest request) {
        return masked(request).withUrl(ReceiverUrl.of(request.url()).hidden());
    }

    /** The request as it may be shown to who may change it; a value with a parameter in it is no secret. */
    public static WebhookRequest masked(WebhookRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, isSecret(name, value) ? MASK : value));
        return request.withSecrets(headers, masked(request.password()));
    }

    private static @Nullable String masked(@Nullable String password) {
        return password == null || password.contains(PARAMETER) ? password : MASK;
    }

    /**
     * The request with what the stored one has wherever only asterisks came, behind the host of its URL as well: whoever saw a mask sends it
     * back. Both have to go to the same server, or whoever may write a webhook could have its secrets sent to himself.
     */
    public static WebhookRequest restored(WebhookRequest arriving, WebhookRequest stored) {
        Map<String, String> headers = new LinkedHashMap<>();
        arriving.headers()
                .forEach((name, value) -> headers.put(
                        name,
                        Optional.of(value)
                                .filter(HiddenParts::isMask)
                                .flatMap(mask -> stored.header(name))
                                .orElse(value)));
        String password = arriving.password();
        return arriving.withSecrets(headers, isMask(password) ? stored.password() : password)
                .withUrl(ReceiverUrl.of(arriving.url()).isHidden() ? stored.url() : arriving.url());
    }

    /** Whether a value is nothing but asterisks. */
    public static boolean isMask(@Nullable String value) {
        return value != null && !value.isEmpty() && value.chars().allMatch(letter -> letter == '*');
    }

    /** What of a request is nothing but asterisks, as the fields of the API are named; of the URL, what stands behind its host. */
    public static List<String> masks(WebhookRequest request) {
        List<String> fields = new ArrayList<>();
        if (ReceiverUrl.of(request.url()).isHidden()) {
            fields.add("url");
        }
        request.headers().forEach((name, value) -> {
            if (isMask(value)) {
                fields.add("headers." + name);
            }
        });
        if (isMask(request.password())) {
            fields.add("password");
        }
        return fields;
    }

    /** A text of ours in which no URL shows more than its host. */
    public static String hideUrls(String text) {
        return URL.matcher(text)
                .replaceAll(url ->
                        Matcher.quoteReplacement(ReceiverUrl.of(url.group()).hidden()));
    }

    /** A text without the secrets of a request, wherever they stand in it. */
    public static String hide(String text, WebhookRequest request) {
        String shown = text;
        for (String secret : secrets(request)) {
            shown = shown.replace(secret, MASK);
        }
        return shown;
    }

    /** The longest first: one may be part of another. Of {@code Bearer abc} the second word alone is a secret as well. */
    private static List<String> secrets(WebhookRequest request) {
        List<String> secrets = new ArrayList<>();
        String password = request.password();
        if (password != null) {
            secrets.add(password);
        }
        if (password != null && !password.contains(PARAMETER)) {
            request.basicCredentials().ifPresent(secrets::add);
        }
        secrets.add(ReceiverUrl.of(request.url()).rest());
        request.headers().forEach((name, value) -> {
            if (isSecret(name, value)) {
                secrets.add(value);
                secrets.addAll(List.of(value.split("\\s+")));
            }
        });
        return secrets.stream()
                .flatMap(secret -> secret.isBlank() ? Stream.empty() : Stream.of(secret))
                .filter(secret -> secret.length() >= SHORTEST
                        && !List.of("Bearer", "Basic", "token").contains(secret))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
