// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/DigestingWriter.h"

#include <QCryptographicHash>

#include <utility>

namespace inspector {

namespace {

std::string sha256(const std::string &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())));
    return hash.result().toHex().toStdString();
}

} // namespace

DigestingWriter::DigestingWriter(std::shared_ptr<ArtifactWriter> writer)
    : m_writer(std::move(writer))
{}

Result<WrittenArtifact> DigestingWriter::write(const Artifact &artifact, const JsonObject &context)
{
    m_digests.push_back({artifact.type, artifact.section, sha256(artifact.content)});
    return m_writer->write(artifact, context);
}

} // namespace inspector
