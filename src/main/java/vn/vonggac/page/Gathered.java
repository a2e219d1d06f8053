package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader has found so far on a page. */
final class Gathered {

    final List<Meta> metas = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Script> scripts = new ArrayList<>();
    final List<Frame> frames = new ArrayList<>();
    final List<Form> forms = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    final List<Embed> embeds = new ArrayList<>();
    final List<Fragment> fragments = new ArrayList<>();
    final List<Refresh> refreshes = new ArrayList<>();
    final List<Dated> dated = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final Profile profile = new Profile();

    private final Map<String, String> domains = new HashMap<>();
    private final String url;
    private final String origin;
    private final String ownHost;
    private final String ownDomain;

    String title = "";
    Optional<String> language = Optional.empty();
    Optional<String> canonical = Optional.empty();

    Gathered(String url) {
        this.url = url;
        this.origin = Address.of(url).origin();
        this.ownHost = Hosts.of(url);
        this.ownDomain = Hosts.registrable(ownHost);
    }

    /** The host of an address; most on a page are the page's own. */
    String host(String address) {
        boolean own = !origin.isEmpty() && address.startsWith(origin) && (address.length() == origin.length()
                || "/?#".indexOf(address.charAt(origin.length())) >= 0);
        return own ? ownHost : Hosts.of(address);
    }

    String domain(String host) {
        return host.equals(ownHost)
                ? ownDomain
                : host.isEmpty() ? "" : domains.computeIfAbsent(host, Hosts::registrable);
    }

    /** Whether a host belongs to somebody else than the page does. */
    boolean isOutbound(String host) {
        return !host.isEmpty() && !domain(host).equals(ownDomain);
    }

    void gap(Gap.Reason reason, String detail) {
        gaps.add(new Gap(reason, detail));
    }

    void block(Place place, Block.Kind kind, Block.Region region, String text,
            Optional<HiddenReason> hidden) {
        blocks.add(new Block(place, kind, region, text, Hashes.of(text), hidden));
    }

    PageContent content(Format format, int size) {
        return new PageContent(url, format, title, language, canonical, metas, blocks, links, scripts, frames,
                forms,
                images, embeds, fragments, refreshes, dated, profile.text(), size, gaps);
    }
}
