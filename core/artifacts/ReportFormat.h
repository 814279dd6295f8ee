// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// How a report is written. Text and Markdown are for people; values in them are JSON, cut where they are
/// long, and cannot become a command of a CI provider.
enum class ReportFormat
{
    Text,
    Markdown,
    Json,
};

} // namespace inspector
