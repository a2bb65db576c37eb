# docker build -t kakolog .
# docker run --read-only --tmpfs /tmp -p 8080:8080 -v ./content:/content:ro -v kakolog-data:/data kakolog

# The jar, built by the Java that the checks of the build were written for.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY content content
COPY src src
RUN mvn -B -ntp -q package -DskipTests
# SQLite's native part, taken out once: unpacked at each start it would need a /tmp that programs may run from.
RUN jar xf target/kakolog.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" target/

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin kakolog \
    && install -d -o kakolog -g kakolog /content /data
WORKDIR /app
COPY --from=build /build/target/kakolog.jar /build/target/libsqlitejdbc.so ./
COPY src/main/docker/train.sh /tmp/
COPY content /content

# A cache of loaded and linked classes halves the start. It fits only this java and this jar, so it is made here, by a run
# of just these; a java that finds it does not fit starts without it.
RUN KAKOLOG_CONTENT=/content /tmp/train.sh \
      java -XX:+UseSerialGC -Xmx128m -Dorg.sqlite.lib.path=/app -Dorg.sqlite.lib.name=libsqlitejdbc.so \
      -XX:AOTCacheOutput=/app/kakolog.aot -jar /app/kakolog.jar \
    && test -s /app/kakolog.aot \
    && rm /tmp/train.sh

# Memory alone stands here, for an archive of a thousand events wants more: -e JDK_JAVA_OPTIONS=-Xmx512m. Begun with 16 MB
# the heap grows to what is needed; left to itself it takes all at once, which is 35 MB more after many visitors.
ENV JDK_JAVA_OPTIONS="-Xms16m -Xmx128m" \
    KAKOLOG_HOST=0.0.0.0 \
    KAKOLOG_CONTENT=/content \
    KAKOLOG_DATA=/data
USER 10001:10001
VOLUME ["/content", "/data"]
EXPOSE 8080
STOPSIGNAL SIGTERM
# The image promises neither curl nor wget, and a second java would take half a second each time; bash can ask by itself.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${KAKOLOG_PORT:-8080} && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:AOTCache=/app/kakolog.aot", "-Djava.io.tmpdir=/tmp", \
    "-Dorg.sqlite.lib.path=/app", "-Dorg.sqlite.lib.name=libsqlitejdbc.so", "-jar", "/app/kakolog.jar"]
CMD ["serve"]
