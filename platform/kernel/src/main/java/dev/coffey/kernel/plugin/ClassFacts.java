package dev.coffey.kernel.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What {@link Inspection} wants to know of one class. */
final class ClassFacts extends ClassVisitor {
  /** Classes whose objects are there to be changed; a constant of an interface type may be not. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "Ljava/util/HashMap;",
          "Ljava/util/LinkedHashMap;",
          "Ljava/util/TreeMap;",
          "Ljava/util/ArrayList;",
          "Ljava/util/HashSet;",
          "Ljava/util/ArrayDeque;",
          "Ljava/util/Random;",
          "Ljava/util/SplittableRandom;",
          "Ljava/lang/StringBuilder;",
          "Ljava/lang/ThreadLocal;",
          "Ljava/util/concurrent/ConcurrentHashMap;",
          "Ljava/util/concurrent/ConcurrentMap;",
          "Ljava/util/concurrent/CopyOnWriteArrayList;",
          "Ljava/util/concurrent/atomic/AtomicInteger;",
          "Ljava/util/concurrent/atomic/AtomicLong;",
          "Ljava/util/concurrent/atomic/AtomicBoolean;",
          "Ljava/util/concurrent/atomic/AtomicReference;");

  private static final Set<String> THREAD_MAKERS =
      Set.of(
          "java/lang/Thread",
          "java/util/Timer",
          "java/util/concurrent/ThreadPoolExecutor",
          "java/util/concurrent/ScheduledThreadPoolExecutor",
          "java/util/concurrent/ForkJoinPool");

  private final List<String> mutableStatics = new ArrayList<>();
  private boolean startsThreads;

  ClassFacts() {
    super(Opcodes.ASM9);
  }

  List<String> mutableStatics() {
    return mutableStatics;
  }

  boolean startsThreads() {
    return startsThreads;
  }

  @Override
  public void visit(
      int version, int access, String name, String generic, String parent, String[] interfaces) {
    startsThreads |= THREAD_MAKERS.contains(parent);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String generic, Object value) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
    boolean ofCompiler = (access & Opcodes.ACC_SYNTHETIC) != 0;
    if (isStatic && !ofCompiler && (!isFinal || CONTAINERS.contains(descriptor))) {
      mutableStatics.add(name);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String generic, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String method, String descriptor, boolean ofInterface) {
        boolean makes = method.equals("<init>") && THREAD_MAKERS.contains(owner);
        boolean asks = owner.equals("java/util/concurrent/Executors") && method.startsWith("new");
        startsThreads |= makes || asks;
      }
    };
  }
}
