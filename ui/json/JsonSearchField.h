// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/JsonSearch.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace inspector {

/// A field that looks through a JSON value: Enter goes to the next member that holds what was typed,
/// Shift+Enter to the previous one, Escape empties it.
class JsonSearchField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonSearchField)

public:
    /// `what` it searches in, for people.
    explicit JsonSearchField(const QString &what, QWidget *parent = nullptr);

    /// What is looked through, soon; the words stay, and the first member that holds them is chosen.
    void setValue(const JsonValue &value);
    /// The same value at another time: nothing is chosen, but what is counted.
    void update(const JsonValue &value);
    [[nodiscard]] QString typed() const;

signals:
    /// A member that holds the words; empty where none does.
    void chosen(const inspector::JsonRowPath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void find();
    void go(std::ptrdiff_t distance);
    void showCount();

    QLineEdit *m_field;
    QLabel *m_count;
    JsonValue m_value;
    std::vector<JsonRowPath> m_found;
    std::size_t m_at = 0;
    bool m_isOther = true; // value, not the same at another time
    QTimer m_soon;         // records may go by quickly
};

} // namespace inspector
