// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/ExportPipeline.h"

#include "core/base/StopFlag.h"
#include "core/events/EventBus.h"
#include "core/publish/ArtifactManifest.h"
#include "core/telemetry/TelemetryExportTask.h"

#include <utility>

namespace inspector {

namespace {

PublishRequest completed(PublishRequest publishing, const ExportRequest &request)
{
    publishing.prefix = request.prefix;
    if (request.shard.count > 1)
        publishing.shard =
            std::to_string(request.shard.number) + "-of-" + std::to_string(request.shard.count);
    publishing.context = request.context;
    JsonObject::Members all = optionsJson(request).members();
    for (const JsonObject::Member &member : publishing.options)
        all.push_back(member);
    publishing.options = JsonObject(std::move(all));
    return publishing;
}

} // namespace

ExportPipeline::ExportPipeline(CiArtifactPublisher::Parts parts)
    : m_parts(std::move(parts))
{}

ExportPipeline::Done ExportPipeline::run(const ExportRequest &request, const PublishRequest &publishing,
    const std::function<void()> &exported) const
{
    Done done;
    if (auto removed = CiArtifactPublisher::removeEarlier(publishing, request.artifactDir); !removed) {
        done.outcome.error = std::move(removed.error());
        return done;
    }
    ExportRequest digested = request;
    digested.digestInputs = true; // the manifest says what the artifacts were made of
    ExportOutcome &outcome = done.outcome;
    outcome = TelemetryExportTask(m_parts.clock).run(digested);
    if (exported)
        exported();
    const auto wasStopped = [&] { return request.stop != nullptr && request.stop->isRequested(); };
    if (wasStopped() && !isComplete(outcome))
        return done;
    CiArtifactPublisher::Parts parts = m_parts;
    EventBus bus;
    EventBus::Subscription told;
    if (parts.bus == nullptr && request.onEvent) {
        told = bus.subscribe("telemetry:*", [&](const Event &event) { request.onEvent(event); });
        parts.bus = &bus;
    }
    parts.stop = request.stop;
    done.published = CiArtifactPublisher(std::move(parts)).publish(outcome, completed(publishing, request));
    outcome.manifest = done.published.manifest;
    outcome.publish = toJson(done.published);
    outcome.notWritten = done.published.errors;
    outcome.publishFailed = publishing.required && !done.published.succeeded();
    if (wasStopped())
        outcome.error = request.stop->failureOf("handing the artifacts over").value();
    return done;
}

} // namespace inspector
