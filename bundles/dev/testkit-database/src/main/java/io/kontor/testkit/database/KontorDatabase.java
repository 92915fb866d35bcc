package io.kontor.testkit.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** The JUnit extension behind {@link DatabaseTest}. */
public final class KontorDatabase
        implements BeforeEachCallback, AfterAllCallback, ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(KontorDatabase.class);

    private static TestDatabase database(ExtensionContext context) {
        Class<?> test = outermost(context.getRequiredTestClass());
        DatabaseTest wanted = test.getAnnotation(DatabaseTest.class);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(test, key -> TestDatabase.make(wanted, key.getClassLoader()), TestDatabase.class);
    }

    private static Class<?> outermost(Class<?> test) {
        Class<?> outer = test;
        while (!outer.isAnnotationPresent(DatabaseTest.class) && outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        database(context).clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (outermost(test) == test) {
            Optional.ofNullable(context.getRoot().getStore(NAMESPACE).remove(test, TestDatabase.class))
                    .ifPresent(TestDatabase::close);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return database(context);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return inWorkspace(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inWorkspace(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inWorkspace(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inWorkspace(invocation, context);
    }

    private static <T> T inWorkspace(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        TestDatabase database = database(context);
        try {
            return database.workspaces().call(database.workspace(), () -> proceed(invocation));
        } catch (CheckedFailure e) {
            throw e.getCause();
        }
    }

    private static <T> T proceed(Invocation<T> invocation) {
        try {
            return invocation.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new CheckedFailure(e);
        }
    }

    /** Carries what a test method threw through a supplier. */
    private static final class CheckedFailure extends RuntimeException {

        private CheckedFailure(Throwable cause) {
            super(cause);
        }
    }
}
