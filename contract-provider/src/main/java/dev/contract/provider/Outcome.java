package dev.contract.provider;

import dev.contract.core.matching.Mismatch;
import dev.contract.core.report.Finding;
import java.util.List;
import java.util.stream.Stream;

/** What came of one interaction. Immutable. */
public sealed interface Outcome {
    /** The provider did what was agreed. */
    record Passed() implements Outcome {
        @Override
        public List<String> errors() {
            return List.of();
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.passed(this);
        }
    }

    /**
     * The provider answered, but not as agreed.
     *
     * @param mismatches all of them, in the order of the response
     * @param findings the same ready to be shown; an object that lacks several keys has one finding for each, and what an OpenAPI document
     *     does not allow comes last
     */
    record Failed(List<Mismatch> mismatches, List<Finding> findings) implements Outcome {
        public Failed {
            mismatches = List.copyOf(mismatches);
            findings = List.copyOf(findings);
        }

        @Override
        public List<String> errors() {
            Stream<String> headings = mismatches.stream().map(Mismatch::kind).map(Failed::heading);
            boolean breaksDocument =
                    findings.stream().anyMatch(each -> each.part().equals(Conformity.PART));
            return Stream.concat(
                            headings, breaksDocument ? Stream.of("The OpenAPI document had differences") : Stream.of())
                    .distinct()
                    .toList();
        }

        private static String heading(Mismatch.Kind kind) {
            return switch (kind) {
                case STATUS -> "Response status did not match";
                case HEADER -> "Headers had differences";
                case BODY, BODY_CONTENT_TYPE -> "Body had differences";
                case METADATA -> "Metadata had differences";
                case METHOD, PATH, QUERY -> "Request had differences";
            };
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * There was no answer to judge: a state could not be set up, the service could not be reached, and the like.
     *
     * @param reason a sentence
     */
    record Errored(String reason) implements Outcome {
        @Override
        public List<String> errors() {
            return List.of(reason);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.errored(this);
        }
    }

    /**
     * What went wrong, in short: a heading for each part of the answer that differs, worded as all Pact verifiers word it ({@code Body had
     * differences}), or why there was no answer to judge; none when it passed.
     */
    List<String> errors();

    default boolean passed() {
        return this instanceof Passed;
    }

    /** One answer per kind of outcome: a new kind breaks every caller at compile time. */
    <R> R fold(Cases<R> cases);

    /** One function per kind of outcome. */
    interface Cases<R> {
        R passed(Passed passed);

        R failed(Failed failed);

        R errored(Errored errored);
    }
}
