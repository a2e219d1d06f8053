package vn.vonggac.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/**
 * What an operator can set about signing in.
 *
 * @param idle after how long without a click a session ends
 * @param administratorIdle the same for an administrator
 * @param longest after how long a session ends in any case
 * @param administratorLongest the same for an administrator
 * @param failures in a row after which a name is locked
 * @param addressFailures in a row after which an address is locked
 * @param lock how long the first lock lasts; each further failure doubles it
 * @param shortestPassword characters a password has at least
 * @param passwordKinds how many of capital, small letter, digit and other character it has at least; there are four
 * @param passwordAge after how long a password has to be changed
 * @param idleAccount after how long without signing in an account is disabled
 * @param invitation how long a code of an invitation is good
 * @param factorFor the roles that need a second factor; anybody may take one on
 * @param review after how long somebody's rights have to be looked at again
 * @param longestToken how long a token for a program or a screen may be good
 */
@ConfigurationProperties("vonggac.account")
public record AccountConfig(@Bindable(defaultValue = "15m") Duration idle,
        @Bindable(defaultValue = "5m") Duration administratorIdle,
        @Bindable(defaultValue = "12h") Duration longest,
        @Bindable(defaultValue = "8h") Duration administratorLongest,
        @Bindable(defaultValue = "5") @Min(1) int failures,
        @Bindable(defaultValue = "20") @Min(1) int addressFailures,
        @Bindable(defaultValue = "1m") Duration lock,
        @Bindable(defaultValue = "12") @Min(8) int shortestPassword,
        @Bindable(defaultValue = "4") @Min(1) int passwordKinds,
        @Bindable(defaultValue = "180d") Duration passwordAge,
        @Bindable(defaultValue = "45d") Duration idleAccount,
        @Bindable(defaultValue = "3d") Duration invitation,
        @Bindable(defaultValue = "administrator,reviewer") List<String> factorFor,
        @Bindable(defaultValue = "180d") Duration review,
        @Bindable(defaultValue = "365d") Duration longestToken) {

    public AccountConfig {
        factorFor = List.copyOf(factorFor);
    }

    Duration idle(Role role) {
        return role == Role.ADMINISTRATOR ? administratorIdle : idle;
    }

    Duration longest(Role role) {
        return role == Role.ADMINISTRATOR ? administratorLongest : longest;
    }
}
