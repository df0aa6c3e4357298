package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.Branch;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.ContentSha;
import dev.contract.broker.domain.Counts;
import dev.contract.broker.domain.Deliveries;
import dev.contract.broker.domain.Delivery;
import dev.contract.broker.domain.DeployedVersion;
import dev.contract.broker.domain.Environment;
import dev.contract.broker.domain.EnvironmentName;
import dev.contract.broker.domain.LiveVersion;
import dev.contract.broker.domain.Pact;
import dev.contract.broker.domain.PactContent;
import dev.contract.broker.domain.Pacticipant;
import dev.contract.broker.domain.PacticipantName;
import dev.contract.broker.domain.Pacts;
import dev.contract.broker.domain.Party;
import dev.contract.broker.domain.ReleasedVersion;
import dev.contract.broker.domain.Session;
import dev.contract.broker.domain.Slice;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.Tag;
import dev.contract.broker.domain.TagName;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.domain.Verification;
import dev.contract.broker.domain.VerificationDetails;
import dev.contract.broker.domain.Verifications;
import dev.contract.broker.domain.Version;
import dev.contract.broker.domain.VersionNumber;
import dev.contract.broker.domain.Webhook;
import dev.contract.broker.domain.WebhookEvent;
import dev.contract.broker.domain.WebhookParty;
import dev.contract.broker.domain.WebhookRequest;
import dev.contract.core.json.JsonObject;
import dev.contract.core.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store must do, whatever the database. */
abstract class StoreSuite {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final BranchName MAIN = new BranchName("main");
    private static final TagName RC = new TagName("rc");

    abstract Store store();

    private void write(Consumer<Transaction> work) {
        store().write(kept -> {
            work.accept(kept);
            return true;
        });
    }

    private static Party party(Transaction kept, String name) {
        return kept.pacticipants()
                .ensure(new PacticipantName(name), NOON)
                .value()
                .party();
    }

    private static Version version(Transaction kept, String name, String number) {
        return kept.versions()
                .ensure(party(kept, name), new VersionNumber(number), NOON)
                .value();
    }

    private static Pact publish(Transaction kept, String consumer, String number, String provider, String sha) {
        PactContent content =
                new PactContent(new ContentSha(sha), JsonObject.of("sha", JsonReader.read("\"" + sha + "\"")), 1, 0);
        return kept.pacts().publish(version(kept, consumer, number), party(kept, provider), content, NOON);
    }

    private static Verification verify(Transaction kept, Pact pact, String number, boolean success, Instant at) {
        Version provider = version(kept, pact.provider().name().value(), number);
        return kept.verifications()
                .add(
                        new Verifications.Arriving(
                                pact.contentId(), provider, success, null, false, null, VerificationDetails.NONE),
                        at);
    }

    private static Environment environment(Transaction kept, String name) {
        return kept.environments().find(new EnvironmentName(name)).orElseThrow();
    }

    private static DeployedVersion deploy(Transaction kept, Version version, @Nullable String instance) {
        return kept.deployments()
                .deploy(UUID.randomUUID().toString(), version, environment(kept, "test"), instance, NOON);
    }

