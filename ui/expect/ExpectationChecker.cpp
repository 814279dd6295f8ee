// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expect/ExpectationChecker.h"

#include "core/expect/ExpectationCheck.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace inspector {

ExpectationChecker::ExpectationChecker(QObject *parent)
    : QObject(parent)
{}

ExpectationChecker::~ExpectationChecker()
{
    cancel();
}

void ExpectationChecker::cancel()
{
    if (m_stop != nullptr)
        m_stop->request();
    m_stop.reset();
}

void ExpectationChecker::check(const SessionTimeline &timeline, const std::vector<Expectation> &expectations)
{
    cancel();
    m_stop = std::make_shared<StopFlag>();
    QThreadPool::globalInstance()->start([receiver = QPointer(this), stop = m_stop, timeline, expectations] {
        auto results = std::make_shared<Results>(checkExpectations(timeline, expectations, stop.get()));
        // Back on the window's thread; where nobody is there any more, or asks anew, it is dropped.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [receiver, stop, results] {
            if (receiver == nullptr || receiver->m_stop != stop)
                return;
            receiver->m_stop.reset();
            emit receiver->checked(*results);
        });
    });
}

} // namespace inspector
