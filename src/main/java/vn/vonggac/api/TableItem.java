package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import vn.vonggac.portal.Imported;

/**
 * What became of a table, or would become of it.
 *
 * @param written false after a dry run
 */
@Serdeable
@Schema(name = "TableTaken")
record TableItem(boolean written, int added, int changed, int unchanged) {

    static TableItem of(Imported.Taken taken, boolean written) {
        return new TableItem(written, taken.added(), taken.changed(), taken.unchanged());
    }
}
