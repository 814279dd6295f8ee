// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/ExpectationResult.h"
#include "ui/common/BackgroundTask.h"
#include "ui/expect/ExpectationList.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace inspector {

class ChosenPanel;
class EmptyHint;
class ExpectationModel;
class FrameSource;
class SessionCursor;
class ThemeController;

/// What is expected of the session (docs/expectations.md): a list that is kept in a file, with what is met
/// and what is not; it checks as `--expect` does, again whenever the session or the list becomes another.
class ExpectationsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExpectationsView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
    };

    explicit ExpectationsView(const Parts &parts, QWidget *parent = nullptr);

    /// Asks what is expected of a value, as it is at the cursor, and adds it.
    void expect(const ValuePath &path);
    /// The file that is read once somebody looks: no start of the window waits for it.
    void setFile(const QString &path);
    /// Takes the expectations of a file, at once.
    void openFile(const QString &path);
    void saveFile(const QString &path);
    /// Whether anybody sees it; what nobody sees is not checked.
    void setInSight(bool isInSight);

signals:
    /// Another file, or none.
    void fileChanged(const QString &path);
    /// How many are not met.
    void missedChanged(int count);
    /// Why the file was not read or written; empty once it was.
    void problem(const QString &text);
    void revealWanted();

private:
    using CheckResults = Result<std::vector<ExpectationResult>>;

    [[nodiscard]] QWidget *makeHead();
    void makeList();
    void makePanel();
    void readFile();
    void tell(const Result<void> &done);
    void takeFrame();
    void takeList();
    void takeResults(const CheckResults &results);
    void checkSoon();
    void check();
    void showVerdict();
    void showChosen();
    void chooseFile();
    void chooseTarget();
    void goToChosen();
    void editChosen();
    void removeChosen();
    void copyCommand() const;
    [[nodiscard]] std::optional<Expectation> ask(const Expectation &first, const QString &place);

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ExpectationList m_expectations;
    BackgroundTask<CheckResults> m_check;
    ExpectationModel *m_model;
    QLabel *m_file, *m_verdict;
    QToolButton *m_save;
    QListView *m_list;
    ChosenPanel *m_panel;
    QPushButton *m_go;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    QTimer m_soon;
    QString m_unread; // file
    std::optional<Error> m_checkError;
    std::uint64_t m_session = 0; // that was checked
    std::uint64_t m_size = 0;    // records that were checked
    bool m_isInSight = false;
    bool m_isStale = true;
};

} // namespace inspector
