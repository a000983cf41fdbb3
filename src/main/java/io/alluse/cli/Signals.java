package io.alluse.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * What Ctrl-C does while a job is watched. {@code sun.misc.Signal} is all the JDK has; it is called by name because the compiler
 * warns of it.
 */
final class Signals {

    private static final int INTERRUPTED = 130;

    private Signals() {}

    /** The first interrupt or termination asks to stop, the second ends the program at once. */
    static void onFirst(Runnable stop) {
        Runnable handler = new Runnable() {
            private boolean asked;

            @Override
            public synchronized void run() {
                if (asked) {
                    Runtime.getRuntime().halt(INTERRUPTED);
                }
                asked = true;
                stop.run();
            }
        };
        handle("INT", handler);
        handle("TERM", handler);
    }

    private static void handle(String name, Runnable handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> signalHandler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler call = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    handler.run();
                }
                return null;
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {signalHandler}, call);
            signal.getMethod("handle", signal, signalHandler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot handle signal " + name, e);
        }
    }
}
