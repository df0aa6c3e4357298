package dev.contract.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.api.BrokerRoutes;
import dev.contract.broker.delivery.Courier;
import dev.contract.broker.delivery.DeliverySettings;
import dev.contract.broker.domain.Store;
import dev.contract.broker.domain.StoreTrouble;
import dev.contract.broker.domain.Transaction;
import dev.contract.broker.egress.Egress;
import dev.contract.broker.egress.EgressRules;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import java.time.Clock;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {

    private static HttpResponse answerWith(StoreTrouble.Kind kind) {
        return answerOf(new BrokenStore(kind));
    }

    private static HttpResponse answerOf(Store troubled) {
        try (Egress egress = new Egress(EgressRules.DEFAULT)) {
            Courier courier = new Courier(troubled, egress, DeliverySettings.DEFAULT, Clock.systemUTC());
            return new BrokerRoutes(troubled, ApiSettings.DEFAULT, courier)
                    .apply(HttpRequest.of("GET", "/pacticipants"));
        }
    }

    @Test
    void a_database_without_room_is_told() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.FULL);

        assertThat(answer.status()).isEqualTo(507);
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("The database has no room left. What it has can be read;"
                        + " nothing can be added until its disk has room.");
    }

    @Test
    void a_database_that_is_away_may_be_asked_again() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.AWAY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().first("Retry-After")).hasValue("2");
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("The database cannot be reached. Nothing was changed; ask again in a moment.");
    }

    @Test
    void a_database_that_went_away_at_the_end_is_not_said_to_have_changed_nothing() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.UNSURE);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().first("Retry-After"))
                .as("nothing is to be repeated unseen")
                .isEmpty();
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo(
                        "The database went away before it said whether it kept this. It is not known whether anything was"
                                + " changed; look, or ask again in a moment.");
    }

    @Test
    void a_database_that_others_hold_may_be_asked_again() {
        HttpResponse answer = answerWith(StoreTrouble.Kind.BUSY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().first("Retry-After")).hasValue("2");
        assertThat(Client.text(Client.json(answer), "error"))
                .isEqualTo("Others hold the database for too long. Nothing was changed; ask again in a moment."
                        + " If it stays so, end the other process that has its file open.");
    }

    @Test
    void an_error_of_ours_is_told_like_any_fault() {
        HttpResponse answer = answerOf(new Store() {
            @Override
            public <R> R read(Function<Transaction, R> work) {
                throw new StackOverflowError();
            }

            @Override
            public <R> R write(Function<Transaction, R> work) {
                throw new StackOverflowError();
            }
        });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(Client.text(Client.json(answer), "error reference")).matches("[A-Za-z2-9]{10}");
    }
}
