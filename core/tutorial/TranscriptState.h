// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tutorial/TranscriptEntry.h"

namespace inspector {

/// All that a TutorialTranscriptRecorder knows, as a value: a copy costs two reference counts.
struct TranscriptState
{
    /// The step last started, for events that name none.
    struct Step
    {
        Text id, title;

        friend bool operator==(const Step &, const Step &) = default;
    };

    SharedList<Shared<TranscriptEntry>> entries; ///< oldest first
    Shared<Step> lastStep;

    friend bool operator==(const TranscriptState &, const TranscriptState &) = default;
};

} // namespace inspector
