// SPDX-License-Identifier: GPL-3.0-or-later
// What makes every warning of Qt fail the test that it comes in. inspector_add_test() lets each test include
// it, so that QTEST_MAIN and its like mean this; no test has to ask for it.
#pragma once

#include "tests/support/UnexpectedWarning.h"

#include <QTest>

namespace inspector {

/// The test, in which a warning that is neither ignored (QTest::ignoreMessage) nor the platform's own is a
/// failure. Qt Test forgets what it is to fail on with each function, so it is told again before each call:
/// it calls by the meta-object, which is that of the test but for the one function that calls.
template <class Test>
class FailOnWarnings final : public Test
{
public:
    const QMetaObject *metaObject() const override
    {
        static const QMetaObject calling = [] {
            QMetaObject object = Test::staticMetaObject;
            object.d.static_metacall = call;
            return object;
        }();
        return &calling;
    }

private:
    static void call(QObject *test, QMetaObject::Call what, int function, void **arguments)
    {
        if (what == QMetaObject::InvokeMetaMethod)
            QTest::failOnWarning(unexpectedWarning());
        Test::staticMetaObject.d.static_metacall(test, what, function, arguments);
    }
};

} // namespace inspector

#ifndef QTEST_MAIN_WRAPPER
#error "This Qt makes the main() of a test otherwise, and warnings would pass."
#endif
#undef QTEST_MAIN_WRAPPER
#define QTEST_MAIN_WRAPPER(TestObject, ...)                                                                  \
    int main(int argc, char *argv[])                                                                         \
    {                                                                                                        \
        QTest::Internal::callInitMain<TestObject>();                                                         \
        __VA_ARGS__                                                                                          \
        inspector::FailOnWarnings<TestObject> test;                                                          \
        QTEST_SET_MAIN_SOURCE_PATH                                                                           \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
