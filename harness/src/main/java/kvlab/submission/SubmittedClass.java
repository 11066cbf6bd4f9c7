package kvlab.submission;

import java.util.List;
import java.util.Set;

/**
 * A class of the submission: itself, not initialised, and what its class file tells beyond reflection.
 *
 * @param sourceFile name without directory, {@code null} if the class file does not say
 * @param methods the methods it declares, each as name and descriptor
 * @param calls every call in its code, method references included
 * @param locks every place that takes a lock by {@code synchronized}
 * @param constants static fields that only ever hold an unmodifiable collection, as from {@code List.of}, or a lambda
 *     that captures nothing
 * @param references binary names of all classes that it mentions
 */
record SubmittedClass(
        Class<?> type,
        String sourceFile,
        Set<String> methods,
        List<Call> calls,
        List<Lock> locks,
        Set<String> constants,
        Set<String> references) {

    /**
     * @param owner binary name of the class on which the method is called, which may have inherited it
     * @param descriptor as in class files
     */
    record Call(Site site, String owner, String method, String descriptor) {}

    /**
     * @param wholeMethod whether the method is declared {@code synchronized}; else it holds a synchronized block
     */
    record Lock(Site site, boolean wholeMethod) {}

    Site site(String field) {
        return new Site(type.getName(), sourceFile, field, 0);
    }
}
