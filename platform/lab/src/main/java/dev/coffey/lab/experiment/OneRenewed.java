package dev.coffey.lab.experiment;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Lease;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.Offer;
import dev.coffey.kernel.catalogue.RecipeOffer;
import java.util.List;
import java.util.Optional;

/** What an experiment holds, but for one service, which is leased anew. */
record OneRenewed(Leases others, Leases anew, Class<? extends Plugin> kind, String asked)
    implements Leases {
  @Override
  public <S extends Plugin> Lease<S> lease(Class<S> wantedKind, String id) {
    boolean isTheOne = wantedKind == kind && id.equals(asked);
    return (isTheOne ? anew : others).lease(wantedKind, id);
  }

  @Override
  public Optional<RecipeOffer> recipe(String id) {
    return others.recipe(id);
  }

  @Override
  public List<RecipeOffer> recipes() {
    return others.recipes();
  }

  @Override
  public List<Offer> held() {
    return others.held();
  }

  @Override
  public void close() {
    anew.close();
  }
}
