package vn.vonggac.watch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How often the watch looks at what stands around the pages of portals.
 *
 * @param targets how often a page that portals link to is looked at, one step and no further
 * @param targetsPerRound such pages looked at in one round of a portal, at most one of a domain
 * @param probes how often a portal whose owner allowed it is asked each harmless question of our own making
 * @param probesPerRound such questions in one round of a portal
 * @param pictures how often the leading pictures of a home page are asked for
 */
@ConfigurationProperties("vonggac.watch.around")
record AroundConfig(@Bindable(defaultValue = "24h") Duration targets,
        @Bindable(defaultValue = "5") @Min(0) int targetsPerRound,
        @Bindable(defaultValue = "7d") Duration probes,
        @Bindable(defaultValue = "3") @Min(0) int probesPerRound,
        @Bindable(defaultValue = "6h") Duration pictures) {}
