// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/session/SessionTimeline.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <thread>
#include <vector>

namespace inspector {

class FactionCatalogue;

/// Makes a text of records, however many, beside the window.
class RecordCopier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordCopier)

public:
    enum class Form
    {
        Json,  ///< the lines as they stand in the file
        Table, ///< number, time since the first record, event and what it changed, with tabs between
    };

    /// Records whose text takes more than that are left out; a clipboard is held in memory, often twice.
    static constexpr std::size_t mostBytes = 64U << 20U;

    /// `catalogue` must outlive it.
    explicit RecordCopier(const FactionCatalogue &catalogue, QObject *parent = nullptr);
    ~RecordCopier() override;

    /// Begins, and gives up what it was making. `numbers` ascend.
    void make(
        const SessionTimeline &timeline, TimeMs firstTime, std::vector<std::uint64_t> numbers, Form form);

signals:
    /// `left` records were not taken: there is no room for them, or `problem` came in between.
    void made(const QString &text, qsizetype taken, qsizetype left, const QString &problem);

private:
    void stop();

    const FactionCatalogue &m_catalogue;
    std::unique_ptr<StopFlag> m_stop = std::make_unique<StopFlag>();
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
