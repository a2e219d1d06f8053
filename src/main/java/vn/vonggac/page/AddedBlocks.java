package vn.vonggac.page;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which blocks of a page were not known before, in a length that a column holds: what they say, hashed. */
final class AddedBlocks {

    private static final int MOST = 2_000;

    private AddedBlocks() {}

    static String code(List<Block> added) {
        return added.stream().map(AddedBlocks::hash).distinct().limit(MOST).collect(Collectors.joining(","));
    }

    static List<String> of(PageContent content, String code) {
        if (code.isEmpty()) {
            return List.of();
        }
        Set<String> added = Arrays.stream(code.split(",")).collect(Collectors.toSet());
        return content.blocks().stream().filter(block -> added.contains(hash(block))).map(Block::text)
                .toList();
    }

    private static String hash(Block block) {
        return Integer.toHexString((int) Hashes.of(block.text()));
    }
}
