// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/expect/ExpectationResult.h"
#include "core/session/SessionTimeline.h"

#include <QObject>

#include <memory>
#include <vector>

namespace inspector {

/// Finds out, beside the window's thread, what becomes of expectations in a session.
class ExpectationChecker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationChecker)

public:
    using Results = Result<std::vector<ExpectationResult>>;

    explicit ExpectationChecker(QObject *parent = nullptr);
    /// Stops the reading.
    ~ExpectationChecker() override;

    /// checked() follows, but for what was asked for before.
    void check(const SessionTimeline &timeline, const std::vector<Expectation> &expectations);
    void cancel();
    [[nodiscard]] bool isChecking() const { return m_stop != nullptr; }

signals:
    void checked(const inspector::ExpectationChecker::Results &results);

private:
    std::shared_ptr<StopFlag> m_stop; // of the check that is under way
};

} // namespace inspector
