/**
 * What people and programs look at: a read model of the output topics, and HTTP in front of it. An
 * ordinary consumer of the topics; it knows nothing of the topology.
 */
@NullMarked
package io.heistline.monitor;

import org.jspecify.annotations.NullMarked;
