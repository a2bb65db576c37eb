package kakolog.demo;

import java.io.IOException;
import java.util.List;
import kakolog.chatlog.ChatLogHouse;
import kakolog.chatlog.ImportFault;
import kakolog.id.EventSlug;
import kakolog.record.Change;

/** The past log that the demonstration has from the start: what the cast and others wrote on an evening that has been. */
public final class SampleLog {
    private static final EventSlug EVENT = new EventSlug("2021-05-18");
    private static final List<String> FILES = List.of("event.json", "event-mls.json", "event-impl.json");
    private static final Change.By ORGANIZER =
            new Change.By(Person.HANAKO.id().toString(), String.valueOf(Person.HANAKO.globalName()));

    private SampleLog() {}

    /** Imports and publishes it as the organizer of the cast would. */
    public static void addTo(ChatLogHouse logs, Samples samples) throws IOException {
        try {
            logs.add(EVENT, FILES.stream().map(samples.log()::resolve).toList(), ORGANIZER);
        } catch (ImportFault unusable) {
            throw new IOException("the sample log: " + unusable.getMessage(), unusable);
        }
    }
}
