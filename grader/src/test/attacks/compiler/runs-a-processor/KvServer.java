// attack processors: an annotation that a processor would act on: none is run
// verdict: refused
// says: does not implement KeyValueServer
package lab;

import kvlab.api.*;

@javax.annotation.processing.SupportedAnnotationTypes("*")
public final class KvServer extends javax.annotation.processing.AbstractProcessor {
    public boolean process(
            java.util.Set<? extends javax.lang.model.element.TypeElement> types,
            javax.annotation.processing.RoundEnvironment round) {
        throw new IllegalStateException("it ran inside the compiler");
    }
}
