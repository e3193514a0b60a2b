package io.heistline.monitor;

import java.util.Optional;

/**
 * A request, as an endpoint sees it.
 *
 * @param id the last part of the path, where the path has one; else empty
 * @param params checked parameters
 * @param body text of the body; empty if there is none
 * @param token what the request brings as a bearer
 * @param base address under which the monitor was called: scheme, host and port
 */
record Call(String id, Params params, String body, Optional<String> token, String base) {}
