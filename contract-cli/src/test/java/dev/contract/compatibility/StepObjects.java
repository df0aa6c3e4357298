package dev.contract.compatibility;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;

/** Makes the objects of one scenario, each once; what a constructor asks for is made in the same way. */
public final class StepObjects implements ObjectFactory {
    private final Map<Class<?>, Object> objects = new HashMap<>();

    @Override
    public boolean addClass(Class<?> type) {
        return true;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        Object known = objects.get(type);
        if (known == null) {
            known = make(type);
            objects.put(type, known);
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] parts = new Object[constructor.getParameterCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = getInstance(constructor.getParameterTypes()[i]);
        }
        try {
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        objects.clear();
    }
}
