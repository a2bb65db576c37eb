package kakolog.discord;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import kakolog.MovableClock;
import kakolog.demo.Community;
import kakolog.demo.Person;
import kakolog.demo.StandIn;
import kakolog.id.Snowflake;

/** A client of Discord before a stand-in, with a clock that moves by hand. */
final class TestDiscord implements AutoCloseable {
    static final URI CALLBACK = URI.create("http://127.0.0.1:8080/sign-in/callback");
    static final String MEMBERS = "/api/v10/guilds/" + Community.GUILD + "/members/";

    final MovableClock clock = new MovableClock("2021-07-06T19:30:00+09:00");
    final Community community = new Community();
    final StandIn standIn = new StandIn(community, clock);
    final Discord discord = with(standIn.credentials(), 1_000);

    Discord with(Credentials credentials, int invalidAnswers) {
        return new Discord(
                standIn.url(), credentials, new Wire(standIn.url(), clock, Wire.LIMITS, Wire.HISTORY, invalidAnswers));
    }

    /** One that waits for an answer only half a second, for silence: a first call of all may need longer. */
    Discord impatient() {
        return Impatient.discord(standIn, clock);
    }

    Reply<Member> member(Person person) {
        return discord.member(Community.GUILD, person.id());
    }

    Reply<Member> member(Snowflake id) {
        return discord.member(Community.GUILD, id);
    }

    /** The code with which the browser of this person comes back. */
    String codeOf(Person person, Authorization authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(authorization.address() + "&as=" + person.username()))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        var back = Pattern.compile("[?&]code=([^&]+)")
                .matcher(answer.headers().firstValue("Location").orElseThrow());
        assertTrue(back.find());
        return back.group(1);
    }

    static <T> Reply.Unclear<T> unclear(Reply<T> reply) {
        if (reply instanceof Reply.Unclear<T> unclear) {
            return unclear;
        }
        return fail("not unclear: " + reply);
    }

    @Override
    public void close() {
        discord.close();
        standIn.close();
    }
}
