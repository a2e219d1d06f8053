package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.WatchTemplate;
import vn.vonggac.portal.WatchWindow;
import vn.vonggac.portal.WatchWindowDraft;
import vn.vonggac.portal.WatchWindows;

/** Watch windows and their templates as the desk lists them. */
@Singleton
final class WindowLists {

    private static final int SHOWN = 200;

    private final WatchWindows windows;
    private final Agencies agencies;
    private final InstantSource time;

    WindowLists(WatchWindows windows, Agencies agencies, InstantSource time) {
        this.windows = windows;
        this.agencies = agencies;
        this.time = time;
    }

    List<WindowRow> list(Desk desk) {
        return windows.list(desk.scope(), SHOWN, 0).rows().stream().map(window -> row(desk, window)).toList();
    }

    private WindowRow row(Desk desk, WatchWindow window) {
        return new WindowRow(window.id(), window.name(), window.startsAt(), window.endsAt(),
                which(desk, window),
                window.factor().stripTrailingZeros().toPlainString(), window.roster(), phase(window));
    }

    private String which(Desk desk, WatchWindow window) {
        Long agency = window.agencyId();
        if (agency != null) {
            return agencies.find(desk.scope(), agency).map(Agency::name).orElse("");
        }
        return window.tag().isEmpty()
                ? desk.say("web.windows.all-portals")
                : desk.say("web.windows.tagged", window.tag());
    }

    private WindowRow.Phase phase(WatchWindow window) {
        Instant now = time.instant();
        if (window.isRunning(now)) {
            return WindowRow.Phase.RUNNING;
        }
        return now.isBefore(window.startsAt()) ? WindowRow.Phase.COMING : WindowRow.Phase.OVER;
    }

    List<WindowTemplate> templates(Desk desk) {
        return windows.templates().stream()
                .map(template -> new WindowTemplate(key(template), name(desk, template),
                        midnight(template.first()), midnight(template.last().plusDays(1))))
                .toList();
    }

    Optional<WatchWindowDraft> template(Desk desk, String asked) {
        return windows.templates().stream().filter(template -> key(template).equals(asked)).findFirst()
                .map(template -> template.draft(name(desk, template)));
    }

    private static String key(WatchTemplate template) {
        return template.id() + "-" + template.year();
    }

    private static String name(Desk desk, WatchTemplate template) {
        return desk.say(template.nameKey(), template.year());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Times.ZONE).toInstant();
    }
}
