package dev.contract.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page of ours has to be: balanced, with landmarks and labels, and without anything that runs or comes from elsewhere. */
public final class HtmlCheck {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z-]+(?:=\"[^\"]*\")?)*)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
    private static final Set<String> VOID = Set.of("meta", "link", "br", "img", "input", "hr", "wbr");
    private static final Set<String> FIELDS = Set.of("input", "select", "textarea");
    private static final List<String> LANDMARKS = List.of("header", "nav", "main", "footer");

    private final List<String> faults = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> labelled = new HashSet<>();
    private final List<Map<String, String>> fields = new ArrayList<>();
    private final List<String> fragments = new ArrayList<>();

    private HtmlCheck() {}

    public static List<String> faults(String html) {
        HtmlCheck check = new HtmlCheck();
        check.read(html);
        return check.faults;
    }

    private void read(String html) {
        if (!html.startsWith("<!DOCTYPE html>")) {
            faults.add("no doctype");
        }
        Matcher tag = TAG.matcher(html);
        int at = "<!DOCTYPE html>".length();
        while (tag.find(at)) {
            text(html.substring(at, tag.start()));
            read(tag);
            at = tag.end();
        }
        text(html.substring(at));
        if (!open.isEmpty()) {
            faults.add("not closed: " + open);
        }
        checkWhole();
    }

    private void text(String text) {
        if (text.contains("<") || text.contains(">")) {
            faults.add("markup that is no tag of ours: " + text.strip());
        }
        escaped(text);
    }

    private void escaped(String text) {
        Matcher entity = Pattern.compile("&(?!(amp|lt|gt|quot|#[0-9]+);)").matcher(text);
        if (entity.find()) {
            faults.add("an ampersand that is not escaped: " + text.strip());
        }
    }

    private void read(Matcher tag) {
        String name = tag.group(2);
        if (!tag.group(1).isEmpty()) {
            if (open.isEmpty() || !open.pop().equals(name)) {
                faults.add("closed, but not open: " + name);
            }
            return;
        }
        counts.merge(name, 1, Integer::sum);
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher each = ATTRIBUTE.matcher(tag.group(3));
        while (each.find()) {
            attributes.put(each.group(1), each.group(2) == null ? "" : each.group(2));
        }
        check(name, attributes);
        if (!VOID.contains(name) && tag.group(4).isEmpty()) {
            open.push(name);
        }
    }

    private void check(String name, Map<String, String> attributes) {
        attributes.forEach((attribute, value) -> {
            if (attribute.startsWith("on") || attribute.equals("style")) {
                faults.add("something inline: " + name + " " + attribute);
            }
            escaped(value);
        });
        if (Set.of("script", "style", "iframe", "object", "embed").contains(name)) {
            faults.add("not on our pages: " + name);
        }
        String id = attributes.get("id");
        if (id != null && !ids.add(id)) {
            faults.add("an id twice: " + id);
        }
        if (name.equals("label")) {
            labelled.add(attributes.getOrDefault("for", ""));
        }
        if (FIELDS.contains(name) && !"hidden".equals(attributes.get("type"))) {
            fields.add(attributes);
        }
        checkAddresses(name, attributes);
    }

    private void checkAddresses(String name, Map<String, String> attributes) {
        String href = attributes.getOrDefault("href", "");
        if (href.startsWith("#") && href.length() > 1) {
            fragments.add(href.substring(1));
        }
        boolean leaves = !href.isEmpty() && !href.startsWith("/") && !href.startsWith("#") && !href.startsWith("?");
        if (leaves && !(name.equals("a") && href.matches("https?://.*"))) {
            faults.add("leads elsewhere: " + href);
        }
        if (leaves && !attributes.getOrDefault("rel", "").contains("noopener")) {
            faults.add("opens with us behind it: " + href);
        }
        if (name.equals("img")
                && (!attributes.containsKey("alt")
                        || !attributes.getOrDefault("src", "").startsWith("/"))) {
            faults.add("a picture without words, or of somebody else");
        }
        if (name.equals("form") && !attributes.getOrDefault("action", "").startsWith("/")) {
            faults.add("a form that goes elsewhere");
        }
    }

    private void checkWhole() {
        if (counts.getOrDefault("h1", 0) != 1) {
            faults.add(counts.getOrDefault("h1", 0) + " headings of the first level");
        }
        LANDMARKS.stream()
                .filter(landmark -> !counts.containsKey(landmark))
                .forEach(landmark -> faults.add("no " + landmark));
        fields.stream()
                .filter(field -> !labelled.contains(field.getOrDefault("id", "?")) && !field.containsKey("aria-label"))
                .forEach(field -> faults.add("a field without a label: " + field));
        fragments.stream()
                .filter(fragment -> !ids.contains(fragment))
                .forEach(fragment -> faults.add("leads to nothing on the page: #" + fragment));
    }
}
