package dev.contract.cli;

import dev.contract.broker.api.ApiSettings;
import dev.contract.broker.domain.BranchName;
import dev.contract.broker.domain.Refusal;
import dev.contract.broker.domain.publishing.Policies;
import dev.contract.broker.domain.retention.Cleaning;
import dev.contract.broker.domain.retention.CronSchedule;
import dev.contract.broker.domain.retention.KeepSelector;
import dev.contract.broker.domain.retention.KeepSelectors;
import dev.contract.broker.domain.retention.Retention;
import dev.contract.broker.domain.retention.Upkeep;
import dev.contract.core.json.JsonReader;
import dev.contract.core.json.JsonSyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a broker does of its own accord, beside its webhooks, as variables say it, and options that stand for them. */
record BrokerVariables(Surroundings surroundings) {

    ApiSettings of(ApiSettings settings) {
        return settings.withPolicies(policies())
                .withRetention(retention())
                .withDiffTimeout(Duration.ofSeconds(BrokerSetting.PACT_CONTENT_DIFF_TIMEOUT.numberIn(surroundings)));
    }

    private Policies policies() {
        List<BranchName> mainBranches = BrokerSetting.AUTO_DETECT_MAIN_BRANCH.isTrueIn(surroundings)
                ? BrokerSetting.MAIN_BRANCH_CANDIDATES.wordsIn(surroundings).stream()
                        .map(BranchName::new)
                        .toList()
                : List.of();
        return new Policies(
                mainBranches,
                BrokerSetting.USE_FIRST_TAG_AS_BRANCH.isTrueIn(surroundings),
                BrokerSetting.CREATE_DEPLOYED_VERSIONS_FOR_TAGS.isTrueIn(surroundings),
                BrokerSetting.CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES.isTrueIn(surroundings),
                BrokerSetting.ALLOW_DANGEROUS_CONTRACT_MODIFICATION.isTrueIn(surroundings));
    }

    /** When what is old is removed; empty for never. */
    Optional<Upkeep.Plan> upkeep() {
        if (!BrokerSetting.DATABASE_CLEAN_ENABLED.isTrueIn(surroundings)) {
            return Optional.empty();
        }
        Retention retention = retention();
        return Optional.of(new Upkeep.Plan(
                schedule(),
                retention.selectors(),
                retention.settings(),
                BrokerSetting.DATABASE_CLEAN_DRY_RUN.isTrueIn(surroundings)));
    }

    /** What stays of what is old, whoever removes it. */
    Retention retention() {
        int limit = BrokerSetting.DATABASE_CLEAN_DELETION_LIMIT.numberIn(surroundings);
        return new Retention(selectors(), forgetting().withLimit(limit));
    }

    /** Which branches are forgotten; the rest as it is when nobody says anything. */
    Cleaning.Settings forgetting() {
        int days = BrokerSetting.DATABASE_CLEAN_BRANCH_MAX_AGE.numberIn(surroundings);
        return Cleaning.Settings.DEFAULT.withBranchAge(Duration.ofDays(days)).withKeptBranches(keptBranches());
    }

    /** Names of branches have no stars, so that a pattern would keep none. */
    private Set<BranchName> keptBranches() {
        BrokerSetting setting = BrokerSetting.DATABASE_CLEAN_KEEP_BRANCHES;
        List<String> names = setting.namesIn(surroundings);
        if (names.stream().anyMatch(name -> name.contains("*"))) {
            throw new WrongUsage(
                    setting.variable() + " takes whole names of branches, and no patterns: " + String.join(" ", names));
        }
        return names.stream().map(BranchName::new).collect(Collectors.toSet());
    }

    private CronSchedule schedule() {
        BrokerSetting setting = BrokerSetting.DATABASE_CLEAN_CRON_SCHEDULE;
        try {
            return CronSchedule.parse(setting.in(surroundings), ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(setting.variable() + ": " + e.getMessage());
        }
    }

    private List<KeepSelector> selectors() {
        BrokerSetting setting = BrokerSetting.DATABASE_CLEAN_KEEP_VERSION_SELECTORS;
        String text = setting.in(surroundings);
        return text.isEmpty() ? KeepSelector.DEFAULT : selectors(setting.variable(), text);
    }

    /**
     * Selectors as text.
     *
     * @param name what said so
     * @throws WrongUsage if they cannot be meant
     */
    static List<KeepSelector> selectors(String name, String text) {
        try {
            return JsonReader.read(text)
                    .asArray()
                    .map(KeepSelectors::of)
                    .orElseThrow(() -> new WrongUsage(name + " takes a JSON list of objects."));
        } catch (JsonSyntaxException e) {
            throw new WrongUsage(name + " is not JSON: " + e.reason());
        } catch (Refusal e) {
            throw new WrongUsage(name + ": " + e.getMessage());
        }
    }
}
