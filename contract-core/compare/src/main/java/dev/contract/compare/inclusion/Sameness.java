package dev.contract.compare.inclusion;

import dev.contract.core.json.JsonArray;
import dev.contract.core.json.JsonNull;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import dev.contract.core.matching.select.Ties;
import dev.contract.core.model.Category;
import dev.contract.core.model.Generators;
import dev.contract.core.model.MatchingRule;
import dev.contract.core.model.MatchingRules;
import dev.contract.core.model.MessagePart;
import dev.contract.core.model.Presence;
import dev.contract.core.model.RequestPart;
import dev.contract.core.model.ResponsePart;
import dev.contract.core.model.RuleGroup;
import dev.contract.core.model.RulePath;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether two parts of interactions are the same, as one sees it without asking what they accept. Equality alone does not tell: it knows
 * nothing of the order of rules, and of those that are equally specific the first one counts.
 */
public final class Sameness {
    private static final RuleGroup NO_RULES = RuleGroup.of();

    private Sameness() {}

    /** Version 1.0 of the specification compares the query as it is written. */
    public static boolean of(RequestPart one, RequestPart other) {
        return one.equals(other)
                && one.example()
                        .query()
                        .encoded()
                        .equals(other.example().query().encoded())
                && isOrdered(one.rules(), other.rules())
                && isOrdered(one.generators(), other.generators());
    }

    public static boolean of(ResponsePart one, ResponsePart other) {
        return one.equals(other)
                && isOrdered(one.rules(), other.rules())
                && isOrdered(one.generators(), other.generators())
                && isOrdered(one.extra(), other.extra());
    }

    public static boolean of(MessagePart one, MessagePart other) {
        return one.equals(other)
                && isOrdered(one.metadata(), other.metadata())
                && isOrdered(one.rules(), other.rules())
                && isOrdered(one.generators(), other.generators())
                && isOrdered(one.extra(), other.extra());
    }

    /** Each makes its values after those before it. */
    public static boolean of(Generators one, Generators other) {
        return one.equals(other) && isOrdered(one, other);
    }

    /** The first entry of an example may stand for all. */
    static boolean of(Presence one, Presence other) {
        return one.equals(other)
                && isOrdered(one.optional(), other.optional())
                && isOrdered(one.nullable(), other.nullable());
    }

    private static boolean isOrdered(Map<RulePath, JsonValue> one, Map<RulePath, JsonValue> other) {
        return hasSameOrder(one.keySet(), other.keySet())
                && one.entrySet().stream()
                        .allMatch(each -> isOrdered(each.getValue(), other.getOrDefault(each.getKey(), JsonNull.NULL)));
    }

    /** Of the rules of a body. */
    public static boolean ofBody(Map<String, RuleGroup> one, Map<String, RuleGroup> other) {
        return one.equals(other) && isOrderedBody(one, other);
    }

    private static boolean isOrdered(Generators one, Generators other) {
        return one.byCategory().keySet().stream()
                .allMatch(each ->
                        hasSameOrder(one.of(each).keySet(), other.of(each).keySet()));
    }

    private static boolean isOrdered(MatchingRules one, MatchingRules other) {
        return one.groups().keySet().stream()
                .allMatch(each -> each == Category.BODY
                        ? isOrderedBody(one.of(each), other.of(each))
                        : hasSameOrder(one.of(each).keySet(), other.of(each).keySet()));
    }

    private static boolean isOrderedBody(Map<String, RuleGroup> one, Map<String, RuleGroup> other) {
        boolean sameOrder = hasSameOrder(one.keySet(), other.keySet());
        return (sameOrder || ties(one).equals(ties(other)))
                && one.entrySet().stream()
                        .allMatch(each -> isOrdered(each.getValue(), other.getOrDefault(each.getKey(), NO_RULES)));
    }

    private static List<String> ties(Map<String, RuleGroup> rules) {
        return Ties.among(rules.keySet(), path -> rules.getOrDefault(path, NO_RULES).rules().stream()
                .anyMatch(rule -> rule.type().equals("eachValue")));
    }

    private static boolean hasSameOrder(Set<?> one, Set<?> other) {
        Iterator<?> others = other.iterator();
        for (Object each : one) {
            if (!others.hasNext() || !each.equals(others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }

    /** Rules may hold rules. */
    private static boolean isOrdered(RuleGroup one, RuleGroup other) {
        List<MatchingRule> rules = one.rules();
        for (int i = 0; i < rules.size(); i++) {
            if (!isOrdered(rules.get(i).attributes(), other.rules().get(i).attributes())) {
                return false;
            }
        }
        return true;
    }

    /** Whether two equal values have their keys in the same order. */
    private static boolean isOrdered(JsonValue one, JsonValue other) {
        if (one instanceof JsonObject object && other instanceof JsonObject that) {
            for (int i = 0; i < object.size(); i++) {
                if (!object.nameAt(i).equals(that.nameAt(i)) || !isOrdered(object.valueAt(i), that.valueAt(i))) {
                    return false;
                }
            }
        }
        if (one instanceof JsonArray array && other instanceof JsonArray that) {
            for (int i = 0; i < array.size(); i++) {
                if (!isOrdered(array.get(i), that.get(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
