package vn.vonggac.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page says, read once and never changed. {@code gaps} names what could not be looked at; a page with gaps
 * is incomplete, not clean.
 */
public record PageContent(String url, Format format, String title, Optional<String> language,
        Optional<String> canonical, List<Meta> metas, List<Block> blocks, List<Link> links,
        List<Script> scripts,
        List<Frame> frames, List<Form> forms, List<Image> images, List<Embed> embeds,
        List<Fragment> fragments,
        List<Refresh> refreshes, List<Dated> dated, String profile, int size, List<Gap> gaps) {

    public PageContent {
        metas = List.copyOf(metas);
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        scripts = List.copyOf(scripts);
        frames = List.copyOf(frames);
        forms = List.copyOf(forms);
        images = List.copyOf(images);
        embeds = List.copyOf(embeds);
        fragments = List.copyOf(fragments);
        refreshes = List.copyOf(refreshes);
        dated = List.copyOf(dated);
        gaps = List.copyOf(gaps);
    }

    /** The registrable domain of the page's own address, empty when it has none. */
    public String domain() {
        return Hosts.registrable(Hosts.of(url));
    }

    /** The same page with what its scripts write onto it. */
    public PageContent with(PageContent written) {
        return new PageContent(url, format, title, language, canonical, joined(metas, written.metas),
                joined(blocks, written.blocks), joined(links, written.links),
                joined(scripts, written.scripts),
                joined(frames, written.frames), joined(forms, written.forms), joined(images, written.images),
                joined(embeds, written.embeds), joined(fragments, written.fragments),
                joined(refreshes, written.refreshes), dated, profile, size, joined(gaps, written.gaps));
    }

    private static <T> List<T> joined(List<T> own, List<T> more) {
        return Stream.concat(own.stream(), more.stream()).toList();
    }

    /** The text a reader sees, block after block. */
    public String visibleText() {
        return Block.join(blocks, block -> block.hidden().isEmpty());
    }

    /** The text a reader does not see. */
    public String hiddenText() {
        return Block.join(blocks, block -> block.hidden().isPresent());
    }

    /** The same for two pages that say the same, whatever their counters, dates and versions. */
    public long canonicalHash() {
        return Canonical.hash(this);
    }

    /** The content of the meta element of this name or property, if there is one. */
    public Optional<String> meta(String name) {
        return metas.stream().filter(meta -> meta.name().equalsIgnoreCase(name)).map(Meta::content)
                .findFirst();
    }
}
