package io.heistline.local;

import io.heistline.model.EntityType;

/** What can be added by hand; sources come with Heistline alone, for they vouch for others. */
enum AddedType {
  ACTOR(EntityType.ACTOR),
  VICTIM(EntityType.VICTIM);

  private final EntityType type;

  AddedType(EntityType type) {
    this.type = type;
  }

  EntityType type() {
    return type;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
