package io.heistline.topics;

import io.heistline.model.Claim;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro to trust the generated classes. Since 1.12.2 it makes no class that a schema names,
 * not even for a builder's default values, unless the class's package is trusted.
 */
public final class ModelClasses {
  private static final String PACKAGE = Claim.class.getPackageName();

  private ModelClasses() {}

  /** For this whole process; a program calls it before it makes its first record. */
  public static void trust() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals(PACKAGE)));
  }
}
