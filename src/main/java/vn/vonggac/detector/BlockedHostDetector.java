package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.feed.Feeds;
import vn.vonggac.feed.Listing;
import vn.vonggac.page.Place;

/** The page leads to, or loads from, a host that a list names. A miss says nothing: lists lag behind. */
@Singleton
final class BlockedHostDetector implements Detector {

    private static final double LISTED = 0.9;

    private final Feeds feeds;

    BlockedHostDetector(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public String id() {
        return "blocked-host";
    }

    @Override
    public Family family() {
        return Family.LINK;
    }

    @Override
    public List<Finding> look(Observation page) {
        return feeds.size() == 0
                ? List.of()
                : page.views().stream().flatMap(seen -> look(page, seen).stream()).toList();
    }

    private Optional<Finding> look(Observation page, Seen seen) {
        Set<String> trusted = page.portal().trustedHosts();
        return addresses(page, seen).filter(address -> Addresses.foreign(address.url(), page))
                .filter(address -> !trusted.contains(Addresses.host(address.url())))
                .flatMap(address -> feeds.find(address.url()).map(listing -> finding(seen, address, listing))
                        .stream())
                .findFirst();
    }

    private record Address(String url, Place place) {}

    private static Stream<Address> addresses(Observation page, Seen seen) {
        return Stream.of(
                Leads.strange(page, seen).stream().map(lead -> new Address(lead.target(), lead.place())),
                seen.content().scripts().stream().map(script -> new Address(script.source(), script.place())),
                seen.scripts().stream().flatMap(script -> script.targets().stream()
                        .map(target -> new Address(target.url(), script.place()))))
                .flatMap(addresses -> addresses);
    }

    private Finding finding(Seen seen, Address address, Listing listing) {
        String host = Addresses.host(address.url());
        return Finding.of(this, Severity.HIGH, LISTED, seen.view(), address.place(), address.url(), host,
                listing.list()).naming(List.of(host));
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("host-that-an-operator-list-names",
                        "<p>Tin</p><a href='https://trong-danh-sach.example.net/'>Liên kết</a>"),
                Example.silent("host-that-no-list-names",
                        "<p>Tin</p><a href='https://www.example.org/'>Liên kết</a>"));
    }
}
