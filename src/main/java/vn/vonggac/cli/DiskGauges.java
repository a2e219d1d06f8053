package vn.vonggac.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import java.io.File;

/** How much room the disk of the data folder has. */
@Context
@Requires(beans = MeterRegistry.class)
final class DiskGauges {

    DiskGauges(@Value("${vonggac.data}") String folder, MeterRegistry registry) {
        new DiskSpaceMetrics(new File(folder)).bindTo(registry);
    }
}
