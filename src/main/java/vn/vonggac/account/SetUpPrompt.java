package vn.vonggac.account;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Prints the set-up code on the console, as long as there is nobody who could sign in. Never in a log. */
@Singleton
@Requires(env = "serve")
final class SetUpPrompt implements ApplicationEventListener<ServerStartupEvent> {

    private final Accounts accounts;

    SetUpPrompt(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (accounts.nobodyYet()) {
            System.err.printf("%nMã thiết lập / set-up code: %s%n%s/setup%n%n", accounts.newSetUpCode(),
                    event.getSource().getURI());
        }
    }
}
