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
    enum class Thing
    {
        Save,
        SaveState,
        SavePicture,
        Export,
        Attach,
        SaveBridge,
        Expectations,
        SaveComparison,
    };

    explicit ToolProblems(QObject *parent = nullptr)
        : QObject(parent)
    {}

    /// Why `thing` was not done; an empty text says that it is well.
    void set(Thing thing, const QString &text);
    [[nodiscard]] QStringList texts() const { return m_texts.values(); }

signals:
    void changed();

private:
    QMap<Thing, QString> m_texts;
};

} // namespace inspector
