package kakolog.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.ee10.servlet.ServletChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.Callback;

/** Sends what a route answers, through the servlet container. */
final class Delivery {
    private final FileSender files;

    Delivery(FileSender files) {
        this.files = files;
    }

    /** Whoever has gone away meanwhile is no fault of ours. */
    void send(Context context, Stored stored, boolean signedIn) {
        try {
            if (stored instanceof StoredFile file) {
                sendFile(context, file);
            } else if (stored instanceof StoredWriting written) {
                write(context, written);
            } else {
                Sender.send((StoredBytes) stored, context.req(), context.res(), signedIn);
            }
        } catch (IOException gone) {
            context.res().setStatus(499);
        }
    }

    /** On no thread of ours once it is under way. What cannot be read is a fault; what breaks off later, the visitor's. */
    private void sendFile(Context context, StoredFile file) {
        context.res().setContentType(null);
        var channel = channel(context);
        context.future(() -> {
            var sent = new Callback.Completable();
            try {
                files.send(file, channel.getRequest(), channel.getResponse(), sent);
            } catch (IOException unreadable) {
                sent.failed(new UncheckedIOException(unreadable));
                return sent;
            }
            return sent.exceptionally(gone -> null);
        });
    }

    private static ServletChannel channel(Context context) {
        return ServletContextRequest.getServletContextRequest(context.req()).getServletChannel();
    }

    /** What breaks off must not look whole: the connection ends with it. */
    private static void write(Context context, StoredWriting stored) throws IOException {
        var response = context.res();
        response.setContentType(null);
        response.setContentType(stored.answer().type());
        response.setStatus(stored.answer().status());
        stored.answer().headers().forEach(response::setHeader);
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try {
            stored.writing().to(response.getOutputStream());
        } catch (IOException | RuntimeException broken) {
            if (response.isCommitted()) {
                channel(context).abort(broken);
            }
            throw broken;
        }
    }
}
