# One image for each service: MODULE is producer or streams-app, built before by ./mvnw package.
FROM eclipse-temurin:17-jre

ARG MODULE
WORKDIR /opt/heistline
COPY ${MODULE}/target/lib lib
COPY ${MODULE}/target/heistline-${MODULE}-*.jar heistline.jar
RUN useradd --system --home-dir /opt/heistline heistline && mkdir -p /var/lib/heistline && chown heistline /var/lib/heistline

USER heistline
VOLUME /var/lib/heistline
ENV HEISTLINE_STATE_DIR=/var/lib/heistline/state JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60"
ENTRYPOINT ["java", "-jar", "heistline.jar"]
