package vn.vonggac.watch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;

/**
 * What looking at one portal may cost. The home page and what somebody asked for count, and are looked at all the
 * same: a page made large by an attacker must not blind the watch.
 *
 * @param requests how many requests in an hour of the clock
 * @param bytes how many bytes in 24 hours
 */
@ConfigurationProperties("vonggac.watch.budget")
public record BudgetConfig(@Bindable(defaultValue = "1500") @Min(1) int requests,
        @Bindable(defaultValue = "4000000000") @Min(1_000_000) long bytes) {}
