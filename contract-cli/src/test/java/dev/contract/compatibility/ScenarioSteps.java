package dev.contract.compatibility;

import dev.contract.core.model.SpecVersion;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.ParameterType;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where scenarios begin and end, and the words that many steps use. */
public final class ScenarioSteps {
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final World world;

    public ScenarioSteps(World world) {
        this.world = world;
    }

    @Before
    public void begin(Scenario scenario) {
        world.begin(SpecVersion.valueOf(
                Path.of(scenario.getUri()).getParent().getFileName().toString()));
    }

    @After
    public void end() throws Exception {
        world.end();
    }

    /** {@code 2} or {@code {2}}. */
    @ParameterType("\\{?(\\d+)}?")
    public int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** {@code "1, 2"}. */
    @ParameterType("\"(\\d+(?:, *\\d+)*)\"")
    public List<Integer> numbers(String list) {
        return Stream.of(list.split(", *")).map(Integer::valueOf).toList();
    }

    /** {@code first} or {@code {first}}: the position, from 0. */
    @ParameterType("\\{?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)}?")
    public int ordinal(String word) {
        return ORDINALS.indexOf(word);
    }

    @Given("the following HTTP interactions have been defined:")
    public void define(DataTable table) {
        for (HttpRow row : world.rows(table)) {
            String description = String.format("interaction %02d", row.number());
            world.define(row.number(), row.in(HttpRow.nothing(description)));
        }
    }
}
