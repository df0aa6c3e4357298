package dev.contract.provider.source;

import dev.contract.core.json.JsonLimits;
import dev.contract.core.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The contract files of a directory of the class path, or one of its files. */
record ClasspathSource(String resource) implements ContractSource {

    @Override
    public String name() {
        return "class path " + resource;
    }

    @Override
    public LoadedContracts load(String provider) {
        List<LocatedContract> contracts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            List<URL> places = places();
            if (places.isEmpty()) {
                problems.add(absent());
            }
            for (URL place : places) {
                LoadedContracts loaded = load(place, provider);
                contracts.addAll(loaded.contracts());
                problems.addAll(loaded.problems());
            }
        } catch (IOException | URISyntaxException e) {
            problems.add(Problem.error("CONTRACT-FILE", "the class path cannot be read")
                    .at(name())
                    .found(e.toString()));
        }
        return new LoadedContracts(contracts, problems);
    }

    /** Each once: a class path may name an entry twice. */
    private List<URL> places() throws IOException {
        ClassLoader own = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
        Map<String, URL> places = new LinkedHashMap<>();
        Collections.list(loader.getResources(resource)).forEach(place -> places.put(place.toString(), place));
        return List.copyOf(places.values());
    }

    private LoadedContracts load(URL place, String provider) throws IOException, URISyntaxException {
        if (place.getProtocol().equals("file")) {
            Path path = Path.of(place.toURI());
            ContractSource files = Files.isDirectory(path) ? new DirectorySource(path) : new FileSource(path);
            return files.load(provider);
        }
        if (place.openConnection() instanceof JarURLConnection connection) {
            return inJar(connection);
        }
        return FileSource.failed(Problem.error("CONTRACT-FILE", "this part of the class path cannot be looked through")
                .at(place.toString())
                .found("neither a directory nor a jar")
                .mend("give the place of the contracts with directory(\"…\") or file(\"…\")"));
    }

    private LoadedContracts inJar(JarURLConnection connection) throws IOException, URISyntaxException {
        connection.setUseCaches(false); // else the jar would stay open
        List<LocatedContract> contracts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String file = file(connection.getJarFileURL());
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : contracts(jar)) {
                LoadedContracts loaded = FileSource.contracts(file + "!/" + entry.getName(), bytes(jar, entry));
                contracts.addAll(loaded.contracts());
                problems.addAll(loaded.problems());
            }
        }
        return new LoadedContracts(contracts, problems);
    }

    private static String file(URL jar) throws URISyntaxException {
        URI place = jar.toURI();
        return place.getScheme().equals("file") ? Path.of(place).toString() : place.toString();
    }

    /** The resource itself, or what stands directly in it. */
    private List<JarEntry> contracts(JarFile jar) {
        JarEntry entry = jar.getJarEntry(resource);
        if (entry != null && !entry.isDirectory() && jar.getJarEntry(resource + "/") == null) {
            return List.of(entry);
        }
        String directory = resource + "/";
        return jar.stream()
                .filter(each -> each.getName().startsWith(directory))
                .filter(each -> DirectorySource.isContract(each.getName().substring(directory.length())))
                .sorted((one, other) -> one.getName().compareTo(other.getName()))
                .toList();
    }

    /** One byte more than a contract may have is enough to refuse it. */
    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return content.readNBytes(JsonLimits.FILE.bytes() + 1);
        }
    }

    private Problem absent() {
        return Problem.error("CONTRACT-FILE", "there is nothing of this name on the class path")
                .at(name())
                .found("no such directory or file in any entry")
                .mend(
                        "check the name: src/test/resources/contracts is classpath(\"contracts\"); a jar without entries for"
                                + " directories gives single files only");
    }
}
