package vn.vonggac.account;

/** A password as somebody chose it, typed twice. */
public record NewPassword(String password, String again) {

    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
