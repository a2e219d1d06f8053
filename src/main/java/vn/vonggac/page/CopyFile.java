package vn.vonggac.page;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How a copy is packed: four letters, the name of the copy it is packed against (zeros for none), then zstd with a
 * checksum. Packing against the first copy of the page takes 12.8 KB a version where packing alone takes 32.4 KB and
 * with a dictionary trained for the portal 20.7 KB (1,067 kept versions of 206 KB; {@code src/changes/copies.tsv}).
 */
final class CopyFile {

    private static final byte[] MAGIC = {'V', 'G', 'C', '1'};
    private static final int HASH = 32;
    private static final int HEAD = MAGIC.length + HASH;
    private static final int LEVEL = 9;
    private static final long LARGEST = 512L << 20;
    /** A copy that does not get smaller than this share of itself packed alone is not worth leaning on another. */
    private static final double WORTH = 0.7;

    private CopyFile() {}

    static byte[] pack(byte[] body, String anchor, byte[] base) {
        byte[] alone = compress(body, new byte[0]);
        byte[] leaning = base.length == 0 ? alone : compress(body, base);
        boolean leans = leaning.length < alone.length * WORTH;
        byte[] best = leans ? leaning : alone;
        byte[] packed = Arrays.copyOf(MAGIC, HEAD + best.length);
        if (leans) {
            System.arraycopy(HexFormat.of().parseHex(anchor), 0, packed, MAGIC.length, HASH);
        }
        System.arraycopy(best, 0, packed, HEAD, best.length);
        return packed;
    }

    private static byte[] compress(byte[] body, byte[] base) {
        try (ZstdCompressCtx compressor = new ZstdCompressCtx()) {
            compressor.setLevel(LEVEL).setChecksum(true);
            if (base.length > 0) {
                compressor.loadDict(base);
            }
            return compressor.compress(body);
        }
    }

    /** The name of the copy it is packed against, empty for none. */
    static String anchor(byte[] packed) {
        if (packed.length < HEAD) {
            return "";
        }
        byte[] name = Arrays.copyOfRange(packed, MAGIC.length, HEAD);
        return Arrays.equals(name, new byte[HASH]) ? "" : HexFormat.of().formatHex(name);
    }

    static CopyRead unpack(String hash, byte[] packed, byte[] base) {
        if (packed.length < HEAD || !Arrays.equals(packed, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return new CopyRead.Damaged(hash, "not a copy");
        }
        if (base.length == 0 && !anchor(packed).isEmpty()) {
            return new CopyRead.Damaged(hash, "the copy it leans on cannot be read: " + anchor(packed));
        }
        byte[] frame = Arrays.copyOfRange(packed, HEAD, packed.length);
        long size = Zstd.getFrameContentSize(frame);
        if (size < 0 || size > LARGEST) {
            return new CopyRead.Damaged(hash, "its size is not to be read");
        }
        try {
            byte[] body = base.length == 0
                    ? Zstd.decompress(frame, (int) size)
                    : Zstd.decompress(frame, base, (int) size);
            return hash.equals(DigestUtils.sha256Hex(body))
                    ? new CopyRead.Whole(body)
                    : new CopyRead.Damaged(hash, "other bytes than were kept");
        } catch (ZstdException e) {
            return new CopyRead.Damaged(hash, String.valueOf(e.getMessage()));
        }
    }
}
