package dev.contract.consumer.answer;

import dev.contract.core.http.Headers;
import dev.contract.core.http.HttpRequest;
import dev.contract.core.http.HttpResponse;
import dev.contract.core.model.HttpInteraction;
import dev.contract.core.problem.ContractException;
import dev.contract.core.problem.Problem;
import dev.contract.core.problem.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a contract may hold and HTTP has no way to say: statuses, methods, names and values of headers. Source: RFC 9110. */
public final class Unsendable {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\x00]");

    /** After a lower one the client waits for another, which is the answer; a higher one has more than three digits. */
    private static final int LOWEST = 200;

    private static final int HIGHEST = 999;

    private Unsendable() {}

    /** What no client can send of an interaction, or no stub; empty for nearly all. */
    public static List<Problem> in(HttpInteraction interaction) {
        HttpRequest request = interaction.request().example();
        List<Problem> problems = new ArrayList<>();
        if (!TOKEN.matcher(request.method()).matches()) {
            problems.add(problem("a method is no word that HTTP can send", request.method()));
        }
        problems.addAll(in(request.headers()));
        problems.addAll(in(interaction.response().example()));
        return problems;
    }

    /** What no stub can send of a response; empty for nearly all. */
    public static List<Problem> in(HttpResponse response) {
        List<Problem> problems = new ArrayList<>();
        if (response.status() < LOWEST || response.status() > HIGHEST) {
            problems.add(Problem.error("CONTRACT-HTTP", "a stub cannot answer with this status")
                    .found(String.valueOf(response.status()))
                    .mend("give one from " + LOWEST + " to " + HIGHEST));
        }
        problems.addAll(in(response.headers()));
        return problems;
    }

    private static List<Problem> in(Headers headers) {
        List<Problem> problems = new ArrayList<>();
        headers.forEach((name, values) -> {
            if (!TOKEN.matcher(name).matches()) {
                problems.add(problem("the name of a header is no word that HTTP can send", name));
            }
            values.stream()
                    .filter(value -> LINE_END.matcher(value).find())
                    .map(value -> problem("the header " + Quoted.text(name) + " has more than one line", value))
                    .forEach(problems::add);
        });
        return problems;
    }

    private static Problem problem(String what, String found) {
        return Problem.error("CONTRACT-HTTP", what)
                .found(Quoted.text(found))
                .mend("leave out the blanks, line ends and other characters that HTTP has no place for there");
    }

    /** @throws ContractException if a response cannot be sent */
    static void refuse(HttpResponse response) {
        List<Problem> problems = in(response);
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
    }
}
