package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import kakolog.MovableClock;
import kakolog.demo.Fault;
import kakolog.demo.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SignInTest {
    private static final URI CALLBACK = TestDiscord.CALLBACK;
    private final TestDiscord test = new TestDiscord();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void the_browser_is_sent_with_the_least_scope_a_state_and_a_challenge() {
        var authorization = test.discord.authorization("s t&te", CALLBACK);
        var address = authorization.address().toString();
        assertTrue(address.startsWith(test.standIn.url() + "/oauth2/authorize?"));
        var query = authorization.address().getRawQuery().split("&");
        var verifier = authorization.verifier();
        assertTrue(verifier.matches("[A-Za-z0-9._~-]{43,128}"));
        assertFalse(address.contains(verifier));
        assertEquals(8, query.length);
        for (var field : new String[] {
            "response_type=code",
            "client_id=" + test.standIn.credentials().clientId(),
            "scope=identify",
            "state=s+t%26te",
            "redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fsign-in%2Fcallback",
            "code_challenge_method=S256",
            "prompt=none"
        }) {
            assertTrue(List.of(query).contains(field), field + " in " + address);
        }
        assertNotEquals(verifier, test.discord.authorization("s", CALLBACK).verifier());
    }

    @Test
    void a_code_tells_whose_it_is() throws Exception {
        var authorization = test.discord.authorization("state", CALLBACK);
        var account = test.discord
                .signIn(test.codeOf(Person.TARO, authorization), authorization.verifier(), CALLBACK)
                .value()
                .orElseThrow();
        assertEquals(Person.TARO.id(), account.id());
        assertEquals("太郎", account.displayName());
    }

    @Test
    void who_has_neither_name_nor_picture_goes_by_the_username() throws Exception {
        var authorization = test.discord.authorization("state", CALLBACK);
        var code = test.codeOf(Person.YUI, authorization);
        var account =
                test.discord.signIn(code, authorization.verifier(), CALLBACK).value();
        assertEquals(new Account(Person.YUI.id(), "yui", null, null), account.orElseThrow());
        assertEquals("yui", account.get().displayName());
    }

    @Test
    void a_code_is_worth_something_once() throws Exception {
        var authorization = test.discord.authorization("state", CALLBACK);
        var code = test.codeOf(Person.TARO, authorization);
        var first = test.discord.signIn(code, authorization.verifier(), CALLBACK);
        assertInstanceOf(Reply.Known.class, first);
        assertRefused(code, authorization.verifier(), CALLBACK);
    }

    @Test
    void an_old_code_is_worth_nothing() throws Exception {
        var authorization = test.discord.authorization("state", CALLBACK);
        var code = test.codeOf(Person.TARO, authorization);
        test.clock.advance(Duration.ofSeconds(101));
        assertRefused(code, authorization.verifier(), CALLBACK);
    }

    @Test
    void a_code_of_another_browser_or_address_is_worth_nothing() throws Exception {
        var authorization = test.discord.authorization("state", CALLBACK);
        var other = test.discord.authorization("state", CALLBACK).verifier();
        assertRefused(test.codeOf(Person.TARO, authorization), other, CALLBACK);
        var elsewhere = URI.create(CALLBACK + "/");
        assertRefused(test.codeOf(Person.TARO, authorization), authorization.verifier(), elsewhere);
        assertRefused("made up", authorization.verifier(), CALLBACK);
    }

    @Test
    void what_cannot_be_a_code_is_not_sent() {
        var verifier = test.discord.authorization("state", CALLBACK).verifier();
        assertRefused(" ", verifier, CALLBACK);
        assertRefused("x".repeat(513), verifier, CALLBACK);
        assertEquals(0, test.standIn.calls().size());
    }

    private void assertRefused(String code, String verifier, URI redirect) {
        assertEquals(new Reply.No<>(Reply.No.INVALID_GRANT), test.discord.signIn(code, verifier, redirect));
    }

    @Test
    void another_scope_than_the_one_asked_for_has_its_own_reason() throws Exception {
        test.standIn.failNext(Fault.WRONG_SCOPE);
        assertEquals(new Reply.No<>(Reply.No.IDENTIFY_NOT_GRANTED), signIn(test.discord));
    }

    @Test
    void a_wrong_secret_is_our_fault() throws Exception {
        var good = test.standIn.credentials();
        try (var discord = test.with(new Credentials(good.clientId(), "another", good.botToken()), 1_000)) {
            assertInstanceOf(Reply.OurFault.class, signIn(discord));
        }
    }

    @Test
    void the_exchange_is_never_repeated() throws Exception {
        for (var fault : new Fault[] {Fault.SERVER_ERROR, Fault.DROPPED, Fault.rateLimited(0.1), Fault.HALF_JSON}) {
            int before = test.standIn.count("/api/v10/oauth2/token");
            test.standIn.failNext(fault);
            TestDiscord.unclear(signIn(test.discord));
            assertEquals(before + 1, test.standIn.count("/api/v10/oauth2/token"), fault.toString());
            test.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void asking_whose_it_is_may_be_repeated() throws Exception {
        test.standIn.failNext(Fault.SERVER_ERROR.on("/api/v10/users/@me"));
        assertEquals(
                Person.TARO.id(), signIn(test.discord).value().orElseThrow().id());
        test.standIn.failNext(Fault.UNAUTHORIZED.on("/api/v10/users/@me"));
        TestDiscord.unclear(signIn(test.discord));
    }

    private Reply<Account> signIn(Discord discord) throws Exception {
        var authorization = discord.authorization("state", CALLBACK);
        return discord.signIn(test.codeOf(Person.TARO, authorization), authorization.verifier(), CALLBACK);
    }

    @Test
    void secrets_are_told_by_no_text() {
        var authorization = test.discord.authorization("secret-state", CALLBACK);
        var credentials = new Credentials("1", "secret-a", "secret-b");
        var texts = authorization + " " + credentials + Call.bot("/x", credentials) + Call.exchange("secret", "secret");
        assertFalse(texts.contains("secret-"), texts);
        assertFalse(texts.contains(authorization.verifier()), texts);
        var refused = assertThrows(IllegalArgumentException.class, () -> new Credentials("1", "a", "secret\n"));
        assertFalse(String.valueOf(refused.getMessage()).contains("secret\n"));
    }

    @Test
    void secrets_go_to_no_address_in_the_open() {
        var clock = new MovableClock("2021-07-06T19:30:00+09:00");
        var plain = URI.create("http://discord.example");
        assertThrows(IllegalArgumentException.class, () -> new Discord(plain, test.standIn.credentials(), clock));
    }
}
