package dev.contract.openapi;

import dev.contract.core.body.Body;
import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.http.Query;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Exchanges as people write them: {@code === name}, a request, {@code ---}, a response; a blank line is before each body. */
record ExchangeFile(String name, HttpRequest request, HttpResponse response) {
    static List<ExchangeFile> parse(String text) {
        return Stream.of(text.split("(?m)^=== "))
                .filter(block -> !block.isBlank())
                .map(ExchangeFile::exchange)
                .toList();
    }

    private static ExchangeFile exchange(String block) {
        String[] halves = block.split("(?m)^---\n", 2);
        List<String> lines = new ArrayList<>(halves[0].lines().toList());
        String name = lines.remove(0);
        return new ExchangeFile(name, request(lines), response(halves[1].lines().toList()));
    }

    private static HttpRequest request(List<String> lines) {
        String[] words = lines.get(0).split(" ", 2);
        String[] target = words[1].split("\\?", 2);
        return HttpRequest.of(words[0], target[0])
                .withQuery(target.length == 1 ? Query.EMPTY : Query.parse(target[1]))
                .withHeaders(headers(lines))
                .withBody(body(lines));
    }

    private static HttpResponse response(List<String> lines) {
        return new HttpResponse(Integer.parseInt(lines.get(0)), headers(lines), body(lines));
    }

    private static Headers headers(List<String> lines) {
        Headers.Builder headers = Headers.builder();
        lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).forEach(line -> {
            String[] field = line.split(": ", 2);
            headers.addLine(field[0], field[1]);
        });
        return headers.build();
    }

    private static Body body(List<String> lines) {
        int blank = lines.indexOf("");
        String text = blank < 0 ? "" : String.join("\r\n", lines.subList(blank + 1, lines.size()));
        return text.isEmpty() ? Body.MISSING : Body.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
