package vn.vonggac.page;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where copies lie and how long.
 *
 * @param folder the folder of the copies
 * @param age after how long a copy is let go
 * @param most how many runs of one page under one view are kept
 * @param disk how many bytes all copies may take; the eldest go first
 * @param rest how long a run of visits that say the same keeps no further copy
 */
@ConfigurationProperties("vonggac.page.copies")
public record CopyConfig(@Bindable(defaultValue = "data/copies") Path folder,
        @Bindable(defaultValue = "400d") Duration age, @Bindable(defaultValue = "1000") @Min(1) int most,
        @Bindable(defaultValue = "53687091200") @Min(1_048_576) long disk,
        @Bindable(defaultValue = "6h") Duration rest) {}
