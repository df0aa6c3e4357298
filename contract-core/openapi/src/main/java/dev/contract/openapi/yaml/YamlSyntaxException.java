package dev.contract.openapi.yaml;

import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Location;
import dev.contract.core.problem.Problem;

/** A text that is not YAML, or nothing that JSON could say, or too large; the problem says where. */
public final class YamlSyntaxException extends ContractException {
    private static final long serialVersionUID = 1;

    YamlSyntaxException(Location place, String reason, String mend) {
        super(Problem.error("CONTRACT-YAML", "not readable as YAML")
                .at(place)
                .found(reason)
                .mend(mend));
    }

    YamlSyntaxException(Location place, String reason) {
        super(Problem.error("CONTRACT-YAML", "not readable as YAML").at(place).found(reason));
    }
}
