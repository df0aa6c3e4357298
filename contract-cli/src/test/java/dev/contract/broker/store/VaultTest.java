package dev.contract.broker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contract.broker.domain.StoreTrouble;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final String TEXT = "{\"password\":\"hunter22\"}";

    private static Vault vault(int letter) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) letter);
        return Vault.withKey(Base64.getEncoder().encodeToString(key));
    }

    @Test
    void gives_back_what_it_was_given() {
        String closed = vault(1).close(TEXT, "a");

        assertThat(closed).startsWith("aes-gcm:").doesNotContain("hunter");
        assertThat(vault(1).close(TEXT, "a")).isNotEqualTo(closed);
        assertThat(vault(1).open(closed, "a")).isEqualTo(TEXT);
    }

    @Test
    void without_a_key_keeps_texts_as_they_are_and_with_one_reads_them() {
        assertThat(Vault.OPEN.close(TEXT, "a")).isEqualTo(TEXT);
        assertThat(vault(1).open(TEXT, "a")).isEqualTo(TEXT);
    }

    @Test
    void opens_with_no_other_key_and_at_no_other_place() {
        String closed = vault(1).close(TEXT, "a");

        assertThatThrownBy(() -> vault(2).open(closed, "a")).hasMessage("""
                BROKER-KEY  the request of a webhook is encrypted and cannot be read
                  where  webhook a
                  found  another key
                  mend   start the broker with the key that it was written with (CONTRACT_BROKER_SECRET_KEY), or write the webhook anew""");
        assertThatThrownBy(() -> vault(1).open(closed, "b")).isInstanceOf(StoreTrouble.class);
        assertThatThrownBy(() -> Vault.OPEN.open(closed, "a")).hasMessageContaining("found  no key");
    }

    @Test
    void refuses_a_key_of_another_size() {
        assertThatThrownBy(() -> Vault.withKey("c2hvcnQ=")).hasMessage("""
                BROKER-KEY  the key for secrets is not one of 32 bytes in Base64
                  found  5 bytes
                  mend   make one with: openssl rand -base64 32""");
    }
}
