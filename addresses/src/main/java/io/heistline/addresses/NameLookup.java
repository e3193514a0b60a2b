package io.heistline.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses of a name. */
public interface NameLookup {
  InetAddress[] addresses(String host) throws UnknownHostException;

  /** As the machine is set up to. */
  static NameLookup system() {
    return InetAddress::getAllByName;
  }
}
