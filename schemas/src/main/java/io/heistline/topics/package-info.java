/** Where everything lives in Kafka: topics, their serdes and settings. */
@NullMarked
package io.heistline.topics;

import org.jspecify.annotations.NullMarked;
