// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace inspector {

/// What the window shows while nothing is open: the ways to begin.
class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Paths of sessions opened before, the newest first.
    void setRecent(const QStringList &paths);

signals:
    void openWanted();
    void fileWanted(const QString &path);
    void demoWanted();
    void attachWanted();

private:
    QWidget *makeOpenCard();
    QWidget *makeDemoCard();
    QWidget *makeAttachCard();

    QVBoxLayout *m_recent = nullptr;
    QLabel *m_noRecent = nullptr;
};

} // namespace inspector
