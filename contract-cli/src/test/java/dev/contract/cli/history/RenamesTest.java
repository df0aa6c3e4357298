package dev.contract.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenamesTest {
    private static Renames renames(String... names) {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < names.length; i += 2) {
            printed.append("R100\0")
                    .append(names[i])
                    .append('\0')
                    .append(names[i + 1])
                    .append('\0');
        }
        return Renames.parse(printed.toString());
    }

    @Test
    void a_file_had_the_name_that_it_came_from() {
        Renames renames = renames("pacts/a b.json", "contracts/web.json", "x", "contracts/web.json.old");

        assertThat(renames.formerName("contracts/web.json")).contains("pacts/a b.json");
        assertThat(renames.formerName("contracts/app.json")).isEmpty();
        assertThat(renames.formerName("contracts/web")).isEmpty();
    }

    @Test
    void a_directory_had_the_name_that_all_in_it_came_from() {
        Renames renames =
                renames("old/pacts/web.json", "contracts/web.json", "old/pacts/sub/app.json", "contracts/sub/app.json");

        assertThat(renames.formerName("contracts")).contains("old/pacts");
        assertThat(renames.formerName("contracts/sub")).contains("old/pacts/sub");
        assertThat(renames.formerName("contract")).isEmpty();
    }

    @Test
    void a_directory_into_which_several_came_has_no_former_name() {
        assertThat(renames("a/web.json", "c/web.json", "b/app.json", "c/app.json")
                        .formerName("c"))
                .isEmpty();
        assertThat(renames("a/other.json", "c/web.json").formerName("c")).isEmpty();
    }
}
