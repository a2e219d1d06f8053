package vn.vonggac.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * What an operator can set about signing in.
 *
 * @param idle after how long without a click a session ends
 * @param longest after how long a session ends in any case
 * @param failures in a row after which an account is locked
 * @param lock how long the first lock lasts; each further failure doubles it, up to a day
 * @param shortestPassword characters a password has at least
 */
@ConfigurationProperties("vonggac.account")
public record AccountConfig(@Bindable(defaultValue = "15m") Duration idle,
        @Bindable(defaultValue = "12h") Duration longest,
        @Bindable(defaultValue = "5") @Min(1) int failures,
        @Bindable(defaultValue = "1m") Duration lock,
        @Bindable(defaultValue = "12") @Min(8) int shortestPassword) {}
