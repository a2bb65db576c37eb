package kakolog.operate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.ToDoubleFunction;
import kakolog.discord.Calls;
import kakolog.discord.Discord;
import kakolog.web.Traffic;

/** The figures and how they are written down. Each is read from where it is counted anyway, when somebody asks for it. */
final class Figures implements AutoCloseable {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusRegistry prometheus = new PrometheusRegistry();
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, prometheus, io.micrometer.core.instrument.Clock.SYSTEM);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    Figures(Metrics.Watched watched) {
        // Micrometer fills histograms itself only; this one has been counted where the requests come by.
        prometheus.register(() -> requests(watched.traffic()));
        gauge(
                "kakolog.shelf.answers",
                "Answers kept in memory.",
                watched,
                all -> all.shelf().size());
        gauge(
                "kakolog.sessions.in.use",
                "Sessions in memory.",
                watched,
                all -> all.sessions().inUse());
        if (watched.discord() != null) {
            discord(watched.discord());
        }
        if (watched.membership() != null) {
            var membership = watched.membership();
            Gauge.builder(
                            "kakolog.role.check.oldest",
                            membership,
                            checks -> checks.oldestCheckSeconds(watched.clock().instant()))
                    .description("Age of the oldest check of roles that is known.")
                    .baseUnit("seconds")
                    .register(registry);
        }
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private void gauge(
            String name, String description, Metrics.Watched watched, ToDoubleFunction<Metrics.Watched> value) {
        Gauge.builder(name, watched, value).description(description).register(registry);
    }

    private void discord(Discord discord) {
        calls(discord, "known", Calls::known);
        calls(discord, "no", Calls::no);
        calls(discord, "our_fault", Calls::ourFault);
        calls(discord, "unclear", Calls::unclear);
        FunctionCounter.builder(
                        "kakolog.discord.rate.limited",
                        discord,
                        asked -> asked.calls().rateLimited())
                .description("How often Discord said 429.")
                .register(registry);
    }

    private void calls(Discord discord, String outcome, ToDoubleFunction<Calls> count) {
        FunctionCounter.builder("kakolog.discord.calls", discord, asked -> count.applyAsDouble(asked.calls()))
                .description("Questions to Discord by what came of them.")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static HistogramSnapshot requests(Traffic traffic) {
        var bounds = new ArrayList<>(Traffic.BOUNDS);
        bounds.add(Double.POSITIVE_INFINITY);
        var requests = HistogramSnapshot.builder()
                .name("kakolog_http_request_seconds")
                .help("Requests by the pattern of their route; kept: answered from memory, none: no such address.");
        traffic.lines()
                .forEach(line -> requests.dataPoint(HistogramDataPointSnapshot.builder()
                        .labels(Labels.of("route", line.route(), "method", line.method(), "status", line.status()))
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, line.buckets()))
                        .sum(line.seconds())
                        .build()));
        return requests.build();
    }

    byte[] write() {
        var out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, prometheus.scrape());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
