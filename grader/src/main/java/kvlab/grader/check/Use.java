package kvlab.grader.check;

/**
 * A reference in a class file. Names of types are internal ones, such as {@code java/util/Map$Entry}; that of an array
 * is the one of its element.
 */
sealed interface Use {

    Site site();

    /** How the sentence goes on after the site, without a full stop: {@code calls java.lang.System.exit}. */
    String inWords();

    /** @param verb such as {@code extends} */
    record OfType(Site site, String verb, String type) implements Use {
        @Override
        public String inWords() {
            return verb + " " + Names.dotted(type);
        }
    }

    /**
     * @param verb such as {@code calls}
     * @param name {@code new} for a constructor
     * @param descriptor as in class files
     */
    record OfMember(Site site, String verb, String owner, String name, String descriptor) implements Use {
        @Override
        public String inWords() {
            String type = Names.dotted(owner);
            if (!name.equals("new")) {
                return verb + " " + type + "." + name;
            }
            return switch (verb) {
                case "calls" -> "makes a new " + type;
                case "extends" -> "extends " + type;
                default -> verb + " " + type + "::new";
            };
        }
    }

    /** What no compiler for Java 17 makes. */
    record OfTrick(Site site, String what) implements Use {
        @Override
        public String inWords() {
            return what;
        }
    }
}
