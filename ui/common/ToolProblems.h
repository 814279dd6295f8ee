// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

namespace inspector {

/// What the tool itself could not do, such as save or export, until it is done or tried again. One text, with
/// its remedy, for each thing.
class ToolProblems final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolProblems)

public:
    explicit ToolProblems(QObject *parent = nullptr)
        : QObject(parent)
    {}

    /// `thing` is what was to be done; an empty text says that it is well.
    void set(const QString &thing, const QString &text);
    [[nodiscard]] QStringList texts() const { return m_texts.values(); }

signals:
    void changed();

private:
    QMap<QString, QString> m_texts;
};

} // namespace inspector
