package vn.vonggac.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import vn.vonggac.cli.TestInstallation;

/** A watch in a process of its own, for a test to kill: its argument is the data folder. */
final class KilledWatch {

    private KilledWatch() {}

    static Map<String, Object> settings(String folder) {
        Map<String, Object> settings = new HashMap<>(Site.settings());
        settings.put("vonggac.watch.enabled", true);
        settings.put("vonggac.watch.pages-per-round", 50);
        settings.put("vonggac.data", folder);
        settings.put("vonggac.database.url", "");
        return settings;
    }

    public static void main(String[] arguments) throws InterruptedException {
        TestInstallation installation = TestInstallation.with(settings(arguments[0]));
        installation.bean(Watch.class).start();
        System.out.println("watching");
        new CountDownLatch(1).await();
    }
}
