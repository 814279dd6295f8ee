// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/InputSpool.h"

#include "core/base/CacheFile.h"
#include "core/base/Gunzip.h"
#include "core/base/Gzip.h"
#include "core/base/StopFlag.h"
#include "core/base/ZipReader.h"

#include <poll.h>
#include <unistd.h>

#include <QTemporaryFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

namespace {

/// Waits until there is something to read. A terminal or a pipe may say nothing for long; a wish to stop is
/// seen within a moment all the same.
bool isReadable(int handle, const StopFlag *stop)
{
    constexpr int patienceMs = 100;
    for (;;) {
        if (stop != nullptr && stop->isRequested())
            return false;
        pollfd waited{handle, POLLIN, 0};
        const int ready = ::poll(&waited, 1, patienceMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true; // also what cannot be waited for; then read() says why
    }
}

class Spooler
{
public:
    Spooler(const std::string &name, const InputSpool::Options &options, QFile &file)
        : m_name(name)
        , m_options(options)
        , m_file(file)
    {}

    Result<void> copy(int handle)
    {
        constexpr std::size_t pieceBytes = 1U << 20U;
        std::vector<char> piece(pieceBytes);
        for (;;) {
            if (!isReadable(handle, m_options.stop))
                return m_options.stop->failureOf("reading " + m_name);
            const ssize_t read = ::read(handle, piece.data(), piece.size());
            if (read < 0 && errno == EINTR)
                continue;
            if (read < 0)
                return inputUnreadable(m_name, std::strerror(errno));
            if (read == 0)
                return end();
            if (!take({piece.data(), static_cast<std::size_t>(read)}))
                return m_error ? tl::unexpected(*m_error) : end();
        }
    }

    Result<void> unzip(QFile &zip)
    {
        Result<ZipReader> reader = ZipReader::open(zip);
        if (!reader)
            return notUnderstood(reader.error().message, reader.error().remedy);
        const std::optional<std::string> entry = sessionEntry(reader->names());
        if (!entry)
            return notUnderstood("it holds no session.ndjson, and more than one file, or none",
                "Unpack it, and open what you look for.");
        const auto read = reader->read(*entry, [this](std::string_view unpacked) {
            return !isStopped() && take(unpacked); // it may be gzip data itself
        });
        if (isStopped())
            return m_options.stop->failureOf("reading " + m_name);
        if (m_error)
            return tl::unexpected(*m_error);
        if (!read && m_written == 0)
            return notUnderstood(read.error().message, read.error().remedy);
        if (!read)
            m_zipProblem = read.error().message; // what came before it is there
        return end();
    }

    [[nodiscard]] std::string problem() const
    {
        if (!m_zipProblem.empty())
            return m_zipProblem;
        return m_kind == Kind::Gzip ? m_gunzip.problem() : std::string();
    }

private:
    enum class Kind
    {
        Unknown, // nothing but a first byte was there
        Plain,
        Gzip,
    };

    [[nodiscard]] bool isStopped() const
    {
        return m_options.stop != nullptr && m_options.stop->isRequested();
    }

    [[nodiscard]] tl::unexpected<Error> notUnderstood(
        const std::string &reason, const std::string &remedy) const
    {
        return failure("not_understood", m_name + ": " + reason, remedy);
    }

    static std::optional<std::string> sessionEntry(const std::vector<std::string> &names)
    {
        const std::string usual = "session.ndjson";
        if (std::find(names.begin(), names.end(), usual) != names.end())
            return usual;
        std::vector<std::string> files;
        std::copy_if(names.begin(), names.end(), std::back_inserter(files),
            [](const std::string &name) { return !name.ends_with('/'); });
        return files.size() == 1 ? std::optional(files.front()) : std::nullopt;
    }

    bool take(std::string_view piece)
    {
        m_read += piece.size();
        if (m_options.onBytes)
            m_options.onBytes(m_read);
        if (m_kind == Kind::Unknown) {
            m_start += piece;
            if (m_start.size() < 2)
                return true; // a pipe may give a single byte
            m_kind = looksLikeGzip(m_start) ? Kind::Gzip : Kind::Plain;
            piece = m_start;
        }
        if (m_kind == Kind::Plain)
            return write(piece);
        return m_gunzip.feed(piece, [this](std::string_view unpacked) { return write(unpacked); });
    }

    Result<void> end()
    {
        if (m_kind == Kind::Unknown && !write(m_start))
            return tl::unexpected(*m_error);
        if (m_written == 0 && !problem().empty()) {
            return failure("not_understood",
                m_name + ": " + problem() + ", and nothing of it can be unpacked",
                "Record or copy it again.");
        }
        if (!m_file.seek(0))
            return notStored(m_file.errorString().toStdString());
        return {};
    }

    bool write(std::string_view bytes)
    {
        if (m_written + bytes.size() > m_options.limit) {
            constexpr std::uint64_t mebibyte = 1U << 20U;
            m_error = Error{"too_large",
                m_name + " holds more than " + std::to_string(m_options.limit / mebibyte) +
                    " MiB once it is unpacked",
                "If that is right, unpack it to a file and give that."};
            return false;
        }
        m_written += bytes.size();
        while (!bytes.empty()) { // not by QFile: it takes a write that a full disk cut short for a success
            const ssize_t written = ::write(m_file.handle(), bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                m_error = notStored(std::strerror(errno)).value();
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
        return true;
    }

    [[nodiscard]] tl::unexpected<Error> notStored(const std::string &reason) const
    {
        return failure("input_unreadable", m_name + " was not unpacked: " + reason,
            "Free some space for temporary files, or set XDG_CACHE_HOME or TMPDIR to a folder that has "
            "some.");
    }

    const std::string &m_name;
    const InputSpool::Options &m_options;
    QFile &m_file;
    Gunzip m_gunzip;
    Kind m_kind = Kind::Unknown;
    std::string m_start; // the first bytes, until they tell the kind
    std::uint64_t m_read = 0, m_written = 0;
    std::string m_zipProblem;
    std::optional<Error> m_error;
};

} // namespace

tl::unexpected<Error> inputUnreadable(const std::string &name, const std::string &reason)
{
    return failure(
        "input_unreadable", name + " cannot be read: " + reason, "Check the path and its permissions.");
}

Result<InputSpool> InputSpool::read(int handle, const std::string &name, const Options &options)
{
    std::unique_ptr<QTemporaryFile> file = openCacheFile(QStringLiteral("input"));
    if (!file)
        return inputUnreadable(name, "there is no folder for temporary files");
    Spooler spooler(name, options, *file);
    if (const auto copied = spooler.copy(handle); !copied)
        return tl::unexpected(copied.error());
    return InputSpool{std::move(file), spooler.problem()};
}

Result<InputSpool> InputSpool::unzip(QFile &zip, const std::string &name, const Options &options)
{
    std::unique_ptr<QTemporaryFile> file = openCacheFile(QStringLiteral("input"));
    if (!file)
        return inputUnreadable(name, "there is no folder for temporary files");
    Spooler spooler(name, options, *file);
    if (const auto unpacked = spooler.unzip(zip); !unpacked)
        return tl::unexpected(unpacked.error());
    return InputSpool{std::move(file), spooler.problem()};
}

} // namespace inspector
