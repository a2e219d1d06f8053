package vn.vonggac.audit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/**
 * Where the installation's key lies.
 *
 * @param key a file readable by the service only; made at the first start
 */
@ConfigurationProperties("vonggac.audit")
record AuditConfig(@Bindable(defaultValue = "${vonggac.data}/installation.key") Path key) {}
