package vn.vonggac.feed;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;

/**
 * Lists of hosts to know by name.
 *
 * @param lists the name of a list and where it is: a file or an {@code http(s)} address
 * @param folder where the last good copy of each list is kept
 * @param refresh how old a list may get before it is asked for again
 */
@ConfigurationProperties("vonggac.feed")
public record FeedConfig(@Bindable(defaultValue = "") Map<String, String> lists,
        @Bindable(defaultValue = "data/feeds") @NotBlank String folder,
        @Bindable(defaultValue = "6h") @NotNull Duration refresh) {

    public FeedConfig {
        lists = Map.copyOf(lists);
    }
}
