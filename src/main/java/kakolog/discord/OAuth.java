package kakolog.discord;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.net.URI;
import java.util.Set;
import kakolog.outbound.Answer;

/** What OAuth 2.0 asks of us, by Nimbus; the questions themselves go another way. Loaded with the first sign-in. */
final class OAuth {
    private static final String IDENTIFY = "identify";

    /** What is said of a code that is used, old, of another client, or brought back to another address. */
    private static final Set<String> OF_THE_CODE = Set.of("invalid_grant", "invalid_request");

    private static final Set<String> OF_OUR_SETTINGS =
            Set.of("invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

    private OAuth() {}

    static Authorization authorization(URI page, String clientId, String state, URI redirect) {
        var verifier = new CodeVerifier();
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(clientId))
                .endpointURI(page)
                .scope(new Scope(IDENTIFY))
                .state(new State(state))
                .redirectionURI(redirect)
                // Discord takes S256 only.
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .prompt(Prompt.Type.NONE)
                .build();
        return new Authorization(request.toURI(), verifier.getValue());
    }

    /** @throws IllegalArgumentException where the verifier has a shape that none of ours has */
    static Call exchange(URI endpoint, Credentials credentials, String code, String verifier, URI redirect) {
        var client =
                new ClientSecretBasic(new ClientID(credentials.clientId()), new Secret(credentials.clientSecret()));
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), redirect, new CodeVerifier(verifier));
        var form = new TokenRequest.Builder(endpoint, client, grant).build().toHTTPRequest();
        return Call.exchange(client.toHTTPAuthorizationHeader(), form.getBody());
    }

    /** The token that a code was worth, if it grants the right to know who it is. */
    static Reply<String> accessToken(Answer answer) {
        try {
            var parsed = TokenResponse.parse(nimbus(answer));
            if (!parsed.indicatesSuccess()) {
                var error = parsed.toErrorResponse().getErrorObject().getCode();
                return refused(answer.status(), error == null ? "" : error);
            }
            var token = parsed.toSuccessResponse().getTokens().getBearerAccessToken();
            if (token == null) {
                return new Reply.Unclear<>("the token route answered without a bearer token");
            }
            var scope = token.getScope();
            return scope != null && scope.contains(IDENTIFY)
                    ? new Reply.Known<>(token.getValue())
                    : new Reply.No<>(Reply.No.IDENTIFY_NOT_GRANTED);
        } catch (ParseException | IllegalArgumentException malformed) {
            // Without its text, which repeats what it could not read.
            return new Reply.Unclear<>("the token route answered " + answer.status() + " in an unknown shape");
        }
    }

    private static HTTPResponse nimbus(Answer answer) throws ParseException {
        var response = new HTTPResponse(answer.status());
        response.setContentType(answer.header("Content-Type").orElse("text/plain"));
        response.setBody(answer.text());
        return response;
    }

    private static Reply<String> refused(int status, String error) {
        if (status == 401 || OF_OUR_SETTINGS.contains(error)) {
            return new Reply.OurFault<>("the token route answered " + status + ": client id or secret is refused");
        }
        if (status == 400 && OF_THE_CODE.contains(error)) {
            return new Reply.No<>(error);
        }
        return new Reply.Unclear<>("the token route answered " + status);
    }
}
