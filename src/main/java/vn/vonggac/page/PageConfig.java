package vn.vonggac.page;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Bounds on reading one page and all pages at once.
 *
 * @param memory how many bytes of pages are read at the same time; further pages wait
 * @param deadline after how long a page is read no further
 * @param nodes at how many tags a page is read no further
 * @param depth how deep elements nest before they are laid side by side
 * @param documentPages how many pages of a PDF are read
 */
@ConfigurationProperties("vonggac.page")
public record PageConfig(@Bindable(defaultValue = "268435456") @Min(1_048_576) long memory,
        @Bindable(defaultValue = "20s") Duration deadline,
        @Bindable(defaultValue = "300000") @Min(1_000) int nodes,
        @Bindable(defaultValue = "300") @Min(32) @Max(2_000) int depth,
        @Bindable(defaultValue = "200") @Min(1) int documentPages) {

    public static final PageConfig DEFAULTS = new PageConfig(268_435_456, Duration.ofSeconds(20), 300_000,
            300, 200);
}
