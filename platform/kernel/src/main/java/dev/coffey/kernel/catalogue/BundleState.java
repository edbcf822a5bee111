package dev.coffey.kernel.catalogue;

/** The life of one version of a bundle. */
public enum BundleState {
  /** Installed, not looked into yet. */
  STAGED,
  /** It resolves, its module builds, all its services were made. */
  VERIFIED,
  /** Served to new leases. */
  ACTIVE,
  /** Started, since leases hold it, but not served: replaced, removed, or wanted by pins only. */
  DRAINING,
  /** Stopped and uninstalled. */
  RETIRED;

  boolean canBecome(BundleState next) {
    return switch (this) {
      case STAGED -> next == VERIFIED || next == RETIRED;
      case VERIFIED -> next == ACTIVE || next == DRAINING || next == RETIRED;
      case ACTIVE -> next == DRAINING || next == RETIRED;
      case DRAINING -> next == ACTIVE || next == RETIRED;
      case RETIRED -> false;
    };
  }
}
