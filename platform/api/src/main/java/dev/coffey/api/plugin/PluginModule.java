package dev.coffey.api.plugin;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.name.Names;
import dev.coffey.api.Classifier;
import dev.coffey.api.Composer;
import dev.coffey.api.Dataset;
import dev.coffey.api.Loss;
import dev.coffey.api.Method;
import dev.coffey.api.Metric;
import dev.coffey.api.Observer;
import dev.coffey.api.Plugin;
import dev.coffey.api.Stability;
import dev.coffey.api.Stability.Level;
import dev.coffey.api.Student;
import dev.coffey.api.Teacher;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bundle contributes. A Guice module: services are made by an injector of the bundle's own,
 * so they may have constructor parameters bound in {@link #contribute}.
 *
 * <pre>{@code
 * @PluginBundle
 * public final class FocalPlugin extends PluginModule {
 *   @Override protected void contribute() {
 *     loss("focal").to(FocalLoss.class);
 *     experiment("focal").from("focal.yaml");
 *   }
 * }
 * }</pre>
 */
@Stability(Level.STABLE)
public abstract class PluginModule extends AbstractModule {
  private final List<Contribution<?>> contributions = new ArrayList<>();
  private final List<Recipe> recipes = new ArrayList<>();

  /** One service: its kind, its id and the key its implementation is bound under. */
  public record Contribution<S extends Plugin>(Class<S> kind, String id, Key<? extends S> key) {}

  /** One recipe: its id and the name of a YAML resource beside the module class. */
  public record Recipe(String id, String resource) {}

  /** Names the contributions. Called once, by the kernel. */
  protected abstract void contribute();

  @Override
  protected final void configure() {
    contributions.clear();
    recipes.clear();
    contribute();
  }

  /** What {@link #contribute} named; empty before. */
  public final List<Contribution<?>> contributions() {
    return List.copyOf(contributions);
  }

  /** The recipes that {@link #contribute} named; empty before. */
  public final List<Recipe> recipes() {
    return List.copyOf(recipes);
  }

  /** Offers a teacher. */
  protected final To<Teacher> teacher(String id) {
    return new To<>(Teacher.class, id);
  }

  /** Offers a student. */
  protected final To<Student> student(String id) {
    return new To<>(Student.class, id);
  }

  /** Offers a loss. */
  protected final To<Loss> loss(String id) {
    return new To<>(Loss.class, id);
  }

  /** Offers a dataset. */
  protected final To<Dataset> dataset(String id) {
    return new To<>(Dataset.class, id);
  }

  /** Offers a composer. */
  protected final To<Composer> composer(String id) {
    return new To<>(Composer.class, id);
  }

  /** Offers a classifier. */
  protected final To<Classifier> classifier(String id) {
    return new To<>(Classifier.class, id);
  }

  /** Offers a method. */
  protected final To<Method> method(String id) {
    return new To<>(Method.class, id);
  }

  /** Offers a metric. */
  protected final To<Metric> metric(String id) {
    return new To<>(Metric.class, id);
  }

  /** Offers an observer. */
  protected final To<Observer> observer(String id) {
    return new To<>(Observer.class, id);
  }

  /** Offers a recipe: a method with its published settings, so that {@code compare: [id]} works. */
  protected final From experiment(String id) {
    return new From(id);
  }

  /** Second half of {@code loss("id").to(Class)}. */
  public final class To<S extends Plugin> {
    private final Class<S> kind;
    private final String id;

    private To(Class<S> kind, String id) {
      this.kind = kind;
      this.id = requireNonNull(id, "id is null");
    }

    /** Names the class that implements the service. */
    public void to(Class<? extends S> implementation) {
      bind(implementation);
      contributions.add(new Contribution<>(kind, id, Key.get(implementation)));
    }

    /** Gives the service itself: for families whose members differ in a constructor argument. */
    public void toInstance(S service) {
      Key<S> key = Key.get(kind, Names.named(id));
      bind(key).toInstance(service);
      contributions.add(new Contribution<>(kind, id, key));
    }
  }

  /** Second half of {@code experiment("id").from("file")}. */
  public final class From {
    private final String id;

    private From(String id) {
      this.id = requireNonNull(id, "id is null");
    }

    /** Names a YAML resource, looked up beside the module class. */
    public void from(String resource) {
      recipes.add(new Recipe(id, requireNonNull(resource, "resource is null")));
    }
  }
}
