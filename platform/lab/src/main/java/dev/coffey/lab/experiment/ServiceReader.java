package dev.coffey.lab.experiment;

import dev.coffey.api.Plugin;
import dev.coffey.kernel.catalogue.Leases;
import dev.coffey.kernel.catalogue.UnknownService;
import dev.coffey.kernel.config.OptionBinder;
import dev.coffey.kernel.config.Problems;
import dev.coffey.kernel.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a file says into leased services with bound options; collects what is wrong. */
final class ServiceReader {
  private final Leases leases;
  private final Problems problems;
  private final OptionBinder binder = new OptionBinder();

  ServiceReader(Leases leases, Problems problems) {
    this.leases = leases;
    this.problems = problems;
  }

  <S extends Plugin> Optional<Resolved<S>> read(Class<S> kind, Settings settings) {
    return Choice.of(settings, problems).flatMap(choice -> read(kind, choice, choice.options()));
  }

  <S extends Plugin> Optional<Resolved<S>> read(Class<S> kind, Choice choice, Settings options) {
    try {
      var lease = leases.lease(kind, choice.id());
      return binder
          .bind(options, lease.service().options(), problems)
          .map(bound -> new Resolved<>(lease.service(), lease.offer(), bound, choice.id()));
    } catch (UnknownService e) {
      tell(choice.place(), e.getMessage());
      return Optional.empty();
    }
  }

  /** All of {@code settings}; those that are wrong are left out and told. */
  <S extends Plugin> List<Resolved<S>> readAll(Class<S> kind, List<Settings> settings) {
    var all = new ArrayList<Resolved<S>>();
    settings.forEach(one -> read(kind, one).ifPresent(all::add));
    return all;
  }

  void tell(Settings place, String message) {
    problems.add(place.path(), place.originOf(""), message);
  }
}
