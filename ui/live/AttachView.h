// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace inspector {

class LiveAttach;
class TextTableModel;
class ThemeController;

/// How a game attaches: on or off, what its page has to take in, who is attached, and who was turned away and
/// why.
class AttachView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttachView)

public:
    AttachView(LiveAttach &attach, ThemeController &theme, QWidget *parent = nullptr);

signals:
    void openWanted(const QString &path);
    void bridgeSaved(const QString &folder);
    void bridgeProblem(const QString &text);
    /// Somebody wants other events, as written.
    void topicsWanted(const QString &text);

private:
    QWidget *makeHead();
    QWidget *makeSnippet();
    QWidget *makeTopics();
    QWidget *makeSessions();
    void showState();
    [[nodiscard]] QString stateText() const;
    void saveBridge();
    void takeTopics();

    LiveAttach &m_attach;
    QLabel *m_state, *m_refusal;
    QPushButton *m_switch;
    QWidget *m_details;
    QPlainTextEdit *m_snippet;
    QLineEdit *m_topics;
    QLabel *m_topicsProblem;
    TextTableModel *m_model;
    QTableView *m_table;
    QTimer m_pause; // records come faster than anybody reads
};

} // namespace inspector
