package pl.paragon.manifests.configuration;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import pl.paragon.manifests.Checkout;

/** The configuration interfaces of a module, as its sources declare them, read by the compiler's own parser. */
final class MappingSources {

    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, List<String>> enums = new TreeMap<>();

    /**
     * An interface that holds keys.
     *
     * @param prefix of its {@code @ConfigMapping}; empty if it is a part of another interface
     */
    record Group(String name, Optional<String> prefix, List<Property> properties) {}

    /**
     * An abstract method of such an interface.
     *
     * @param type as it is written
     * @param byDefault its {@code @WithDefault}
     */
    record Property(String name, String type, Optional<String> byDefault, Optional<String> meaning) {

        String hyphenated() {
            return MappingSources.hyphenated(name);
        }
    }

    private MappingSources() {}

    static MappingSources of(String module) {
        MappingSources sources = new MappingSources();
        List<Path> files = Checkout.files(module + "/src/main/java", "Config.java");
        if (!files.isEmpty()) {
            sources.parse(files);
        }
        return sources;
    }

    List<Group> mappings() {
        return groups.values().stream()
                .filter(group -> group.prefix().isPresent())
                .toList();
    }

    /** The interface of this simple name, if this module declares one. */
    Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** The values of an enum of this simple name, as a configuration spells them. */
    Optional<List<String>> values(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    private void parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Declarations(docs).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Declarations extends TreePathScanner<Void, Void> {

        private final DocTrees docs;

        Declarations(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            String name = type.getSimpleName().toString();
            if (type.getKind() == Tree.Kind.ENUM) {
                enums.put(name, constants(type));
            }
            if (type.getKind() == Tree.Kind.INTERFACE) {
                groups.put(
                        name,
                        new Group(name, text(type.getModifiers().getAnnotations(), "ConfigMapping"), properties(type)));
            }
            return super.visitClass(type, none);
        }

        private List<String> constants(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(member -> member.getType() != null
                            && member.getType()
                                    .toString()
                                    .equals(type.getSimpleName().toString()))
                    .map(member -> hyphenated(member.getName().toString()))
                    .toList();
        }

        private List<Property> properties(ClassTree type) {
            List<Property> properties = new ArrayList<>();
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method && method.getBody() == null) {
                    properties.add(new Property(
                            method.getName().toString(),
                            method.getReturnType().toString(),
                            text(method.getModifiers().getAnnotations(), "WithDefault"),
                            meaning(new TreePath(getCurrentPath(), method))));
                }
            }
            return properties;
        }

        private Optional<String> meaning(TreePath method) {
            return Optional.ofNullable(docs.getDocCommentTree(method)).map(comment -> comment.getFullBody().stream()
                    .map(MappingSources::markdown)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip());
        }
    }

    private static String markdown(DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
            case LinkTree link -> "`" + linked(link.getReference().getSignature()) + "`";
            default -> " ";
        };
    }

    /** A method is meant as the key beside this one, an interface as the keys that it declares. */
    private static String linked(String signature) {
        String name = signature.replaceAll(".*[.#]", "").replace("()", "");
        return signature.startsWith("#") ? hyphenated(name) : name;
    }

    private static Optional<String> text(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> QUOTED.matcher(annotation.getArguments().toString()))
                .filter(Matcher::find)
                .map(quoted -> quoted.group(1))
                .findFirst();
    }

    /** As SmallRye Config spells a method's name: {@code atATime} is {@code at-a-time}. */
    private static String hyphenated(String name) {
        return HUMP.matcher(name.replace('_', '-')).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
