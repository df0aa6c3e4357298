package dev.contract.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(100);

    @Test
    void what_is_too_much_is_refused() {
        room.take("1", 60);

        assertThatThrownBy(() -> room.take("2", 41)).hasMessage("""
                STUB-FULL  no more than 100 bytes of interactions and answers can be added
                  found  60 bytes, and 41 in this call
                  mend   delete some, or all of them: DELETE /__contract/interactions""");
        room.take("2", 40);
    }

    @Test
    void what_is_replaced_or_taken_away_makes_room() {
        room.take("1", 100);

        room.take("1", 90);
        room.take("2", 10);
        room.free("1");
        room.take("3", 90);
    }
}
