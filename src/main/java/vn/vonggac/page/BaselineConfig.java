package vn.vonggac.page;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How what is normal is learned and kept.
 *
 * @param visits after how many visits a page is known well enough to call something on it new
 * @param time over how long those visits must spread at least
 * @param inMemory how many pages are kept in memory as learned; the others are read when they are looked at
 * @param write how often what was learned is written
 */
@ConfigurationProperties("vonggac.page.baseline")
public record BaselineConfig(@Bindable(defaultValue = "5") @Min(1) int visits,
        @Bindable(defaultValue = "24h") Duration time,
        @Bindable(defaultValue = "1000") @Min(1) int inMemory,
        @Bindable(defaultValue = "1h") Duration write) {

    Patience patience() {
        return new Patience(visits, time);
    }
}
