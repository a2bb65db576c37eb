package kakolog.discord;

import java.net.URI;

/**
 * A sign-in that begins: where to send the browser, and what only we know until it comes back.
 *
 * @param verifier the secret of PKCE, kept on our side and handed in with the code
 */
public record Authorization(URI address, String verifier) {

    /** Neither the verifier nor the state in the address. */
    @Override
    public String toString() {
        return "authorization at " + address.getHost();
    }
}
