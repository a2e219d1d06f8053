package vn.vonggac.watch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How the watch works.
 *
 * @param enabled whether this node looks at portals by itself
 * @param rounds how many portals are looked at at once at least; as many more as their rhythms ask for
 * @param heartbeat how often changed rhythms, pauses and wanted visits are taken up, and the watchdog looks
 * @param repeatAfter when a suspicious visit is repeated for the second time; the first time is at once
 * @param roundTime how long one round may take before it gives up its place
 * @param pagesPerRound pages looked at in one round, besides the home page and what is wanted
 * @param pages how many pages of a portal are kept in the frontier
 * @param depth how many links away from the home page a page may be
 * @param pagePause how long a page other than the home page is left alone at least; deep ones four times as long at first
 * @param everyPage within which time every page shall be looked at once
 * @param lateAfter how many rhythms without a look make a portal late
 * @param believe for how long a home page that brings the same bytes is not read again
 * @param believeOther the same for other pages, scripts and style sheets
 * @param rejudged how many kept pages are judged by new rules in one heartbeat
 * @param gather how long what a look brought waits for others, to be written with them
 * @param housekeeping how often copies that are too old or too many are let go
 */
@ConfigurationProperties("vonggac.watch")
public record WatchConfig(@Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "64") @Min(1) int rounds,
        @Bindable(defaultValue = "2s") Duration heartbeat,
        @Bindable(defaultValue = "20s") Duration repeatAfter,
        @Bindable(defaultValue = "4m") Duration roundTime,
        @Bindable(defaultValue = "20") @Min(0) int pagesPerRound,
        @Bindable(defaultValue = "20000") @Min(1) int pages,
        @Bindable(defaultValue = "12") @Min(1) int depth,
        @Bindable(defaultValue = "30m") Duration pagePause,
        @Bindable(defaultValue = "24h") Duration everyPage,
        @Bindable(defaultValue = "3") @Min(1) int lateAfter,
        @Bindable(defaultValue = "6h") Duration believe,
        @Bindable(defaultValue = "7d") Duration believeOther,
        @Bindable(defaultValue = "20") @Min(1) int rejudged,
        @Bindable(defaultValue = "500ms") Duration gather,
        @Bindable(defaultValue = "6h") Duration housekeeping) {}
