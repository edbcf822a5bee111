package dev.coffey.lab.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffey.api.Composer;
import dev.coffey.api.Method;
import dev.coffey.kernel.catalogue.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One method of a comparison, resolved.
 *
 * @param label how tables call it; unique in the experiment
 * @param method the method service; none for the built-in weighted sum
 * @param pool samples of a stage to train on; none for the dataset's alone
 */
public record MethodPlan(
    String label,
    String about,
    Optional<Resolved<Method>> method,
    List<TermPlan> terms,
    List<Resolved<Composer>> composers,
    TrainOptions train,
    Optional<PoolUse> pool) {
  /** The same method with other versions of its losses and composers. */
  MethodPlan with(List<TermPlan> otherTerms, List<Resolved<Composer>> otherComposers) {
    return new MethodPlan(label, about, method, otherTerms, otherComposers, train, pool);
  }

  /** Whether it cannot work without a teacher. */
  public boolean needsTeacher() {
    return terms.stream().anyMatch(TermPlan::readsTeacher);
  }

  /** Whether it trains on the dataset's samples. */
  public boolean needsData() {
    return method.isEmpty() || method.get().service().needsData();
  }

  /** Whether it reads the dataset's training split. */
  public boolean readsTraining() {
    return needsData() && pool.map(PoolUse::isMixed).orElse(true);
  }

  /** Everything of the method that can change a result; the label cannot. */
  public ObjectNode identity() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    method.ifPresent(service -> node.set("method", service.identity()));
    ArrayNode losses = node.putArray("losses");
    for (TermPlan term : terms) {
      ObjectNode loss = losses.addObject();
      loss.set("loss", term.loss().identity());
      loss.put("weight", term.weight().text());
      term.wirings()
          .forEach(
              wiring -> {
                ObjectNode sources = loss.withArray("inputs").addObject();
                wiring.sources().forEach(sources::put);
              });
    }
    ArrayNode mixers = node.putArray("composers");
    composers.forEach(composer -> mixers.add(composer.identity()));
    ObjectNode training = train.tree();
    if (needsData()) {
      training.remove("steps-per-epoch");
    }
    node.set("train", training);
    pool.ifPresent(use -> node.put("share", use.share()));
    return node;
  }

  /** The services it uses. */
  public List<Offer> offers() {
    var offers = new ArrayList<Offer>();
    method.ifPresent(service -> offers.add(service.offer()));
    terms.forEach(term -> offers.add(term.loss().offer()));
    composers.forEach(composer -> offers.add(composer.offer()));
    return offers;
  }
}
