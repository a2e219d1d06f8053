package vn.vonggac.watch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How much may be asked for at the desk and by programs, and how long results are kept.
 *
 * @param atOnce checks carried out at once; at most half of them are of whole sites
 * @param waiting checks that may wait for their turn
 * @param unfinished checks of one person or token that may be waiting or under way
 * @param hourlyPerson checks a person may ask for in an hour
 * @param hourlyToken checks a program's token may ask for in an hour
 * @param hourlyHost checks of one host in an hour, whoever asks
 * @param pages most pages of a site
 * @param siteTime after how long the check of a site ends with what it has
 * @param keep how long a result is kept
 * @param silentAfter after how long without a sign of life a check is begun again, by whoever comes first
 * @param attempts how often it is begun
 */
@ConfigurationProperties("vonggac.check")
public record CheckConfig(@Bindable(defaultValue = "4") @Min(1) int atOnce,
        @Bindable(defaultValue = "100") @Min(1) int waiting,
        @Bindable(defaultValue = "5") @Min(1) int unfinished,
        @Bindable(defaultValue = "60") @Min(1) int hourlyPerson,
        @Bindable(defaultValue = "300") @Min(1) int hourlyToken,
        @Bindable(defaultValue = "60") @Min(1) int hourlyHost,
        @Bindable(defaultValue = "30") @Min(2) int pages,
        @Bindable(defaultValue = "10m") Duration siteTime,
        @Bindable(defaultValue = "30d") Duration keep,
        @Bindable(defaultValue = "15s") Duration silentAfter,
        @Bindable(defaultValue = "3") @Min(1) int attempts) {}
