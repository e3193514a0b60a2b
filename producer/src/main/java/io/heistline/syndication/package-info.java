/** Feeds of all formats, read from whatever bytes a server sends. No Kafka, no clock. */
@NullMarked
package io.heistline.syndication;

import org.jspecify.annotations.NullMarked;
