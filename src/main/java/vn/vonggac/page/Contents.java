package vn.vonggac.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What a page says, keyed by hash: the form in which pages are remembered and compared. */
record Contents(Map<Long, Block> blocks, Map<Long, Link> links, Map<Long, Script> scripts,
        Map<Long, Frame> frames, Map<Long, Form> forms, Map<Long, Meta> metas, Set<String> hosts) {

    static Contents of(PageContent page) {
        return new Contents(keyed(page.blocks(), Contents::key),
                keyed(page.links(), link -> Hashes.of(link.target())), keyed(page.scripts(), Contents::key),
                keyed(page.frames(), frame -> Hashes.of(frame.source() + frame.document())),
                keyed(page.forms(), form -> Hashes.of(form.method() + form.action())),
                keyed(page.metas(), meta -> Hashes.of(meta.name() + '=' + meta.content())), hosts(page));
    }

    private static <T> Map<Long, T> keyed(List<T> items, ToLongFunction<T> key) {
        Map<Long, T> keyed = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach(item -> keyed.putIfAbsent(key.applyAsLong(item), item));
        return keyed;
    }

    /** The same words shown and hidden are two things. */
    private static long key(Block block) {
        return block.hidden().isPresent() ? ~block.hash() : block.hash();
    }

    private static long key(Script script) {
        return script.source().isEmpty() ? script.hash() : Hashes.of(script.source());
    }

    private static Set<String> hosts(PageContent page) {
        Set<String> hosts = new LinkedHashSet<>();
        page.links().stream().filter(Link::outbound).map(Link::host).forEach(hosts::add);
        page.scripts().stream().map(Script::host).forEach(hosts::add);
        page.frames().stream().filter(Frame::outbound).map(Frame::host).forEach(hosts::add);
        page.forms().stream().filter(Form::outbound).map(Form::host).forEach(hosts::add);
        hosts.remove("");
        return hosts;
    }
}
