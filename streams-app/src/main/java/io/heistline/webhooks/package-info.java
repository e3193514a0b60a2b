/**
 * Tells the servers of others what changes among incidents: signed, again until they take it. An
 * ordinary consumer of the incidents' topic, one group a webhook.
 */
@NullMarked
package io.heistline.webhooks;

import org.jspecify.annotations.NullMarked;
