/**
 * Benchmarks: {@code ./mvnw -q -Pbench -pl local -am test}. They stand among the tests so that no
 * release carries them.
 */
package io.heistline.local.bench;
