package dev.coffey.kernel.plugin;

import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import dev.coffey.api.Plugin;
import dev.coffey.api.plugin.PluginModule;
import dev.coffey.api.plugin.PluginModule.Contribution;
import dev.coffey.kernel.catalogue.Kinds;
import dev.coffey.kernel.config.InvalidInput;
import dev.coffey.kernel.config.Settings;
import dev.coffey.kernel.plugin.Contributions.Recipe;
import dev.coffey.kernel.plugin.Contributions.Service;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Builds a plugin's module with an injector of its own and makes everything it contributes. The
 * injector has no parent: a child injector would keep the class loader of a replaced plugin alive.
 */
public final class ModuleReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

  /** How a class of the plugin is loaded by name. */
  @FunctionalInterface
  public interface ClassSource {
    /** Loads through the plugin's own loader. */
    Class<?> load(String name) throws ClassNotFoundException;
  }

  /** Reads the module {@code className}. Whatever the plugin's code throws becomes a refusal. */
  public Contributions read(String className, ClassSource classes) throws Refusal {
    PluginModule module = module(className, classes);
    Injector injector = injector(module, className);
    return new Contributions(services(module, injector), recipes(module));
  }

  /** Errors of the module are looked for first: Guice would log them and go on. */
  private static Injector injector(PluginModule module, String className) throws Refusal {
    try {
      var elements = Elements.getElements(Stage.PRODUCTION, module);
      for (Element element : elements) {
        if (element instanceof Message error) {
          throw new ConfigurationException(List.of(error));
        }
      }
      return Guice.createInjector(Stage.PRODUCTION, Elements.getModule(elements));
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      throw new Refusal(
          "has a module %s that cannot be built (%s)"
              .formatted(className, Refusal.reasonOf(failure)),
          failure);
    }
  }

  private static PluginModule module(String className, ClassSource classes) throws Refusal {
    Class<?> loaded;
    try {
      loaded = classes.load(className);
    } catch (ClassNotFoundException missing) {
      throw new Refusal(
          "names the module class %s, which it does not contain".formatted(className), missing);
    } catch (LinkageError unusable) {
      throw new Refusal(
          "has a module class %s that cannot be loaded (%s)"
              .formatted(className, Refusal.reasonOf(unusable)),
          unusable);
    }
    if (!PluginModule.class.isAssignableFrom(loaded)) {
      throw new Refusal(
          "names the module class %s, which does not extend the platform's %s"
              .formatted(className, PluginModule.class.getName()));
    }
    try {
      var constructor = loaded.asSubclass(PluginModule.class).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException hidden) {
      throw new Refusal(
          "has a module class %s without a constructor that takes nothing".formatted(className),
          hidden);
    } catch (ReflectiveOperationException | LinkageError | StackOverflowError failure) {
      throw new Refusal(
          "has a module class %s that cannot be created (%s)"
              .formatted(className, Refusal.reasonOf(failure)),
          failure);
    }
  }

  private static List<Service> services(PluginModule module, Injector injector) throws Refusal {
    var services = new ArrayList<Service>();
    Set<String> titles = new HashSet<>();
    for (Contribution<?> contribution : module.contributions()) {
      String title = Kinds.nameOf(contribution.kind()) + " '" + contribution.id() + "'";
      checkTitle(titles, title, contribution.id());
      services.add(
          new Service(contribution.kind(), contribution.id(), make(contribution, title, injector)));
    }
    return List.copyOf(services);
  }

  private static Plugin make(Contribution<?> contribution, String title, Injector injector)
      throws Refusal {
    Plugin made;
    Class<? extends Record> options;
    try {
      made = injector.getInstance(contribution.key());
      options = made.options();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      throw new Refusal(
          "offers a %s that cannot be made (%s)".formatted(title, Refusal.reasonOf(failure)),
          failure);
    }
    if (options == null) {
      throw new Refusal("offers a %s whose options() is null".formatted(title));
    }
    return made;
  }

  private static List<Recipe> recipes(PluginModule module) throws Refusal {
    var recipes = new ArrayList<Recipe>();
    Set<String> titles = new HashSet<>();
    for (PluginModule.Recipe recipe : module.recipes()) {
      checkTitle(titles, "recipe '" + recipe.id() + "'", recipe.id());
      recipes.add(new Recipe(recipe.id(), content(module, recipe)));
    }
    return List.copyOf(recipes);
  }

  private static Settings content(PluginModule module, PluginModule.Recipe recipe) throws Refusal {
    try (InputStream in = module.getClass().getResourceAsStream(recipe.resource())) {
      if (in == null) {
        throw new Refusal(
            "offers a recipe '%s' without its file %s beside the module class"
                .formatted(recipe.id(), recipe.resource()));
      }
      return Settings.parseYaml("recipe " + recipe.id(), in);
    } catch (IOException | InvalidInput unreadable) {
      throw new Refusal(
          "offers a recipe '%s' that cannot be read (%s)"
              .formatted(recipe.id(), unreadable.getMessage()),
          unreadable);
    }
  }

  private static void checkTitle(Set<String> titles, String title, String id) throws Refusal {
    if (!ID.matcher(id).matches()) {
      throw new Refusal(
          "offers a %s; an id is made of letters, digits, '.', '_', '+' and '-'".formatted(title));
    }
    if (!titles.add(title)) {
      throw new Refusal("offers the %s twice".formatted(title));
    }
  }
}
