import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of a package on its class path, and ends with the number of those that failed. */
public final class RunTests {
    private RunTests() {}

    public static void main(String... arguments) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectPackage(arguments[0]))
                                .build(),
                        listener);
        listener.getSummary().printFailuresTo(new PrintWriter(System.out));
        System.out.println(listener.getSummary().getTestsSucceededCount() + " tests passed");
        System.exit((int) listener.getSummary().getTotalFailureCount());
    }
}
