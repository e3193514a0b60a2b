package io.heistline.monitor;

import java.util.Set;
import java.util.function.Function;

/**
 * What can be asked.
 *
 * @param method GET (and HEAD) or POST
 * @param path with {id} for its last part, or without
 * @param parameters names that may stand in the query
 * @param lasting whether the answer is the same as long as the read model is
 * @param answer makes the answer
 */
record Route(
    String method,
    String path,
    Set<String> parameters,
    boolean lasting,
    Function<Call, Answer> answer) {
  static final String ID = "{id}";

  static Route get(String path, Set<String> parameters, Function<Call, Answer> answer) {
    return new Route("GET", path, parameters, true, answer);
  }

  /** One whose answer depends on more than the read model. */
  static Route live(String path, Function<Call, Answer> answer) {
    return new Route("GET", path, Set.of(), false, answer);
  }

  static Route post(String path, Function<Call, Answer> answer) {
    return new Route("POST", path, Set.of(), false, answer);
  }

  boolean takes(String asked) {
    return path.endsWith(ID)
        ? asked.startsWith(prefix())
            && asked.length() > prefix().length()
            && asked.indexOf('/', prefix().length()) < 0
        : path.equals(asked);
  }

  /** The id in a path that it takes. */
  String id(String asked) {
    return path.endsWith(ID) ? asked.substring(prefix().length()) : "";
  }

  private String prefix() {
    return path.substring(0, path.length() - ID.length());
  }
}
