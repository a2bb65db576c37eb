package kakolog.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import kakolog.discord.Credentials;
import org.jspecify.annotations.Nullable;

/** Where a code is exchanged for tokens. Its errors have OAuth's keys, not those of the rest of the API. */
final class TokenRoute {
    private final Grants grants;
    private final Credentials credentials;

    TokenRoute(Grants grants, Credentials credentials) {
        this.grants = grants;
        this.credentials = credentials;
    }

    /** @param wrongScope whether to grant another scope than the one asked for */
    Told answer(Asked asked, boolean wrongScope) {
        if (!asked.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
            return error(400, "unsupported_grant_type", "Grant type None is not supported");
        }
        var form = asked.form();
        if (!isOurClient(asked.header("Authorization"), form)) {
            return error(401, "invalid_client", null);
        }
        var type = form.getOrDefault("grant_type", "None");
        if (!type.equals("authorization_code")) {
            return error(400, "unsupported_grant_type", "Grant type " + type + " is not supported");
        }
        var code = grants.use(form.getOrDefault("code", ""));
        if (code.isEmpty()
                || !code.get().redirect().equals(form.get("redirect_uri"))
                || !isVerified(code.get().challenge(), form.get("code_verifier"))) {
            return error(400, "invalid_grant", "Invalid \"code\" in request.");
        }
        var granted = wrongScope ? "email" : code.get().scope();
        return Told.json(200, tokens(grants.tokenFor(code.get().person()), granted));
    }

    private static Map<String, Object> tokens(String token, String scope) {
        var body = new LinkedHashMap<String, Object>();
        body.put("token_type", "Bearer");
        body.put("access_token", token);
        body.put("expires_in", 604800);
        body.put("refresh_token", Grants.secret());
        body.put("scope", scope);
        body.put("installed_with", "nothing");
        return body;
    }

    /** By HTTP Basic, or by the form. */
    private boolean isOurClient(String authorization, Map<String, String> form) {
        var id = form.getOrDefault("client_id", "");
        var secret = form.getOrDefault("client_secret", "");
        if (authorization.startsWith("Basic ")) {
            var pair = new String(Base64.getDecoder().decode(authorization.substring(6)), UTF_8).split(":", 2);
            id = URLDecoder.decode(pair[0], UTF_8);
            secret = pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8);
        }
        return id.equals(credentials.clientId()) && secret.equals(credentials.clientSecret());
    }

    private static boolean isVerified(@Nullable String challenge, @Nullable String verifier) {
        if (challenge == null) {
            return true;
        }
        return verifier != null && s256(verifier).equals(challenge);
    }

    private static String s256(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException notInThisJava) {
            throw new IllegalStateException(notInThisJava);
        }
    }

    private static Told error(int status, String error, @Nullable String description) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error", error);
        if (description != null) {
            body.put("error_description", description);
        }
        return Told.json(status, body);
    }
}
