package dev.contract.compare.inclusion;

import dev.contract.compare.accept.Later;
import dev.contract.compare.accept.Members;
import dev.contract.compare.accept.Shape;
import dev.contract.compare.accept.TextRule.Carrier;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The part of {@link JsonInclusion} that compares objects. */
final class ObjectInclusion {
    private static final String ABSENT = "nothing";
    private static final String OPEN = "entries of any name";

    /** Of each entry in a copy of all of them, in steps. */
    private static final long WORK = 10;

    private final JsonInclusion whole;

    ObjectInclusion(JsonInclusion whole) {
        this.whole = whole;
    }

    void compare(Members inner, Members outer, Shape one, Shape other, Spot spot) {
        Once<JsonObject> sample = new Once<>(() -> Samples.object(inner, one.example()));
        required(inner, outer, sample, spot);
        Set<String> names = new LinkedHashSet<>(inner.known().keySet());
        names.addAll(outer.known().keySet());
        names.forEach(name -> named(name, inner, outer, sample, spot));
        others(inner, outer, sample, names, spot);
        if (outer.nonEmpty() && !inner.requiresAny()) {
            whole.doubt(one, other, spot, "no empty object shows it", List.of(JsonObject.EMPTY));
        }
        whole.unclear(inner.unclear(), outer.unclear(), one, other, spot, sample);
    }

    /** What must be there must be there in the other as well. */
    private void required(Members inner, Members outer, Once<JsonObject> sample, Spot spot) {
        outer.known().forEach((name, member) -> {
            if (member.required() && !inner.requires(name)) {
                Later shape = inner.at(name);
                whole.doubt(
                        shape == null || !inner.known().containsKey(name) ? ABSENT : shape.get() + ", or " + ABSENT,
                        member.shape().get().toString(),
                        spot.path() + Spot.step(name),
                        spot,
                        "no object without it shows it",
                        copies(sample.get(), all -> List.of(without(name, inner, all), all.without(name))));
            }
        });
    }

    /** Objects that may show something: of a large one there are not as many as it has names. */
    private static List<JsonValue> copies(JsonObject sample, Function<JsonObject, List<JsonValue>> changes) {
        Budget.spend(WORK * sample.size());
        return Budget.isSpent() ? List.of() : changes.apply(sample);
    }

    private static JsonObject without(String name, Members inner, JsonObject sample) {
        JsonObject rest = sample.without(name);
        return rest.isEmpty() && inner.nonEmpty()
                ? Samples.withOther(inner, rest).without(name)
                : rest;
    }

    private void named(String name, Members inner, Members outer, Once<JsonObject> sample, Spot spot) {
        Later here = inner.at(name);
        if (here == null) {
            return;
        }
        Later there = outer.at(name);
        boolean reported =
                outer.requires(name) && !inner.requires(name) && !inner.known().containsKey(name);
        if (there == null) {
            List<JsonValue> with = copies(sample.get(), all -> List.of(all.with(name, Samples.of(here))));
            whole.doubt(
                    here.get().toString(),
                    ABSENT,
                    spot.path() + Spot.step(name),
                    spot,
                    "no object with it shows it",
                    with);
        } else if (!reported && !here.isSame(there)) {
            whole.compare(here, there, spot.field(name, sample));
        }
    }

    /** Entries that nobody agreed on. */
    private void others(Members inner, Members outer, Once<JsonObject> sample, Set<String> names, Spot spot) {
        Later here = inner.others();
        if (here == null || isOpen(outer)) {
            return;
        }
        Spot others = spot.other(fresh(inner, sample.get(), names), sample);
        Later there = outer.others();
        if (there == null) {
            whole.doubt(
                    OPEN,
                    "no other entries",
                    others.path(),
                    others,
                    "no object with another entry shows it",
                    values(here));
            return;
        }
        whole.compare(here, there, others);
        TextInclusion.Answer answer = TextInclusion.of(inner.names(), outer.names(), Carrier.PLAIN);
        if (!answer.isIncluded()) {
            String text = answer.outside();
            List<JsonValue> with = new ArrayList<>();
            Later shape = text == null ? null : inner.at(text);
            if (text != null && shape != null) {
                with.add(sample.get().with(text, Samples.of(shape)));
            }
            whole.doubt(
                    words(inner),
                    words(outer),
                    others.path(),
                    spot,
                    answer.reason().isEmpty() ? "no name shows it" : answer.reason(),
                    with);
        }
    }

    private static boolean isOpen(Members outer) {
        Later there = outer.others();
        return there != null && Later.ANYTHING.isSame(there) && outer.names().isAll();
    }

    private static String words(Members members) {
        return "names: " + members.names();
    }

    private static List<JsonValue> values(Later shape) {
        return List.of(Samples.of(shape));
    }

    private static String fresh(Members inner, JsonObject sample, Set<String> names) {
        Set<String> taken = new LinkedHashSet<>(names);
        taken.addAll(sample.names());
        String name = Samples.text(inner.names(), "other", Carrier.PLAIN).orElse("other");
        for (int i = 2; taken.contains(name) || !inner.names().accepts(name); i++) {
            if (i > 100) {
                return name;
            }
            name = "other" + i;
        }
        return name;
    }
}
