package vn.vonggac.account;

/** A new token with its secret, which is shown now and kept nowhere. */
public record IssuedToken(AccessToken token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.name() + "]";
    }
}
