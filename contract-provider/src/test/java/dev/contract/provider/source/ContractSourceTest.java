package dev.contract.provider.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.core.http.Headers;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.provider.TestService;
import dev.contract.provider.target.RawService;
import dev.contract.provider.tls.TestKeys;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSourceTest {
    private static final String CONTRACT =
            "{\"consumer\": {\"name\": \"web\"}, \"provider\": {\"name\": \"users\"}, \"interactions\": []}";

    @TempDir
    private Path directory;

    private LoadedContracts load(ContractSource source) {
        return source.load("users");
    }

    @Nested
    class Directories {

        @Test
        void give_the_json_files_that_stand_in_them_by_name() throws IOException {
            Files.writeString(directory.resolve("b.json"), CONTRACT);
            Files.writeString(directory.resolve("a.json"), CONTRACT);
            Files.writeString(directory.resolve(".hidden.json"), "{");
            Files.writeString(directory.resolve("notes.txt"), "{");
            Files.createDirectory(directory.resolve("more.json"));
            Files.writeString(Files.createDirectory(directory.resolve("sub")).resolve("c.json"), CONTRACT);

            LoadedContracts loaded = load(ContractSource.directory(directory));

            assertThat(loaded.contracts())
                    .extracting(LocatedContract::name)
                    .containsExactly(
                            directory.resolve("a.json").toString(),
                            directory.resolve("b.json").toString());
            assertThat(loaded.problems()).isEmpty();
        }

        @Test
        void give_all_problems_of_all_files() throws IOException {
            Files.writeString(directory.resolve("a.json"), "{");
            Files.writeString(directory.resolve("b.json"), "[]");
            Files.writeString(directory.resolve("c.json"), CONTRACT);

            LoadedContracts loaded = load(ContractSource.directory(directory));

            assertThat(loaded.contracts()).hasSize(1);
            assertThat(loaded.problems()).filteredOn(Problem::isError).hasSize(2);
        }
    }

    @Nested
    class Globs {

        private void write(String... files) throws IOException {
            for (String file : files) {
                Files.createDirectories(directory.resolve(file).getParent());
                Files.writeString(directory.resolve(file), CONTRACT);
            }
        }

        private List<String> found(String pattern) {
            LoadedContracts loaded = load(ContractSource.glob(directory, pattern));
            assertThat(loaded.problems()).isEmpty();
            return loaded.contracts().stream()
                    .map(each -> directory.relativize(Path.of(each.name())).toString())
                    .toList();
        }

        @Test
        void give_the_files_that_they_name_by_name() throws IOException {
            write("web/contracts/b.json", "web/contracts/a.json", "app/contracts/c.json", "app/deep/contracts/d.json");
            Files.writeString(directory.resolve("web/contracts/notes.txt"), "{");

            assertThat(found("*/contracts/*.json"))
                    .containsExactly("app/contracts/c.json", "web/contracts/a.json", "web/contracts/b.json");
            assertThat(found("web/contracts/[b-z].json")).containsExactly("web/contracts/b.json");
            assertThat(found("{web,app}/contracts/?.json")).hasSize(3);
            assertThat(found(directory + "/web/*/a.json")).containsExactly("web/contracts/a.json");
        }

        @Test
        void of_any_depth_may_have_none() throws IOException {
            write("app/contracts/c.json", "app/deep/er/contracts/d.json");

            assertThat(found("app/**/contracts/*.json"))
                    .containsExactly("app/contracts/c.json", "app/deep/er/contracts/d.json");
            assertThat(found("**/d.json")).containsExactly("app/deep/er/contracts/d.json");
        }

        @Test
        void that_fit_no_file_are_told() throws IOException {
            write("web/a.json");

            for (String pattern : List.of("web/*/a.json", "none/*.json")) {
                assertThat(load(ContractSource.glob(directory, pattern)).problems())
                        .singleElement()
                        .hasToString("""
                                CONTRACT-NONE  no contract file fits the glob
                                  where  %s
                                  found  no such file below %s
                                  mend   run the consumer's tests, which write contracts; or check the path""".formatted(pattern, directory));
            }
        }

        @Test
        void that_cannot_be_read_are_told() {
            assertThat(load(ContractSource.glob(directory, "*/[a.json")).problems())
                    .singleElement()
                    .hasToString("""
                            CONTRACT-FILE  this is no glob
                              where  */[a.json
                              found  Missing ']
                              mend   close each [ and {, or put a backslash before it""");
        }
    }

    @Nested
    class TheClassPath {
        private final ClassLoader before = Thread.currentThread().getContextClassLoader();

        @AfterEach
        void restore() {
            Thread.currentThread().setContextClassLoader(before);
        }

        private LoadedContracts load(String resource, Path... entries) throws IOException {
            URL[] urls = new URL[entries.length];
            for (int i = 0; i < entries.length; i++) {
                urls[i] = entries[i].toUri().toURL();
            }
            try (URLClassLoader loader = new URLClassLoader(urls, null)) {
                Thread.currentThread().setContextClassLoader(loader);
                return ContractSource.classpath(resource).load("users");
            }
        }

        private Path jar(String... entries) throws IOException {
            Path file = directory.resolve("contracts.jar");
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
                for (String entry : entries) {
                    jar.putNextEntry(new JarEntry(entry));
                    jar.write(entry.endsWith("/") ? new byte[0] : CONTRACT.getBytes(UTF_8));
                }
            }
            return file;
        }

        @Test
        void gives_the_files_of_a_directory_and_of_jars_in_its_order() throws IOException {
            Path classes = Files.createDirectories(directory.resolve("classes/contracts"));
            Files.writeString(classes.resolve("own.json"), CONTRACT);
            Path jar = jar(
                    "contracts/", "contracts/b.json", "contracts/a.json", "contracts/a.txt", "contracts/deep/c.json");

            LoadedContracts loaded = load("/contracts/", jar, classes.getParent(), jar);

            assertThat(loaded.problems()).isEmpty();
            assertThat(loaded.contracts())
                    .extracting(LocatedContract::name)
                    .containsExactly(
                            jar + "!/contracts/a.json",
                            jar + "!/contracts/b.json",
                            classes.resolve("own.json").toString());
        }

        @Test
        void gives_single_files_also_of_jars_without_directories() throws IOException {
            Path jar = jar("contracts/a.json");

            assertThat(load("contracts/a.json", jar).contracts())
                    .extracting(LocatedContract::name)
                    .containsExactly(jar + "!/contracts/a.json");
        }

        @Test
        void tells_the_place_of_what_is_wrong_in_a_jar() throws IOException {
            Path jar = directory.resolve("contracts.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry("a.json"));
                out.write('[');
            }

            assertThat(load("a.json", jar).problems())
                    .singleElement()
                    .asString()
                    .contains("where  " + jar + "!/a.json:1:");
        }

        @Test
        void is_told_when_it_has_no_such_thing() throws IOException {
            assertThat(load("contracts", directory).problems()).singleElement().hasToString("""
                            CONTRACT-FILE  there is nothing of this name on the class path
                              where  class path contracts
                              found  no such directory or file in any entry
                              mend   check the name: src/test/resources/contracts is classpath("contracts"); a jar without entries \
                            for directories gives single files only""");
        }
    }

    @Nested
    class SingleFiles {

        @Test
        void are_told_when_they_are_missing() {
            Path file = directory.resolve("none.json");

            assertThat(load(ContractSource.file(file)).problems())
                    .singleElement()
                    .hasToString("""
                            CONTRACT-FILE  there is no such contract file
                              where  %1$s
                              found  nothing at %1$s
                              mend   check the path; it is relative to the directory in which the verification runs""".formatted(file));
        }
    }

    @Nested
    class Urls {
        @Test
        void a_server_that_nobody_vouches_for_is_told_without_advice_for_another() throws Exception {
            try (RawService server =
                    new RawService(TestKeys.listen("server"), (request, connection) -> connection.sendJson(CONTRACT))) {
                String url = "https://" + server.authority();

                assertThat(ContractSource.url(url).load("users").problems())
                        .extracting(Problem::toString)
                        .containsExactly("""
                                CONTRACT-URL  the contract cannot be fetched
                                  where  %s/
                                  found  no TLS connection to %s: nobody that is trusted here vouches for its certificate""".formatted(url, url));
            }
        }

        @Test
        void are_fetched_with_headers_and_redirects_are_followed() {
            try (TestService service = new TestService();
                    RawService first = new RawService((request, connection) ->
                            connection.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + service.url()
                                    + "/contract\r\n\r\n"))) {
                service.on("GET /contract", 200, CONTRACT);

                LoadedContracts loaded =
                        load(ContractSource.url(first.url() + "/latest?x=1", Headers.of("Authorization", "secret")));

                assertThat(loaded.contracts())
                        .extracting(LocatedContract::name)
                        .containsExactly(first.url() + "/latest?…");
                assertThat(first.requests().get(0))
                        .startsWith("GET /latest?x=1 HTTP/1.1\r\n")
                        .contains("Authorization: secret");
                assertThat(service.asked().get(0).headers()).doesNotContainKey("Authorization");
            }
        }

        @Test
        void are_told_when_they_answer_otherwise() {
            try (TestService service = new TestService()) {
                assertThat(load(ContractSource.url(service.url() + "/none")).problems())
                        .singleElement()
                        .hasToString("""
                                CONTRACT-URL  the contract cannot be fetched
                                  where  %s/none
                                  found  status 404
                                  mend   check the URL; of a broker, contract get-pacts lists those of its contracts""".formatted(service.url()));
            }
        }

        @Test
        void are_told_when_they_lead_in_circles() {
            try (RawService service = new RawService((request, connection) ->
                    connection.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: again\r\n\r\n"))) {
                assertThat(load(ContractSource.url(service.url() + "/a/b")).problems())
                        .singleElement()
                        .extracting(Problem::found)
                        .isEqualTo("more than 5 redirects");
                assertThat(service.requests()).hasSize(6);
                assertThat(service.requests().get(1)).startsWith("GET /a/again ");
            }
        }

        @Test
        void are_told_who_asks() {
            try (TestService service = new TestService()) {
                service.on("GET /contract", 200, CONTRACT);
                String url = service.url() + "/contract";

                load(ContractSource.url(url).basic("ann", "pä:ss"));
                load(ContractSource.url(url).bearer("t0p").header("X-Team", "web"));
                load(ContractSource.url(url.replace("//", "//ann:a%2Fb+c@")));
                load(ContractSource.url(url.replace("//", "//ann@")));

                assertThat(service.asked())
                        .extracting(asked -> asked.headers().get("Authorization"))
                        .containsExactly(
                                List.of("Basic " + base64("ann:pä:ss")),
                                List.of("Bearer t0p"),
                                List.of("Basic " + base64("ann:a/b+c")),
                                List.of("Basic " + base64("ann:")));
                assertThat(service.asked().get(1).headers()).containsEntry("X-team", List.of("web"));
            }
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        }

        @Test
        void keep_their_secrets() {
            try (TestService service = new TestService()) {
                service.on("GET /broken?sig=s3cret", 200, "{");
                service.on(
                        "GET /away?sig=s3cret",
                        asked -> new TestService.Answer(302, "text/plain", "", Map.of("Location", "ftp://s3cret")));
                for (String path : List.of("/broken", "/away", "/none")) {
                    String url = service.url().replace("//", "//ann:s3cret@") + path + "?sig=s3cret";
                    UrlSource source = ContractSource.url(url).header("X-Key", "s3cret");

                    assertThat(source.name()).isEqualTo("URL " + service.url() + path + "?…");
                    assertThat(source).hasToString(source.name());
                    assertThat(load(source).problems())
                            .singleElement()
                            .asString()
                            .contains(path + "?…")
                            .doesNotContain("s3cret");
                }
            }
            assertThatThrownBy(() -> ContractSource.url("http://ann:s3cret@a b/"))
                    .hasMessageContaining("http://…@a b")
                    .hasMessageNotContaining("s3cret");
        }

        @Test
        void ask_for_credentials_when_they_are_needed() {
            try (TestService service = new TestService()) {
                service.on("GET /closed", 401, "{}");
                String place = service.url() + "/closed";

                assertThat(load(ContractSource.url(place)).problems())
                        .singleElement()
                        .hasToString("""
                                CONTRACT-URL  the contract cannot be fetched
                                  where  %s
                                  found  status 401
                                  mend   say who asks: .basic(…), .bearer(…) or .header(…); --user and --password, --token or \
                                --source-header on the command line""".formatted(place));
                assertThat(load(ContractSource.url(place).bearer("wrong")).problems())
                        .singleElement()
                        .extracting(Problem::mend)
                        .isEqualTo(
                                "check the user name and password, token or header: those that were sent are not accepted");
            }
        }

        @Test
        void are_refused_when_they_are_none() {
            assertThatThrownBy(() -> ContractSource.url("http://a b/")).isInstanceOf(ContractException.class);
        }
    }

    @Nested
    class Texts {

        @Test
        void name_whatever_they_look_like() throws IOException {
            Path file = Files.writeString(directory.resolve("a.json"), CONTRACT);

            assertThat(ContractSource.of(directory.toString()).name()).isEqualTo("directory " + directory);
            assertThat(ContractSource.of(file.toString()).name()).isEqualTo("file " + file);
            assertThat(ContractSource.of("none.json").name()).isEqualTo("file none.json");
            assertThat(ContractSource.of("none").name()).isEqualTo("directory none");
            assertThat(ContractSource.of("*/none.json").name()).isEqualTo("glob */none.json");
            assertThat(ContractSource.of("https://example.com/a.json").name())
                    .isEqualTo("URL https://example.com/a.json");
        }
    }
}
