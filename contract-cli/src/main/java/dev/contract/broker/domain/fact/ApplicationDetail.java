package dev.contract.broker.domain.fact;

import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Pacticipant.Details;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the things that people say about an application. Two who change different ones are not in each other's way. */
public enum ApplicationDetail {
    DISPLAY_NAME("displayName"),
    MAIN_BRANCH("mainBranch"),
    REPOSITORY_URL("repositoryUrl"),
    REPOSITORY_NAME("repositoryName"),
    REPOSITORY_NAMESPACE("repositoryNamespace");

    private final String text;

    ApplicationDetail(String text) {
        this.text = text;
    }

    /** As the API calls it. */
    public String text() {
        return text;
    }

    public static Optional<ApplicationDetail> of(String text) {
        return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    public @Nullable String in(Details all) {
        return switch (this) {
            case DISPLAY_NAME -> all.displayName();
            case MAIN_BRANCH ->
                all.mainBranch() == null ? null : all.mainBranch().value();
            case REPOSITORY_URL -> all.repositoryUrl();
            case REPOSITORY_NAME -> all.repositoryName();
            case REPOSITORY_NAMESPACE -> all.repositoryNamespace();
        };
    }

    Details replacedIn(Details all, @Nullable String value) {
        BranchName branch = all.mainBranch();
        String url = all.repositoryUrl();
        String name = all.repositoryName();
        String space = all.repositoryNamespace();
        return switch (this) {
            case DISPLAY_NAME -> new Details(value, branch, url, name, space);
            case MAIN_BRANCH ->
                new Details(all.displayName(), value == null ? null : new BranchName(value), url, name, space);
            case REPOSITORY_URL -> new Details(all.displayName(), branch, value, name, space);
            case REPOSITORY_NAME -> new Details(all.displayName(), branch, url, value, space);
            case REPOSITORY_NAMESPACE -> new Details(all.displayName(), branch, url, name, value);
        };
    }
}
