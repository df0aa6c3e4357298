package dev.contract.core.matching.multipart;

import dev.contract.core.body.ContentType;
import dev.contract.core.matching.BodyFormat;
import dev.contract.core.matching.Mismatch;
import dev.contract.core.matching.Mismatch.Kind;
import dev.contract.core.matching.rule.Shown;
import dev.contract.core.multipart.MultipartPart;
import dev.contract.core.multipart.MultipartReader;
import dev.contract.core.multipart.MultipartSyntaxException;
import dev.contract.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Bodies of several parts: forms with files, mixed and related contents. */
public final class MultipartFormat implements BodyFormat {
    private static final int DEEPEST = 10;

    @Override
    public boolean handles(ContentType type) {
        return type.isMultipart();
    }

    @Override
    public BodyMatcher compile(Expectation expected) {
        try {
            return compile(expected, read(expected));
        } catch (MultipartSyntaxException e) {
            return unreadable(expected, e.reason());
        }
    }

    private static List<MultipartPart> read(Expectation expected) {
        return MultipartReader.read(expected.body().bytes(), Reading.boundary(expected.type()));
    }

    private static BodyMatcher compile(Expectation expected, List<MultipartPart> parts) {
        if (expected.depth() > DEEPEST) {
            return unreadable(expected, "it lies in more than " + DEEPEST + " other ones");
        }
        boolean named = PartNames.tellApart(parts);
        List<PartNode> nodes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            nodes.add(PartNode.of(parts.get(i), i, named, expected));
        }
        return new MultipartMatcher(nodes, named, Reading.boundary(expected.type()));
    }

    private static BodyMatcher unreadable(Expectation expected, String fault) {
        expected.problems()
                .accept(Problem.warning("CONTRACT-BODY", "the expected body is declared as multipart and is not")
                        .found(fault));
        String sentence = "The expected body is not multipart: " + fault;
        return actual ->
                List.of(new Mismatch(Kind.BODY, "$", Shown.cut(expected.text()), Shown.cut(actual.text()), sentence));
    }
}
