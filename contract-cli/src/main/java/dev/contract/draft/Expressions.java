package dev.contract.draft;

import dev.contract.core.model.MatchingRule;
import dev.contract.draft.infer.Shape;
import dev.contract.draft.infer.TextForm;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Regular expressions that engines of all languages read, and the rules made of them. */
public final class Expressions {
    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    private Expressions() {}

    /** An expression for just this text. */
    public static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
        }
        return regex.toString();
    }

    /** An expression for each of these texts and no other. */
    static String oneOf(Collection<String> texts) {
        return texts.stream().map(Expressions::literal).collect(Collectors.joining("|", "^(", ")$"));
    }

    /** What accepts all texts of a shape. */
    static MatchingRule rule(Shape.Text text) {
        return text.form() == TextForm.ENUM
                ? MatchingRule.regex(oneOf(text.values()))
                : text.form().rule();
    }

    /** What accepts all of these texts, where everything is text and one that looks like an identifier is one. */
    static MatchingRule rule(List<String> texts) {
        List<TextForm> forms = texts.stream()
                .map(text -> TextForm.ofIdentifier(text).orElse(TextForm.PLAIN))
                .distinct()
                .toList();
        return forms.size() == 1 && forms.get(0) != TextForm.PLAIN
                ? forms.get(0).rule()
                : rule(TextForm.shape(texts));
    }
}
