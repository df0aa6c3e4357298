package dev.contract.provider;

import static dev.contract.provider.source.ContractSource.directory;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.provider.target.RawService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ways in which providers typically break a contract, and the block that tells each: what a reader needs stands in it, on at most
 * 15 lines. The blocks stand in {@code src/test/resources}, in the folder {@code breaks}.
 */
@Timeout(60)
class BreaksTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/contract/provider/breaks");
    private static final String ALICE =
            "{\"id\": \"user1\", \"name\": \"Alice\", \"age\": 30, \"born\": \"1990-05-17\", \"city\": \"Zürich\", \"tags\": [\"new\"]}";
    private static final String TRACE = """
            java.lang.IllegalStateException: no connection to the database
            \tat shop.Users.find(Users.java:42)
            \tat shop.UserResource.get(UserResource.java:17)
            Caused by: java.net.ConnectException: Connection refused
            \tat java.base/sun.nio.ch.Net.connect(Net.java:579)
            \t... 12 more""";

    @TempDir
    private Path directory;

    /** A break, the service that has it, and what was agreed with it. */
    private enum Break {
        RENAMED,
        MISSING,
        RETYPED,
        NULL,
        CASE,
        FORMAT,
        EMPTY_LIST,
        WRONG_STATUS,
        WRONG_CONTENT_TYPE,
        TRUNCATED_JSON,
        XML_NAMESPACE,
        HEADER_MISSING,
        COOKIE,
        REDIRECT,
        GZIP,
        CHARSET,
        SLOW,
        RESET,
        STACK_TRACE,
        DEAD;

        RawService.Script script() {
            return switch (this) {
                case RENAMED -> json(ALICE.replace("\"name\"", "\"full_name\""));
                case MISSING -> json(ALICE.replace("\"name\": \"Alice\", ", ""));
                case RETYPED -> json(ALICE.replace("30", "\"30\""));
                case NULL -> json(ALICE.replace("\"Alice\"", "null"));
                case CASE -> json(ALICE.replace("\"born\"", "\"Born\""));
                case FORMAT -> json(ALICE.replace("1990-05-17", "17.05.1990"));
                case EMPTY_LIST -> json(ALICE.replace("[\"new\"]", "[]"));
                case WRONG_STATUS -> answer("404 Not Found", "application/json", "{\"error\": \"no user user1\"}");
                case WRONG_CONTENT_TYPE -> answer("200 OK", "text/html", "<!DOCTYPE html><title>Please log in</title>");
                case TRUNCATED_JSON -> json(ALICE.substring(0, 60));
                case XML_NAMESPACE ->
                    answer(
                            "200 OK",
                            "application/xml",
                            "<u:user xmlns:u=\"urn:users:2\"><u:name>Alice</u:name></u:user>");
                case HEADER_MISSING -> answer("200 OK", "application/json", ALICE);
                case COOKIE ->
                    answer("200 OK\r\nETag: \"1\"\r\nSet-Cookie: sid=s3cr3t; Path=/", "application/json", ALICE);
                case REDIRECT ->
                    answer("302 Found\r\nLocation: https://login.example/?next=/users/user1", "text/plain", "");
                case GZIP -> answer("200 OK\r\nETag: \"1\"\r\nContent-Encoding: gzip", "application/json", ALICE);
                case CHARSET ->
                    (request, connection) -> connection.send(
                            "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Type: application/json\r\nContent-Length: "
                                    + ALICE.length() + "\r\n\r\n" + ALICE);
                case SLOW -> (request, connection) -> connection.hang();
                case RESET -> (request, connection) -> connection.reset();
                case STACK_TRACE -> answer("500 Internal Server Error", "text/plain", TRACE);
                case DEAD -> (request, connection) -> connection.close();
            };
        }

        String expectation() {
            return switch (this) {
                case XML_NAMESPACE ->
                    interaction(
                            "\"headers\": {\"Content-Type\": [\"application/xml\"]}, \"body\": {\"contentType\": \"application/xml\", \"encoded\": false,"
                                    + " \"content\": \"<u:user xmlns:u='urn:users:1'><u:name>Alice</u:name></u:user>\"}");
                case COOKIE ->
                    interaction(
                            "\"headers\": {\"Set-Cookie\": [\"sid=example; Path=/; HttpOnly\"]}, \"matchingRules\": {\"header\": {\"Set-Cookie\":"
                                    + " {\"matchers\": [{\"match\": \"regex\", \"regex\": \"sid=\\\\w+; Path=/; HttpOnly\"}]}}}");
                default -> interaction("""
                            "headers": {"Content-Type": ["application/json"], "ETag": ["\\"1\\""]},
                            "body": {"contentType": "application/json", "content": %s},
                            "matchingRules": {
                              "header": {"ETag": {"matchers": [{"match": "type"}]}},
                              "body": {
                                "$.name": {"matchers": [{"match": "type"}]},
                                "$.age": {"matchers": [{"match": "integer"}]},
                                "$.born": {"matchers": [{"match": "date", "format": "yyyy-MM-dd"}]},
                                "$.tags": {"matchers": [{"match": "type", "min": 1}]},
                                "$.tags[*]": {"matchers": [{"match": "type"}]}}}""".formatted(ALICE));
            };
        }

        /** What a service that we started has written by then. */
        List<String> log() {
            return switch (this) {
                case STACK_TRACE -> TRACE.lines().toList();
                case DEAD -> List.of("listening", "java.lang.OutOfMemoryError: Java heap space");
                default -> List.of();
            };
        }

        private static String interaction(String response) {
            return """
                    {"type": "Synchronous/HTTP", "description": "a request for user user1",
                    "providerStates": [{"name": "user user1 exists", "params": {"role": "admin"}}],
                    "comments": {"testname": "UserClientTest.finds_a_user", "testline": "UserClientTest.java:31"},
                    "request": {"method": "GET", "path": "/users/user1", "headers": {"Authorization": ["Bearer example"]}},
                    "response": {"status": 200, %s}}""".formatted(response);
        }

        private static RawService.Script json(String body) {
            return answer("200 OK\r\nETag: \"1\"", "application/json", body);
        }

        private static RawService.Script answer(String status, String contentType, String text) {
            byte[] body = text.getBytes(UTF_8);
            return (request, connection) -> connection.send("HTTP/1.1 " + status + "\r\nContent-Type: " + contentType
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n" + new String(body, ISO_8859_1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_told_on_at_most_15_lines_with_all_that_a_reader_needs(Break broken) throws IOException {
        String block = block(broken);

        compare(broken.name(), block);
        assertThat(block.lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(block)
                .matches("(?s)(FAILED|ERROR) +web → user-service: a request for user user1\\n.*")
                .contains("  where   contracts/web.json:3:1, UserClientTest.finds_a_user (UserClientTest.java:31)\n")
                .contains("  state   \"user user1 exists\" {\"role\":\"admin\"}\n")
                .containsPattern("(?m)^  (status|header|body|wanted)  ")
                .contains("  repeat  curl -i -H 'Authorization: ***' http://service/users/user1\n")
                .contains("  replay  contract verify contracts/web.json --provider user-service --url http://service")
                .endsWith(" --only 'a request for user user1'")
                .doesNotContain("s3cr3t", "example; Path");
    }

    private String block(Break broken) throws IOException {
        new ContractFiles(directory).contract("web", broken.expectation());
        try (RawService service = new RawService(broken.script())) {
            String url = broken == Break.DEAD ? nobody() : service.url();
            VerificationResult result = Verifier.of("user-service")
                    .contractsFrom(directory(directory))
                    .at(url)
                    .replayOptions(List.of("--url", url))
                    .serviceLog(broken::log)
                    .timeLimit(Duration.ofMillis(broken == Break.SLOW ? 200 : 10_000))
                    .state("user {id} exists", state -> {})
                    .verify();
            return result.interactions()
                    .findFirst()
                    .orElseThrow()
                    .report()
                    .replace(url, "http://service")
                    .replace(directory.toString(), "contracts");
        }
    }

    private static String nobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + server.getLocalPort();
        }
    }

    private static void compare(String name, String block) throws IOException {
        Path file = GOLDEN.resolve(name.toLowerCase(Locale.ROOT) + ".txt");
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, block + "\n");
        }
        assertThat(block + "\n").as(file + " (accept it with -Dgolden.update)").isEqualTo(Files.readString(file));
    }
}
