package vn.vonggac.corpus;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * Bounds of the index.
 *
 * @param text how many characters of a page are kept for showing what matched
 * @param patience how long one search may take
 * @param most how many versions a search ranks and counts, the newest first, before it says that there are more
 */
@ConfigurationProperties("vonggac.corpus")
public record CorpusConfig(@Bindable(defaultValue = "60000") int text,
        @Bindable(defaultValue = "3s") Duration patience,
        @Bindable(defaultValue = "10000") @Min(100) int most) {

    public static CorpusConfig usual() {
        return new CorpusConfig(60_000, Duration.ofSeconds(3), 10_000);
    }
}
