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

    /// Paths of recordings that a crash ended.
    void setInterrupted(const QStringList &paths);

signals:
    void openWanted();
    void fileWanted(const QString &path);
    void demoWanted();
    void attachWanted();
    void interruptedWanted(const QString &path);

private:
    QWidget *makeOpenCard();
    QWidget *makeDemoCard();
    QWidget *makeAttachCard();

    /// In place of what is there, a link for each path.
    void setLinks(QVBoxLayout &layout, const QStringList &paths, void (StartPage::*wanted)(const QString &));

    QVBoxLayout *m_recent = nullptr;
    QVBoxLayout *m_interrupted = nullptr;
    QLabel *m_interruptedHead = nullptr;
    QLabel *m_noRecent = nullptr;
};

} // namespace inspector
