package io.heistline.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;

/**
 * Main class of a child process, as the registry's: runs another main class until its parent goes.
 * The parent holds the other end of standard input; however it ends, even by kill -9, the end of
 * the input says so.
 *
 * <p>It is copied alone into the registry's process and must not need any other class.
 */
public final class RegistryProcess {
  private RegistryProcess() {}

  /** Runs main of the class {@code args[0]}. */
  public static void main(String[] args)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Thread watch = new Thread(RegistryProcess::exitWithParent, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
  }

  private static void exitWithParent() {
    try {
      InputStream parent = System.in;
      while (parent.read() >= 0) {
        // nothing is ever said; only the end counts
      }
    } catch (IOException e) {
      System.err.println("parent is out of sight, stopping: " + e);
    }
    System.exit(0);
  }
}
