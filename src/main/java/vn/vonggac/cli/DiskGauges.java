package vn.vonggac.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import java.io.File;
import javax.sql.DataSource;

/** How much room the disk of the data folder of the service has. */
@Context
@Requires(beans = {MeterRegistry.class, DataSource.class})
final class DiskGauges {

    DiskGauges(@Value("${vonggac.data}") String folder, MeterRegistry registry) {
        new DiskSpaceMetrics(new File(folder)).bindTo(registry);
    }
}
