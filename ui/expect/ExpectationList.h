// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/Expectation.h"

#include <QObject>
#include <QString>

#include <vector>

namespace inspector {

/// The expectations that are worked on, and the file that they are in. With a file, each change is written at
/// once; without one they live as long as the window.
class ExpectationList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationList)

public:
    explicit ExpectationList(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<Expectation> &all() const { return m_all; }
    [[nodiscard]] const QString &file() const { return m_file; } ///< empty for none

    /// Takes those of a file instead. Where it cannot be read, those that are there stay.
    [[nodiscard]] Result<void> open(const QString &path);
    /// Writes them there, and from then on. Error `write_failed`.
    [[nodiscard]] Result<void> saveAs(const QString &path);
    /// Where the file cannot be written they are changed all the same, and the error is told.
    [[nodiscard]] Result<void> add(const Expectation &expectation);
    [[nodiscard]] Result<void> remove(std::size_t place);
    [[nodiscard]] Result<void> replace(std::size_t place, const Expectation &expectation);

signals:
    void changed();

private:
    [[nodiscard]] Result<void> write();

    std::vector<Expectation> m_all;
    QString m_file;
};

} // namespace inspector
