package dev.contract.samples.springorderservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import io.undertow.Version;
import org.apache.hc.core5.util.VersionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/** What the consumer's tests stand on is what Spring Boot chose. */
class VersionsTest {

    @Test
    void are_those_of_spring_boot() {
        String http = VersionInfo.loadVersionInfo(
                        "org.apache.hc.client5", getClass().getClassLoader())
                .getRelease();

        assertThat("Spring Boot %s, Jackson %s, Undertow %s, HttpClient %s, JUnit %s"
                        .formatted(
                                SpringBootVersion.getVersion(),
                                PackageVersion.VERSION,
                                Version.getVersionString(),
                                http,
                                Test.class.getPackage().getImplementationVersion()))
                .matches(System.getProperty("pinned.versions"));
    }
}