    @Nested
    class AWrite {
        @Test
        void that_fails_leaves_nothing() {
            assertThatThrownBy(() -> write(kept -> {
                        version(kept, "web", "1");
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");

            assertThat(store().<List<Pacticipant>>read(
                                    kept -> kept.pacticipants().all()))
                    .isEmpty();
        }

        @Test
        void is_seen_by_the_next_read() {
            write(kept -> version(kept, "web", "1"));

            assertThat(store().<Long>read(kept -> kept.versions().count(party(kept, "web"))))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Versions {
        @Test
        void are_ordered_by_first_mention() {
            write(kept -> {
                version(kept, "web", "2");
                version(kept, "web", "10");
                version(kept, "web", "2");

                assertThat(kept.versions().latest(party(kept, "web")))
                        .map(Version::number)
                        .hasValue(new VersionNumber("10"));
                assertThat(kept.versions().all(party(kept, "web"), new Slice(1, 5)))
                        .extracting(each -> each.number().value())
                        .containsExactly("2");
            });
        }

        @Test
        void never_take_the_order_of_a_deleted_one() {
            write(kept -> {
                Version gone = version(kept, "web", "1");
                kept.versions().delete(gone);

                assertThat(version(kept, "web", "2").order()).isGreaterThan(gone.order());
            });
        }

        @Test
        void take_all_that_hangs_on_them_with_them() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");
                Verification result = verify(kept, pact, "7", true, NOON);
                kept.tags().add(result.provider(), RC, NOON);
                kept.branches().add(result.provider(), MAIN, NOON);
                deploy(kept, result.provider(), null);
                kept.versions().delete(result.provider());

                assertThat(kept.verifications().newest(pact.contentId())).isEmpty();
                assertThat(kept.tags().latest(pact.provider(), RC)).isEmpty();
                assertThat(kept.branches().head(pact.provider(), MAIN)).isEmpty();
                assertThat(kept.deployments().live(environment(kept, "test"), pact.provider()))
                        .isEmpty();
                kept.versions().delete(pact.consumer());
                assertThat(kept.pacts().latest(pact.consumer().owner(), pact.provider()))
                        .isEmpty();
            });
        }
    }

    @Nested
    class ABranchHead {
        @Test
        void is_the_version_that_was_added_last() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                Version two = version(kept, "web", "2");
                kept.branches().add(two, MAIN, NOON);
                kept.branches().add(one, MAIN, NOON);
                kept.branches().add(two, MAIN, NOON);

                assertThat(kept.branches().head(one.owner(), MAIN)).hasValue(one);
                assertThat(kept.branches().of(one))
                        .extracting(each -> each.head())
                        .containsExactly(true);
                assertThat(kept.branches().of(two))
                        .extracting(each -> each.head())
                        .containsExactly(false);
            });
        }

        @Test
        void and_all_else_about_versions_can_be_asked_for_several_at_once() {
            write(kept -> {
                Version web = version(kept, "web", "1");
                Version orders = version(kept, "orders", "1");
                version(kept, "web", "2");
                Environment test = environment(kept, "test");
                for (Version each : List.of(web, orders)) {
                    kept.branches().add(each, MAIN, NOON);
                    kept.tags().add(each, RC, NOON);
                }
                kept.deployments().deploy("d1", orders, test, null, NOON);
                List<Version> both = List.of(web, orders);

                assertThat(kept.branches().of(both))
                        .extracting(member -> member.version())
                        .containsExactlyInAnyOrder(web, orders);
                assertThat(kept.tags().of(both))
                        .containsExactlyInAnyOrder(new Tag(RC, web, true, NOON), new Tag(RC, orders, true, NOON));
                assertThat(kept.deployments().environmentsOf(both)).isEqualTo(Map.of(orders, List.of(test)));
            });
        }

        @Test
        void moves_to_the_highest_order_when_it_is_taken_away() {
            write(kept -> {
                for (String number : List.of("1", "2", "3")) {
                    kept.branches().add(version(kept, "web", number), MAIN, NOON);
                }
                Party web = party(kept, "web");
                kept.versions().delete(version(kept, "web", "3"));
                assertThat(kept.branches().head(web, MAIN)).map(Version::number).hasValue(new VersionNumber("2"));

                kept.branches()
                        .remove(kept.branches()
                                .member(version(kept, "web", "2"), MAIN)
                                .orElseThrow());
                assertThat(kept.branches().head(web, MAIN)).map(Version::number).hasValue(new VersionNumber("1"));
            });
        }

        @Test
        void stays_where_it_is_when_another_version_is_taken_away() {
            write(kept -> {
                kept.branches().add(version(kept, "web", "1"), MAIN, NOON);
                Version feature = version(kept, "web", "5");
                kept.branches().add(feature, new BranchName("feature"), NOON);
                kept.branches().add(version(kept, "web", "6"), MAIN, NOON);
                kept.branches().add(version(kept, "web", "7"), MAIN, NOON);
                kept.branches().add(feature, MAIN, NOON);

                kept.versions().delete(version(kept, "web", "1"));
                assertThat(kept.branches().head(feature.owner(), MAIN)).hasValue(feature);

                kept.branches()
                        .remove(kept.branches()
                                .member(feature, new BranchName("feature"))
                                .orElseThrow());
                kept.tags().remove(kept.tags().add(feature, RC, NOON).value());
                assertThat(kept.branches().head(feature.owner(), MAIN)).hasValue(feature);
            });
        }

        @Test
        void goes_with_its_branch_and_the_versions_stay() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                Branch branch = kept.branches().add(one, MAIN, NOON).value().branch();
                kept.branches().delete(branch);

