package dev.contract.broker.api;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchMember;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.matrix.MatrixRow;
import dev.contract.broker.page.At;
import dev.contract.broker.page.Frame;
import dev.contract.broker.page.Mark;
import dev.contract.broker.page.Moment;
import dev.contract.broker.page.Place;
import dev.contract.broker.page.Ref;
import dev.contract.broker.page.Running;
import dev.contract.core.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pages show of the things that the domain knows. */
record Views(Links links, Instant now) {

    static Views of(Call call) {
        return new Views(call.links(), call.now());
    }

    static Frame frame(Call call, String title, Frame.Section section) {
        return frame(call.request(), call.links(), call.admission().visitor(), title, section);
    }

    static Frame frame(Routed request, String title, Frame.Section section) {
        return frame(request.request(), request.links(), request.visitor(), title, section);
    }

    private static Frame frame(
            HttpRequest request, Links links, Optional<Visitor> visitor, String title, Frame.Section section) {
        return new Frame(
                title,
                links.base(),
                section,
                visitor.flatMap(each -> guest(each, request)).orElse(null));
    }

    /** Who says with each request who it is can neither log in nor out. */
    private static Optional<Frame.Guest> guest(Visitor visitor, HttpRequest request) {
        Optional<Frame.Guest> loggedIn =
                visitor.loggedIn().map(name -> new Frame.Guest.LoggedIn(name, visitor.formToken()));
        return loggedIn.isPresent() || visitor.isKnown()
                ? loggedIn
                : Optional.of(new Frame.Guest.Stranger(
                        "/login?back=" + Segments.encode(LocalPath.of(request).text())));
    }

    Ref application(Party party) {
        return new Ref(party.name().value(), links.pacticipant(party));
    }

    /** By its number alone. */
    Ref version(Version version) {
        return new Ref(version.number().value(), links.version(version));
    }

    /** It leads to the versions on it. */
    Ref branch(Branch branch) {
        return new Ref(branch.name().value(), links.branch(branch) + "/versions");
    }

    /** It leads to the applications that have it. */
    Ref label(String label) {
        return new Ref(label, links.to("pacticipants", "label", label));
    }

    Ref environment(Environment environment) {
        return new Ref(environment.displayName(), links.environment(environment));
    }

    Running running(DeployedVersion deployed) {
        return running(
                deployed.environment(), deployed.version(), "deployed", deployed.instance(), deployed.createdAt());
    }

    Running running(ReleasedVersion released) {
        return running(released.environment(), released.version(), "released", null, released.createdAt());
    }

    private Running running(
            Environment environment, Version version, String how, @Nullable String instance, Instant since) {
        return new Running(
                environment(environment),
                application(version.owner()),
                version(version),
                how,
                instance == null ? "" : instance,
                moment(since));
    }

    /** The question whether a version can be deployed; where to, is left open. */
    String deploy(Version version) {
        return links.to("can-i-deploy") + "?pacticipant="
                + Segments.encode(version.owner().toString()) + "&version="
                + Segments.encode(version.number().value());
    }

    String deploy(Version version, Environment environment) {
        return deploy(version) + "&environment="
                + Segments.encode(environment.name().value());
    }

    /** All that is known of a version. */
    String matrix(Version version) {
        return links.to("matrix") + "?q[][pacticipant]="
                + Segments.encode(version.owner().toString()) + "&q[][version]="
                + Segments.encode(version.number().value()) + "&latestby=cvpv";
    }

    /** What became of a content, whatever became of those before it. */
    static Mark mark(Optional<MatrixRow> last) {
        return last.map(row -> row.state() == MatrixRow.State.PASSED ? Mark.good("verified") : Mark.bad("failed"))
                .orElse(Mark.quiet("not verified"));
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
