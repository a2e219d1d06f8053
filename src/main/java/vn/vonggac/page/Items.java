package vn.vonggac.page;

/** What hangs on a page, written into a pack and read from one. */
final class Items {

    private Items() {}

    static void block(Pack pack, Block block) {
        pack.place(block.place()).word(block.kind()).word(block.region()).text(block.text())
                .word(block.hidden());
    }

    static Block block(Unpack unpack) {
        Place place = unpack.place();
        Block.Kind kind = unpack.word(Block.Kind.class);
        Block.Region region = unpack.word(Block.Region.class);
        String text = unpack.text();
        return new Block(place, kind, region, text, Hashes.of(text), unpack.hidden());
    }

    static void link(Pack pack, Link link) {
        pack.place(link.place()).text(link.target()).text(link.text()).text(link.rel()).text(link.host())
                .text(link.domain()).flag(link.outbound()).word(link.region()).word(link.hidden());
    }

    static Link link(Unpack unpack) {
        return new Link(unpack.place(), unpack.text(), unpack.text(), "", unpack.text(), unpack.text(),
                unpack.text(),
                unpack.flag(), unpack.word(Block.Region.class), unpack.hidden());
    }

    static void script(Pack pack, Script script) {
        pack.place(script.place()).word(script.kind()).text(script.source()).text(script.host())
                .text(script.text()).hash(script.hash());
    }

    static Script script(Unpack unpack) {
        return new Script(unpack.place(), unpack.word(Script.Kind.class), unpack.text(), unpack.text(),
                unpack.text(), unpack.hash());
    }

    static void frame(Pack pack, Frame frame) {
        pack.place(frame.place()).text(frame.source()).text(frame.host()).text(frame.document())
                .flag(frame.outbound()).word(frame.hidden());
    }

    static Frame frame(Unpack unpack) {
        return new Frame(unpack.place(), unpack.text(), unpack.text(), unpack.text(), unpack.flag(),
                false, unpack.hidden());
    }

    static void form(Pack pack, Form form) {
        pack.place(form.place()).text(form.action()).text(form.host()).text(form.method())
                .flag(form.outbound())
                .flag(form.password()).word(form.hidden());
    }

    static Form form(Unpack unpack) {
        return new Form(unpack.place(), unpack.text(), unpack.text(), unpack.text(), unpack.flag(),
                unpack.flag(),
                unpack.hidden(), "");
    }

    static void meta(Pack pack, Meta meta) {
        pack.place(meta.place()).text(meta.name()).text(meta.content());
    }

    static Meta meta(Unpack unpack) {
        return new Meta(unpack.place(), unpack.text(), unpack.text());
    }
}
