/** From feeds and files to articles in Kafka. */
@NullMarked
package io.heistline.producer;

import org.jspecify.annotations.NullMarked;
