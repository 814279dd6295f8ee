// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/InputDigest.h"

#include "core/base/Sha256.h"
#include "core/session/SessionFile.h"

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <chrono>
#include <vector>

namespace inspector {

namespace {

constexpr std::uint64_t smallBytes = 1U << 20U; // up to here a thread costs more than it saves

std::string digestOfSmall(QIODevice &device)
{
    const QByteArray bytes = device.readAll();
    device.seek(0);
    return sha256({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

std::string digestOf(const SessionFile &file, std::uint64_t size, const std::atomic<bool> &stopped)
{
    constexpr std::size_t blockBytes = 1U << 18U;
    Sha256 hash;
    std::vector<char> block(blockBytes);
    for (std::uint64_t at = 0; at < size && !stopped;) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(blockBytes, size - at));
        const auto read = file.readSome(at, block.data(), wanted);
        if (!read || *read == 0)
            return {};
        hash.add({block.data(), *read});
        at += *read;
    }
    return stopped ? std::string() : hash.takeHex();
}

} // namespace

InputDigest::InputDigest(const SessionInput &input)
    : m_bytes(static_cast<std::uint64_t>(std::max<qint64>(input.device().size(), 0)))
{
    std::promise<std::string> ready;
    if (m_bytes <= smallBytes) {
        ready.set_value(digestOfSmall(input.device()));
        m_digest = ready.get_future();
        return;
    }
    auto file = SessionFile::fromDevice(input.device(), input.name());
    input.device().seek(0);
    if (!file) {
        ready.set_value({});
        m_digest = ready.get_future();
        return;
    }
    m_digest = std::async(
        std::launch::async, [this, file = std::move(*file)] { return digestOf(*file, m_bytes, m_stopped); });
}

std::string InputDigest::take(const StopFlag *stop)
{
    constexpr std::chrono::milliseconds lookAround(50);
    while (m_digest.wait_for(lookAround) != std::future_status::ready)
        m_stopped = m_stopped || (stop != nullptr && stop->isRequested());
    return m_digest.get();
}

InputDigest::~InputDigest()
{
    m_stopped = true; // the future waits for its thread
}

} // namespace inspector
