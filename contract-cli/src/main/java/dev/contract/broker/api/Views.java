package dev.contract.broker.api;

import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Version;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Moment;
import dev.contract.broker.page.OverviewPage.At;
import dev.contract.broker.page.Place;
import dev.contract.broker.page.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What pages show of the things that the domain knows. */
record Views(Links links, Instant now) {

    static Views of(Call call) {
        return new Views(call.links(), call.now());
    }

    static Frame frame(Call call, String title, Frame.Section section) {
        return new Frame(title, call.links().base(), section);
    }

    Ref application(Party party) {
        return new Ref(party.name().value(), links.pacticipant(party));
    }

    /** By its number alone. */
    Ref version(Version version) {
        return new Ref(version.number().value(), links.version(version));
    }

    Moment moment(Instant at) {
        return new Moment(at, now);
    }

    At at(Version version, VersionPlaces places, Instant when) {
        return new At(version(version), places(version, places), moment(when));
    }

    static List<Place> places(Version version, VersionPlaces places) {
        List<Place> all = new ArrayList<>();
        for (BranchMember member : places.branches(version)) {
            all.add(new Place(Place.Kind.BRANCH, member.branch().name().value(), member.head()));
        }
        for (Tag tag : places.tags(version)) {
            all.add(new Place(Place.Kind.TAG, tag.name().value(), tag.latest()));
        }
        for (Environment environment : places.environments(version)) {
            all.add(new Place(Place.Kind.ENVIRONMENT, environment.displayName(), false));
        }
        return all;
    }
}
