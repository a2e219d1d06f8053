package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.vonggac.audit.InstallationKey;

/** Encrypts what has to be read again, with the installation's key; a text that was changed or moved is not opened. */
@Singleton
public final class Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final InstallationKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(InstallationKey key) {
        this.key = key;
    }

    /** Encrypted for this owner and no other. */
    public String close(byte[] plain, String owner) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, plain, owner);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array());
    }

    public byte[] open(String closed, String owner) {
        byte[] bytes = Base64.getDecoder().decode(closed);
        return run(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE),
                Arrays.copyOfRange(bytes, NONCE, bytes.length), owner);
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, String owner) {
        try {
            SecretKeySpec secret = key.forUse("account", "AES");
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not encrypted with this installation's key", e);
        }
    }
}
