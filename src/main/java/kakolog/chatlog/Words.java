package kakolog.chatlog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kakolog.chat.Markup;
import kakolog.chat.Message;
import kakolog.chat.Message.Attachment;
import kakolog.chat.Message.Embed;

/** The words of a message, all parts of it together. */
final class Words {
    private Words() {}

    /** What search looks at; empty for what Discord wrote and not a person. */
    static String of(Message message) {
        if (message.kind().isSystem()) {
            return "";
        }
        var words = new ArrayList<String>();
        words.add(Markup.plain(message.text()));
        var forwarded = message.forwarded();
        if (forwarded != null) {
            words.add(Markup.plain(forwarded.text()));
            forwarded.embeds().forEach(embed -> add(embed, words));
        }
        attachments(message).forEach(attachment -> {
            words.add(attachment.name());
            words.add(attachment.description());
        });
        message.embeds().forEach(embed -> add(embed, words));
        var poll = message.poll();
        if (poll != null) {
            words.add(poll.question());
            poll.choices().forEach(choice -> words.add(choice.text()));
        }
        return words.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private static void add(Embed embed, List<String> words) {
        words.add(embed.title());
        words.add(Markup.plain(embed.description()));
        embed.fields().forEach(field -> {
            words.add(Markup.plain(field.name()));
            words.add(Markup.plain(field.value()));
        });
    }

    /** Of the message and of what it passes on. */
    static List<Attachment> attachments(Message message) {
        var all = new ArrayList<>(message.attachments());
        var forwarded = message.forwarded();
        if (forwarded != null) {
            all.addAll(forwarded.attachments());
        }
        return all;
    }

    /** The addresses that people wrote, each once, in order. */
    static Set<String> addresses(Message message) {
        var addresses = new LinkedHashSet<>(Markup.addresses(message.text()));
        var forwarded = message.forwarded();
        if (forwarded != null) {
            addresses.addAll(Markup.addresses(forwarded.text()));
        }
        return addresses;
    }
}
