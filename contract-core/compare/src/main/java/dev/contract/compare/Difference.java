package dev.contract.compare;

import dev.contract.compare.inclusion.Witness;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One respect in which an interaction is no longer what it was.
 *
 * <p>Immutable. What is secret in its words is masked, as it is in what shows the witness.
 *
 * @param side of the interaction: {@code request}, {@code response}, {@code message}, {@code answer 2}, or {@code interaction} for what
 *     stands beside the exchange
 * @param place within the side: a path of the body such as {@code $.items[*].id}, {@code status}, {@code header Location}
 * @param movedFrom the place where it was; null unless it moved
 * @param duty of the provider, as far as this goes
 * @param before what was accepted, in words
 * @param after what is accepted now, in words
 * @param witness what shows that the provider owes more: a response that was fine and is refused now, or a request that comes now and could
 *     not before; null where it does not, or where no exchange is needed to show it
 * @param reason why nobody can say more, as half a sentence; null where somebody can
 */
public record Difference(
        String side,
        String place,
        @Nullable String movedFrom,
        Change change,
        Duty duty,
        String before,
        String after,
        @Nullable Witness witness,
        @Nullable String reason) {

    public Difference {
        String was = Discretion.shown(place, before);
        String is = Discretion.shown(place, after);
        boolean hidden = was.equals(is) && !before.equals(after);
        before = hidden ? Discretion.told(was, "a secret value") : was;
        after = hidden ? Discretion.told(is, "another secret value") : is;
    }

    /** Of what stands beside the exchange. */
    static Difference ofInteraction(String place, Change change, Duty duty, String before, String after) {
        return new Difference("interaction", place, null, change, duty, before, after, null, null);
    }

    /** The same, of which nobody can say what it means. */
    Difference unclear(String because) {
        return new Difference(side, place, movedFrom, Change.UNKNOWN, Duty.UNKNOWN, before, after, null, because);
    }

    /** Whether it says that something came, went or moved. */
    boolean isOfPresence() {
        return change == Change.ADDED || change == Change.REMOVED || change == Change.MOVED;
    }

    /** Where it is, and where it was. */
    List<String> places() {
        return Stream.of(place, movedFrom).flatMap(Stream::ofNullable).toList();
    }

    /** {@code response $.address.zip → $.zip}. */
    public String where() {
        String at = movedFrom == null ? place : movedFrom + " → " + place;
        return side.equals("interaction") ? at : side + " " + at;
    }

    /** The same of a place within, of which this or that is accepted. */
    Difference within(String inner, String words) {
        boolean came = change == Change.ADDED;
        return new Difference(
                side, inner, null, change, duty, came ? before : words, came ? words : after, witness, reason);
    }

    /** What has come, of something that is gone elsewhere, is that. */
    Difference movedFrom(Difference gone) {
        Duty heavier = Duty.heaviest(List.of(duty, gone.duty));
        Witness shown = witness == null ? gone.witness : witness;
        return new Difference(side, place, gone.place, Change.MOVED, heavier, gone.before, after, shown, reason);
    }
}