                assertThat(kept.branches().head(one.owner(), MAIN)).isEmpty();
                assertThat(kept.versions().latest(one.owner())).hasValue(one);
            });
        }
    }

    @Nested
    class ATagHead {
        @Test
        void is_the_newest_version_whenever_it_was_tagged() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                Version two = version(kept, "web", "2");
                kept.tags().add(two, RC, NOON);
                kept.tags().add(one, RC, NOON.plusSeconds(5));

                assertThat(kept.tags().latest(one.owner(), RC)).hasValue(two);
                kept.tags().remove(kept.tags().find(two, RC).orElseThrow());
                assertThat(kept.tags().latest(one.owner(), RC)).hasValue(one);
                assertThat(kept.tags().firstUsed(one.owner(), RC)).hasValue(NOON.plusSeconds(5));
            });
        }

        @Test
        void is_another_for_each_application() {
            write(kept -> {
                kept.tags().add(version(kept, "web", "1"), RC, NOON);
                kept.tags().add(version(kept, "orders", "7"), RC, NOON);

                assertThat(kept.tags().latest(party(kept, "orders"), RC))
                        .map(Version::number)
                        .hasValue(new VersionNumber("7"));
            });
        }
    }

    @Nested
    class Contents {
        @Test
        void are_shared_by_versions_of_one_pair_only() {
            write(kept -> {
                Pact one = publish(kept, "web", "1", "orders", "a");
                Pact two = publish(kept, "web", "2", "orders", "a");
                Pact other = publish(kept, "kiosk", "1", "orders", "a");

                assertThat(two.contentId()).isEqualTo(one.contentId());
                assertThat(other.contentId()).isNotEqualTo(one.contentId());
                assertThat(kept.pacts().withContent(one.contentId())).containsExactly(two, one);
            });
        }

        @Test
        void that_a_provider_version_found_to_hold_are_known_by_their_newest_publications() {
            write(kept -> {
                Pact held = publish(kept, "web", "1", "orders", "a");
                Pact heldToo = publish(kept, "web", "2", "orders", "a");
                Pact broken = publish(kept, "web", "3", "orders", "b");
                Pact unknown = publish(kept, "web", "4", "orders", "c");
                Pact another = publish(kept, "kiosk", "1", "orders", "a");
                Version provider = verify(kept, held, "7", true, NOON).provider();
                verify(kept, broken, "7", true, NOON);
                verify(kept, broken, "7", false, NOON);
                verify(kept, unknown, "8", true, NOON);
                verify(kept, another, "7", true, NOON);

                assertThat(kept.pacts().honoured(held.consumer().owner(), provider, 8))
                        .containsExactly(heldToo, held);
                assertThat(kept.pacts().honoured(held.consumer().owner(), provider, 1))
                        .containsExactly(heldToo);
            });
        }

        @Test
        void of_the_highest_revision_are_the_pact() {
            write(kept -> {
                Pact first = publish(kept, "web", "1", "orders", "a");
                Pact second = publish(kept, "web", "1", "orders", "b");

                assertThat(kept.pacts().find(first.consumer(), first.provider()))
                        .hasValue(second);
                assertThat(kept.pacts().of(first.consumer())).containsExactly(second);
                assertThat(kept.pacts().revisionsOf(first.consumer())).containsExactly(second, first);
                assertThat(kept.pacts().withContent(first.contentId())).isEmpty();
            });
        }

        @Test
        void come_back_as_they_were() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");

                assertThat(kept.pacts().document(pact.contentId()).toJson()).isEqualTo("{\"sha\":\"a\"}");
            });
        }
    }

    @Nested
    class Results {
        @Test
        void of_one_provider_version_are_decided_by_the_newest() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");
                Verification failed = verify(kept, pact, "7", false, NOON);
                Verification passed = verify(kept, pact, "7", true, NOON);

                assertThat(kept.verifications().newest(pact.contentId())).containsExactly(passed);
                assertThat(kept.verifications().all(pact.contentId())).containsExactly(passed, failed);
                assertThat(kept.verifications().hasSuccess(pact.contentId())).isTrue();
                kept.verifications().delete(passed);
                assertThat(kept.verifications().hasSuccess(pact.contentId())).isFalse();
                assertThat(kept.verifications().newest(pact.contentId(), failed.provider()))
                        .hasValue(failed);
            });
        }

        @Test
        void keep_their_details() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");
                VerificationDetails details = new VerificationDetails(
                        JsonReader.read("[{\"n\": 1.0}]"), JsonReader.read("{\"implementation\": \"x\"}"));
                Verification result = kept.verifications()
                        .add(
                                new Verifications.Arriving(
                                        pact.contentId(),
                                        version(kept, "orders", "7"),
                                        true,
                                        "http://ci",
                                        true,
                                        false,
                                        details),
                                NOON);

                assertThat(kept.verifications().find(result.number())).hasValue(result);
                assertThat(kept.verifications().details(result.number())).isEqualTo(details);
                assertThat(result.pending()).isFalse();
                assertThat(result.wip()).isTrue();
            });
        }

        @Test
        void are_known_by_branch_and_tag_whichever_came_first() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");
                verify(kept, pact, "7", true, NOON.plusSeconds(9));
                Version seven = version(kept, "orders", "7");
                Branch branch = kept.branches()
                        .add(seven, MAIN, NOON.plusSeconds(10))
                        .value()
                        .branch();
                kept.tags().add(seven, RC, NOON.plusSeconds(10));
                Version eight = version(kept, "orders", "8");
                kept.branches().add(eight, MAIN, NOON);
                kept.tags().add(eight, RC, NOON);
                verify(kept, pact, "8", true, NOON.plusSeconds(20));

                assertThat(kept.verifications().firstSuccess(pact.contentId(), branch, false))
                        .hasValue(NOON.plusSeconds(9));
                assertThat(kept.verifications().firstSuccess(pact.contentId(), RC, false))
                        .hasValue(NOON.plusSeconds(9));
                assertThat(kept.verifications().firstSuccess(pact.contentId(), branch, true))
                        .isEmpty();
                assertThat(kept.verifications().firstSuccessElsewhere(pact.contentId(), branch, false))
                        .isEmpty();
                kept.versions().delete(seven);
                assertThat(kept.verifications().firstSuccess(pact.contentId(), branch, false))
                        .hasValue(NOON.plusSeconds(20));
            });
        }
    }

    @Nested
    class PactsAtHeads {
        @Test
        void of_branches_are_found_with_the_branch_unless_they_are_too_old() {
            write(kept -> {
                Pact old = publish(kept, "web", "1", "orders", "a");
                kept.branches().add(old.consumer(), MAIN, NOON);
                kept.pacticipants().integrate(old.consumer().owner(), old.provider(), NOON);
                Pact head = publish(kept, "web", "2", "orders", "b");
                kept.branches().add(head.consumer(), MAIN, NOON);
                publish(kept, "web", "2", "stock", "c");

                assertThat(kept.pacts().atHeadsOfBranches(head.provider(), NOON.minusSeconds(1)))
                        .containsExactly(new Pacts.AtHead(head, MAIN));
                assertThat(kept.pacts().atHeadsOfBranches(head.provider(), NOON))
                        .isEmpty();
            });
        }

        @Test
        void of_tags_are_those_of_the_newest_version_that_has_one() {
            write(kept -> {
                Pact one = publish(kept, "web", "1", "orders", "a");
                Pact two = publish(kept, "web", "2", "orders", "b");
                publish(kept, "web", "3", "orders", "c");
                Party web = one.consumer().owner();
                assertThat(kept.pacts().latest(web, one.provider(), RC)).isEmpty();

                kept.tags().add(one.consumer(), RC, NOON);
                kept.tags().add(two.consumer(), RC, NOON);
                kept.tags().add(version(kept, "web", "4"), RC, NOON);

                assertThat(kept.pacts().latest(web, one.provider(), RC)).hasValue(two);
            });
        }
    }

    @Nested
    class WhatIsLive {
        @Test
        void is_known_by_instance_until_it_is_undeployed() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                DeployedVersion blue = deploy(kept, one, "blue");
                deploy(kept, one, null);

                assertThat(kept.deployments().current(environment(kept, "test"), one.owner(), "blue"))
                        .hasValue(blue);
                assertThat(kept.deployments().live(environment(kept, "test"), one.owner()))
                        .hasSize(1);
                DeployedVersion ended = kept.deployments().undeploy(blue, NOON);
                assertThat(ended.current()).isFalse();
                assertThat(kept.deployments().current(environment(kept, "test"), one.owner(), "blue"))
                        .isEmpty();
                assertThat(kept.deployments().deployed(environment(kept, "test")))
                        .hasSize(1);
                assertThat(kept.deployments().history(one)).hasSize(2);
            });
        }

        @Test
        void is_one_version_for_each_instance() {
            write(kept -> deploy(kept, version(kept, "web", "1"), null));

            assertThatThrownBy(() -> write(kept -> deploy(kept, version(kept, "web", "2"), null)))
                    .hasMessageContaining("live_version");
        }

        @Test
        void holds_releases_until_their_support_ends() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                Environment test = environment(kept, "test");
                ReleasedVersion released =
                        kept.deployments().release("u1", one, test, NOON).value();
                assertThat(kept.deployments().release("u2", one, test, NOON).fresh())
                        .isFalse();
                kept.deployments().endSupport(released, NOON);
                assertThat(kept.deployments().live(test, one.owner())).isEmpty();
                kept.deployments().release("u3", one, test, NOON);

                assertThat(kept.deployments().live(test, one.owner()))
                        .containsExactly(new LiveVersion(one, LiveVersion.Kind.RELEASED));
                assertThat(kept.deployments().environmentsOf(one)).containsExactly(test);
            });
        }

        @Test
        void goes_with_its_environment() {
            write(kept -> {
                Version one = version(kept, "web", "1");
                deploy(kept, one, null);
                kept.environments().delete(environment(kept, "test"));

                assertThat(kept.deployments().history(one)).isEmpty();
                assertThat(kept.deployments().environmentsOf(one)).isEmpty();
            });
        }
    }

    @Nested
    class AnApplication {
        @Test
        void takes_everything_with_it() {
            write(kept -> {
                Pact pact = publish(kept, "web", "1", "orders", "a");
                kept.pacticipants().integrate(pact.consumer().owner(), pact.provider(), NOON);
                verify(kept, pact, "7", true, NOON);
                kept.pacticipants().addLabel(pact.provider(), "back", NOON);
                kept.pacticipants().delete(pact.provider());

                assertThat(kept.pacticipants().all())
                        .extracting(each -> each.name().value())
                        .containsExactly("web");
                assertThat(kept.pacts().of(pact.consumer())).isEmpty();
                assertThat(kept.verifications().all(pact.contentId())).isEmpty();
                assertThat(kept.pacts().providersOf(pact.consumer().owner())).isEmpty();
            });
        }

        @Test
        void keeps_what_people_say_about_it() {
            write(kept -> {
                Pacticipant.Details details = new Pacticipant.Details("Web", MAIN, "http://r", "r", "n");
                Pacticipant stored = kept.pacticipants().update(party(kept, "web"), details, NOON);

                assertThat(stored.details()).isEqualTo(details);
                assertThat(kept.pacticipants().addLabel(stored.party(), "front", NOON))
                        .isTrue();
                assertThat(kept.pacticipants().addLabel(stored.party(), "front", NOON))
                        .isFalse();
                assertThat(kept.pacticipants().labelled("front")).containsExactly(stored);
            });
        }
    }

    /** Lists that are searched and cut by the database. */
    @Nested
    class APage {
        private static final Slice SECOND = new Slice(1, 1);

        @Test
        void of_applications_is_found_by_a_part_of_their_names_whatever_the_case() {
            write(kept -> {
                List.of("Web", "kiosk", "web-2", "100%").forEach(name -> party(kept, name));

                assertThat(kept.pacticipants().named("WEB", Slice.ALL))
                        .extracting(each -> each.name().value())
                        .containsExactly("Web", "web-2");
                assertThat(kept.pacticipants().named("web", SECOND))
                        .extracting(each -> each.name().value())
                        .containsExactly("web-2");
                assertThat(kept.pacticipants().count("%")).isEqualTo(1);
                assertThat(kept.pacticipants().count("")).isEqualTo(4);
            });
        }

        @Test
        void of_labels_has_each_once() {
            write(kept -> {
                kept.pacticipants().addLabel(party(kept, "web"), "b", NOON);
                kept.pacticipants().addLabel(party(kept, "kiosk"), "b", NOON);
                kept.pacticipants().addLabel(party(kept, "web"), "a", NOON);

                assertThat(kept.pacticipants().labels(Slice.ALL)).containsExactly("a", "b");
                assertThat(kept.pacticipants().labels(SECOND)).containsExactly("b");
                assertThat(kept.pacticipants().countLabels()).isEqualTo(2);
            });
        }

        @Test
        void of_branches_and_of_versions_on_them_and_with_tags_starts_with_the_newest() {
            write(kept -> {
                for (String number : List.of("1", "2", "3")) {
                    Version version = version(kept, "web", number);
                    kept.branches().add(version, MAIN, NOON);
                    kept.tags().add(version, RC, NOON);
                }
                kept.branches().add(version(kept, "web", "3"), new BranchName("feat/X"), NOON.plusSeconds(1));
                Party web = party(kept, "web");

                assertThat(kept.branches().named(web, "fEAT/x", Slice.ALL)).hasSize(1);
                assertThat(kept.branches().named(web, "", SECOND))
                        .extracting(Branch::name)
                        .containsExactly(MAIN);
                assertThat(kept.branches().count(web, "")).isEqualTo(2);
                assertThat(kept.branches().versions(web, MAIN, SECOND))
                        .extracting(each -> each.number().value())
                        .containsExactly("2");
                assertThat(kept.branches().countVersions(web, MAIN)).isEqualTo(3);
                assertThat(kept.tags().versions(web, RC, SECOND))
                        .extracting(each -> each.number().value())
                        .containsExactly("2");
                assertThat(kept.tags().countVersions(web, RC)).isEqualTo(3);
            });
        }

        @Test
        void of_pacts_on_a_branch_and_with_a_tag_leaves_out_versions_without_a_pact() {
            write(kept -> {
                Pact first = publish(kept, "web", "1", "orders", "a");
                Pact second = publish(kept, "web", "2", "orders", "b");
                for (String number : List.of("1", "2", "3")) {
                    kept.branches().add(version(kept, "web", number), MAIN, NOON);
                    kept.tags().add(version(kept, "web", number), RC, NOON);
                }
                Pact untagged = publish(kept, "web", "4", "orders", "b");
                Party web = first.consumer().owner();
                Party orders = first.provider();

                assertThat(kept.pacts().onBranch(web, orders, MAIN, Slice.ALL)).containsExactly(second, first);
                assertThat(kept.pacts().onBranch(web, orders, MAIN, Slice.FIRST))
                        .containsExactly(second);
                assertThat(kept.pacts().tagged(web, orders, RC, SECOND)).containsExactly(first);
                assertThat(kept.pacts().latestUntagged(web, orders)).hasValue(untagged);
                assertThat(kept.pacts().previousDistinct(untagged)).hasValue(first);
                assertThat(kept.pacts().previousDistinct(first)).isEmpty();
            });
        }

        @Test
        void of_the_newest_pacts_has_one_for_each_two_applications() {
            write(kept -> {
                integrate(kept, publish(kept, "web", "1", "orders", "a"));
                Pact orders = integrate(kept, publish(kept, "web", "2", "orders", "b"));
                Pact billing = integrate(kept, publish(kept, "web", "1", "billing", "c"));
                kept.pacts().delete(integrate(kept, publish(kept, "web", "1", "stock", "d")));

                assertThat(kept.pacts().newest("", Slice.ALL)).containsExactly(billing, orders);
                assertThat(kept.pacts().newest("web", SECOND)).containsExactly(orders);
                assertThat(kept.pacts().newest("ORDER", Slice.ALL)).containsExactly(orders);
                assertThat(kept.pacts().countPairs("")).isEqualTo(2);
                assertThat(kept.integrations().named("", SECOND))
                        .extracting(each -> each.provider().toString())
                        .containsExactly("orders");
                assertThat(kept.integrations().count("")).isEqualTo(3);
            });
        }
    }

    private static Pact integrate(Transaction kept, Pact pact) {
        kept.pacticipants().integrate(pact.consumer().owner(), pact.provider(), NOON);
        return pact;
    }

    @Nested
    class AnIntegration {
        @Test
        void takes_all_that_was_only_for_it_and_moves_the_heads_of_branches_and_tags() {
            write(kept -> {
                Pact first = integrate(kept, publish(kept, "web", "1", "orders", "a"));
                Pact second = integrate(kept, publish(kept, "web", "2", "orders", "b"));
                integrate(kept, publish(kept, "web", "1", "billing", "c"));
                verify(kept, second, "7", true, NOON);
                List.of(first, second).forEach(pact -> {
                    kept.branches().add(pact.consumer(), MAIN, NOON);
                    kept.tags().add(pact.consumer(), RC, NOON);
                });
                Party web = first.consumer().owner();

                kept.integrations()
                        .delete(kept.integrations().find(web, first.provider()).orElseThrow());

                assertThat(kept.pacts().between(web, first.provider())).isEmpty();
                assertThat(kept.versions().all(web, Slice.ALL)).containsExactly(first.consumer());
                assertThat(kept.versions().count(first.provider())).isZero();
                assertThat(kept.branches().head(web, MAIN)).hasValue(first.consumer());
                assertThat(kept.tags().latest(web, RC)).hasValue(first.consumer());
                assertThat(kept.integrations().find(web, first.provider())).isEmpty();
            });
        }
    }

    @Nested
    class TheLastResult {
        @Test
        void is_that_of_a_content_or_of_any_content_of_the_two() {
            write(kept -> {
                Pact one = publish(kept, "web", "1", "orders", "a");
                Pact other = publish(kept, "web", "2", "orders", "b");
                Party web = one.consumer().owner();
                assertThat(kept.verifications().lastBetween(web, one.provider()))
                        .isEmpty();

                verify(kept, one, "8", false, NOON);
                Verification last = verify(kept, one, "7", true, NOON);

                assertThat(kept.verifications().last(one.contentId())).hasValue(last);
                assertThat(kept.verifications().last(other.contentId())).isEmpty();
                assertThat(kept.verifications().lastBetween(web, one.provider()))
                        .hasValue(last);
            });
        }
    }

    @Nested
    class AContent {
        @Test
        void goes_with_its_last_pact_unless_there_is_a_result_for_it() {
            write(kept -> {
                Pact lone = publish(kept, "web", "1", "orders", "a");
                Pact verified = publish(kept, "web", "2", "orders", "b");
                verify(kept, verified, "7", true, NOON);
                List.of(lone, verified).forEach(kept.pacts()::delete);
                Party web = lone.consumer().owner();

                assertThat(kept.pacts().content(web, lone.provider(), lone.sha()))
                        .isEmpty();
                assertThat(kept.pacts().content(web, lone.provider(), verified.sha()))
                        .hasValue(verified.contentId());
            });
        }
    }

    @Nested
    class TheQueue {
        private static final Instant LATER = NOON.plusSeconds(60);

        private Pact trigger(Transaction kept, int times) {
            Pact pact = publish(kept, "web", "1", "orders", "a");
            Webhook webhook = kept.webhooks()
                    .create(
                            UUID.randomUUID().toString(),
                            new Webhook.Details(
                                    null,
                                    WebhookParty.ANYBODY,
                                    WebhookParty.ANYBODY,
                                    Set.of(WebhookEvent.CONTRACT_PUBLISHED),
                                    true),
                            new WebhookRequest("POST", "https://ci.example", Map.of(), null, null, null),
                            NOON);
            for (int i = 0; i < times; i++) {
                Delivery.Cause cause = new Delivery.Cause(WebhookEvent.CONTRACT_PUBLISHED, pact, null);
                kept.deliveries().add("delivery-" + i, webhook, cause, Map.of(), NOON.plusMillis(i));
            }
            return pact;
        }

        private String claim(Transaction kept, String owner, Instant now) {
            return kept.deliveries()
                    .claim(owner, now, now.plusSeconds(60))
                    .map(claim -> claim.delivery().uuid())
                    .orElse("none");
        }

        @Test
        void gives_what_is_due_to_one_at_a_time_the_oldest_first() {
            write(kept -> {
                trigger(kept, 2);

                assertThat(claim(kept, "a", NOON.minusSeconds(1))).isEqualTo("none");
                assertThat(claim(kept, "a", NOON.plusSeconds(1))).isEqualTo("delivery-0");
                assertThat(claim(kept, "b", NOON.plusSeconds(1))).isEqualTo("delivery-1");
                assertThat(claim(kept, "c", NOON.plusSeconds(1))).isEqualTo("none");
                assertThat(kept.deliveries().nextDue()).hasValue(NOON.plusSeconds(61));
            });
        }

        @Test
        void takes_back_what_is_heard_of_no_more_and_then_hears_nothing_of_its_first_owner() {
            write(kept -> {
                trigger(kept, 1);
                Delivery.Attempt attempt = new Delivery.Attempt(1, LATER, true, "done");
                Deliveries.Claim first =
                        kept.deliveries().claim("a", NOON, LATER).orElseThrow();
                Deliveries.Claim second = kept.deliveries()
                        .claim("b", LATER, LATER.plusSeconds(60))
                        .orElseThrow();

                assertThat(kept.deliveries().finish(first, attempt, null)).isFalse();
                assertThat(kept.deliveries().attempts(first.delivery())).isEmpty();
                assertThat(kept.deliveries().finish(second, attempt, null)).isTrue();
                assertThat(kept.deliveries().attempts(second.delivery())).containsExactly(attempt);
                assertThat(kept.deliveries().nextDue()).isEmpty();
            });
        }

        @Test
        void gives_nothing_twice_however_many_ask_at_once() throws Exception {
            int rows = 40;
            int askers = 8;
            write(kept -> trigger(kept, rows));
            List<String> claimed = Collections.synchronizedList(new ArrayList<>());
            ExecutorService threads = Executors.newFixedThreadPool(askers);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < askers; i++) {
                    String owner = "owner-" + i;
                    running.add(threads.submit(() -> claimAll(owner, claimed)));
                }
                for (Future<?> each : running) {
                    each.get(60, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(claimed).hasSize(rows).doesNotHaveDuplicates();
        }

        /** One that finds nothing may have lost a race for a row, so that what is left decides when it is over. */
        private void claimAll(String owner, List<String> claimed) {
            while (store().<Boolean>read(kept -> kept.deliveries()
                    .nextDue()
                    .filter(due -> due.isBefore(LATER))
                    .isPresent())) {
                String uuid = store().write(kept -> claim(kept, owner, NOON.plusSeconds(30)));
                if (!uuid.equals("none")) {
                    claimed.add(uuid);
                }
            }
        }

        @Test
        void tells_of_each_pact_what_it_triggered_last() {
            write(kept -> {
                Pact pact = trigger(kept, 3);
                Pact other = publish(kept, "web", "2", "orders", "b");

                assertThat(kept.deliveries().newest(List.of())).isEmpty();
                assertThat(kept.deliveries().newest(List.of(pact, other)))
                        .containsOnlyKeys(pact.id())
                        .satisfies(found -> assertThat(found.get(pact.id()))
                                .extracting(Delivery::uuid)
                                .containsExactly("delivery-2"));
            });
        }
    }

    @Nested
    class TheCounts {
        @Test
        void are_of_everything() {
            write(kept -> {
                assertThat(kept.statistics().counts().publications()).isEqualTo(new Counts.Span(0, null, null));

                Pact pact = integrate(kept, publish(kept, "web", "1", "orders", "a"));
                verify(kept, pact, "7", true, NOON.plusSeconds(1));
                verify(kept, pact, "7", false, NOON.plusSeconds(2));
                kept.branches().add(pact.consumer(), MAIN, NOON);
                kept.tags().add(pact.consumer(), RC, NOON);
                kept.deployments().undeploy(deploy(kept, pact.consumer(), null), NOON);

                assertThat(kept.statistics().counts())
                        .isEqualTo(new Counts(
                                2,
                                2,
                                1,
                                1,
                                1,
                                new Counts.Span(1, NOON, NOON),
                                1,
                                1,
                                0,
                                new Counts.Span(2, NOON.plusSeconds(1), NOON.plusSeconds(2)),
                                1,
                                2,
                                1,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0,
                                0));
            });
        }
    }

    @Test
    void sessions_are_found_until_they_end_and_the_oldest_make_room() {
        write(kept -> {
            for (int i = 1; i <= 4; i++) {
                Instant end = NOON.plusSeconds(i == 3 ? 0 : 60);
                kept.sessions().add(new Session(hex(9), hex(i), end), hex(i));
            }
            kept.sessions().prune(NOON, 2);
        });

        assertThat(sessions()).containsExactly(hex(2), hex(4));

        write(kept -> kept.sessions().delete(hex(4)));
        assertThat(sessions()).containsExactly(hex(2));
    }

    @Test
    void the_sessions_of_one_make_room_for_no_others() {
        write(kept -> {
            for (int i = 1; i <= 4; i++) {
                kept.sessions().add(new Session(hex(i == 1 ? 8 : 9), hex(i), NOON), hex(i));
            }
            kept.sessions().pruneOf(hex(9), 1);
        });

        assertThat(sessions()).containsExactly(hex(1), hex(4));
    }

    private static String hex(int digit) {
        return String.valueOf(digit).repeat(64);
    }

    private List<String> sessions() {
        return store().read(kept -> IntStream.rangeClosed(1, 4)
                .mapToObj(i -> kept.sessions().byDigest(hex(i)))
                .flatMap(Optional::stream)
                .map(Session::proof)
                .toList());
    }
}
