package vn.vonggac.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * What an operator can set about being asked.
 *
 * @param proxies reverse proxies that are believed when they say for whom they ask, in CIDR notation
 * @param allowPlainHttpBeyondLoopback whether anybody is answered in the clear
 */
@ConfigurationProperties("vonggac.http")
record HttpConfig(@Bindable(defaultValue = "") List<String> proxies,
        @Bindable(defaultValue = "false") boolean allowPlainHttpBeyondLoopback) {

    HttpConfig {
        proxies = proxies.stream().filter(line -> !line.isBlank()).toList();
    }
}
