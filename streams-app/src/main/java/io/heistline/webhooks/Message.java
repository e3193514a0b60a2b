package io.heistline.webhooks;

/**
 * What a receiver is told. The same message has the same id and body, however often it is sent.
 *
 * @param id for the receiver to know it again by
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record Message(String id, byte[] body) {}
