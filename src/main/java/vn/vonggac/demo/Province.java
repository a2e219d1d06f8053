package vn.vonggac.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers for every portal of the province, and for the sites they link to, as the story has them at a moment. */
final class Province {

    private static final Duration HANG = Duration.ofSeconds(30);
    private static final String PDF = "application/pdf";

    private final Story story;
    private final Writing writing;
    private final int port;
    private final Map<String, Site> sites;

    Province(Story story, int port) {
        this.story = story;
        this.port = port;
        this.writing = new Writing(port);
        this.sites = story.sites().stream().collect(Collectors.toMap(Site::host, Function.identity()));
    }

    Answer answer(Ask ask, Moment moment) {
        Site site = sites.get(ask.host());
        return site == null ? elsewhere(ask, moment) : answer(site, ask, moment).from(site.make().server());
    }

    private Answer answer(Site site, Ask ask, Moment moment) {
        List<Scene> scenes = story.on(site, moment.elapsed());
        boolean redesigned = scenes.stream().anyMatch(scene -> scene.act().trick() == Act.Trick.REDESIGN);
        Answer answer = proper(site, ask, moment, redesigned);
        for (Scene scene : scenes) {
            answer = scene.act().shown().includes(ask) ? spoilt(answer, scene, ask, moment) : answer;
        }
        return answer;
    }

    /** What the portal says of itself. */
    private Answer proper(Site site, Ask ask, Moment moment, boolean redesigned) {
        return switch (ask.path()) {
            case "/robots.txt" -> Answer.text("text/plain; charset=utf-8",
                    "User-agent: *\nDisallow: /quan-tri/\nSitemap: " + url(site.host(), "/sitemap.xml")
                            + "\n");
            case "/sitemap.xml" -> Answer.text("application/xml; charset=utf-8", siteMap(site, moment));
            default -> site.make().place(ask.address()).map(place -> page(site, place, moment, redesigned))
                    .orElseGet(() -> part(ask));
        };
    }

    private Answer page(Site site, Place place, Moment moment, boolean redesigned) {
        boolean there = switch (place.kind()) {
            case ARTICLE -> writing.news().article(site, place.number(), moment).isPresent();
            case FILE -> place.number() >= 1 && place.number() <= Writing.DOCUMENTS;
            default -> true;
        };
        if (!there) {
            return Answer.absent();
        }
        return place.kind() == Place.Kind.FILE
                ? Answer.of(200, PDF, writing.file(site, place.number()))
                : Answer.html(writing.page(site, place, moment, redesigned));
    }

    /** What a layout is made of. */
    private static Answer part(Ask ask) {
        String path = ask.path();
        if (path.endsWith(".css")) {
            return Answer.text("text/css", "body { font-family: Arial, sans-serif; } a { color: #0b4f9e; }");
        }
        return path.endsWith(".js")
                ? Answer.text("text/javascript", "document.documentElement.className += ' co-js';")
                : Answer.absent();
    }

    private Answer spoilt(Answer answer, Scene scene, Ask ask, Moment moment) {
        Site site = scene.site();
        String what = scene.act().what();
        return switch (scene.act().trick()) {
            case INSERT -> answer.page() ? answer.with(planted(scene), "</body>") : answer;
            case REPLACE -> ask.path().equals("/") ? Answer.html(planted(scene)) : answer;
            case REDIRECT -> answer.page()
                    ? Answer.sentTo(url(story.brand(scene.round(), 0) + ".example", "/?inviteCode=7781"))
                    : answer;
            case FILE -> file(answer, scene, ask);
            case ECHO -> ask.path().equals(site.make().path(Place.Kind.SEARCH))
                    ? echo(scene, ask, moment, story.filled(what, scene.round()))
                    : answer;
            case HANG -> answer.after(HANG);
            case TARGET, REDESIGN, NONE -> answer;
        };
    }

    private String planted(Scene scene) {
        return story.filled(Material.text(scene.act().what()), scene.round()).replace("{port}",
                Integer.toString(port));
    }

    private Answer file(Answer answer, Scene scene, Ask ask) {
        String path = scene.site().make().upload() + "tai-lieu-" + story.brand(scene.round(), 0) + ".pdf";
        if (ask.path().equals("/sitemap.xml")) {
            return answer.with("<url><loc>" + url(scene.site().host(), path) + "</loc></url>", "</urlset>");
        }
        return ask.path().equals(path)
                ? Answer.of(200, PDF, Paper.saying(planted(scene).lines().toList()))
                : answer;
    }

    private Answer echo(Scene scene, Ask ask, Moment moment, String most) {
        String asked = ask.value(scene.site().make().query());
        String title = asked.isEmpty() ? "Tìm kiếm" : "Tìm kiếm: " + Writing.escaped(asked);
        return Answer
                .html(writing.page(scene.site(), title, Writing.search(scene.site(), asked, most), moment,
                        false));
    }

    /** The sites that portals link to: those of societies, and those that attackers send people to. */
    private Answer elsewhere(Ask ask, Moment moment) {
        boolean changedHands = story.begun(moment.elapsed()).stream()
                .filter(scene -> scene.act().trick() == Act.Trick.TARGET && scene.on(moment.elapsed()))
                .anyMatch(scene -> scene.site().partner().equals(ask.host()));
        String domain = ask.host().replaceFirst("\\.example$", "");
        if (changedHands || story.brands().contains(domain)) {
            return Answer.html(Material.text("landing.html").replace("{brand}",
                    changedHands ? story.brands().getFirst() : domain));
        }
        return Answer.html(Material.text("partner.html").replace("{site}", Writing.escaped(domain)));
    }

    private String siteMap(Site site, Moment moment) {
        Stream<String> fixed = Stream
                .of(Place.Kind.HOME, Place.Kind.NEWS, Place.Kind.DOCUMENTS, Place.Kind.FORM,
                        Place.Kind.ABOUT)
                .map(site.make()::path);
        Stream<String> articles = writing.news().latest(site, moment, Writing.LISTED).stream()
                .map(article -> writing.path(site, article));
        Stream<String> files = IntStream.rangeClosed(1, Writing.DOCUMENTS)
                .mapToObj(number -> site.make().path(Place.Kind.FILE, number, ""));
        return Stream.of(fixed, articles, files).flatMap(each -> each)
                .map(path -> "<url><loc>" + url(site.host(), path) + "</loc></url>")
                .collect(Collectors.joining("\n",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "\n</urlset>\n"));
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + port + path;
    }
}
