/** The Kafka Streams shell around the stages: one class a stage, no judgement of its own. */
@NullMarked
package io.heistline.topology;

import org.jspecify.annotations.NullMarked;
