package kakolog.web;

import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Takes connections over which the kernel sends files. */
final class FileConnector extends ServerConnector {
    /** Of what is sent, each time a connection is read: with Jetty's 8 KB a large file costs a third more. */
    private static final int INPUT_BUFFER = 65_536;

    FileConnector(Server server, HttpConfiguration http, InetSocketAddress listening) {
        super(server, factory(http));
        setHost(listening.getHostString());
        setPort(listening.getPort());
    }

    private static HttpConnectionFactory factory(HttpConfiguration http) {
        var factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(INPUT_BUFFER);
        return factory;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new FileEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
