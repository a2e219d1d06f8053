package vn.vonggac.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Scope;

/** A check in a process of its own, for a test to kill: its arguments are the data folder and an address. */
final class KilledCheck {

    private KilledCheck() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(KilledWatch.settings(arguments[0]));
        settings.put("vonggac.watch.enabled", false);
        TestInstallation installation = TestInstallation.with(settings);
        Site.enter(installation, arguments[1], "XA", "7d");
        Checks checks = installation.bean(Checks.class);
        Check check = ((CheckAnswer.Taken) checks.ask(Asker.person("an", Scope.EVERYTHING),
                Asked.page(arguments[1]))).check();
        ChecksTest.within(Duration.ofMinutes(1), () -> checks.find("an", Scope.EVERYTHING, check.id())
                .orElseThrow().steps().size() >= 2);
        System.out.println("asking " + check.id());
        new CountDownLatch(1).await();
    }
}
