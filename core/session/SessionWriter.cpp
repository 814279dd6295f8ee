// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionWriter.h"

#include "core/base/JsonReader.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace inspector {

namespace {

constexpr int nobody = -1;

/// `seq` of a line; 0 where it has none.
std::uint64_t seqOf(std::string_view line)
{
    constexpr double mostExact = 9007199254740991; // 2^53 - 1
    const Result<JsonValue> value = parseJson(line);
    const JsonObject *object = value ? value->asObject() : nullptr;
    const double *seq = object == nullptr ? nullptr : (*object)["seq"].asNumber();
    return seq != nullptr && *seq >= 1 && *seq <= mostExact ? static_cast<std::uint64_t>(*seq) : 0;
}

} // namespace

SessionWriter::SessionWriter(std::string path, int file)
    : m_path(std::move(path))
    , m_file(file)
{}

SessionWriter::SessionWriter(SessionWriter &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_file(std::exchange(other.m_file, nobody))
    , m_size(other.m_size)
    , m_lastSeq(other.m_lastSeq)
    , m_isDirty(other.m_isDirty)
{}

SessionWriter &SessionWriter::operator=(SessionWriter &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_file, other.m_file);
    m_size = other.m_size;
    m_lastSeq = other.m_lastSeq;
    m_isDirty = other.m_isDirty;
    return *this;
}

SessionWriter::~SessionWriter()
{
    if (m_file == nobody)
        return;
    static_cast<void>(sync());
    ::close(m_file);
}

Result<SessionWriter> SessionWriter::open(const std::string &path)
{
    constexpr mode_t ownerOnly = 0600; // what a game says is nobody else's
    std::error_code ignored;
    if (const auto folder = std::filesystem::path(path).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder, ignored); // opening tells what is wrong with it
    SessionWriter writer(path,
        ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, ownerOnly));
    if (writer.m_file == nobody)
        return writer.failed(errno == ELOOP ? "not_a_file" : "write_failed", "cannot be opened");
    struct stat status
    {};
    if (::fstat(writer.m_file, &status) != 0 || !S_ISREG(status.st_mode))
        return failure("not_a_file", path + " is no plain file", "Choose another name.");
    if (::flock(writer.m_file, LOCK_EX | LOCK_NB) != 0)
        return failure("in_use", path + " is being recorded by another process", "Choose another name.");
    writer.m_size = static_cast<std::uint64_t>(status.st_size);
    if (auto found = writer.findEnd(); !found)
        return tl::unexpected(std::move(found.error()));
    return writer;
}

bool SessionWriter::isInUse(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file == nobody)
        return false;
    const bool isLocked = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return isLocked;
}

/// Cuts a line that a crash tore, and reads what the last whole one says.
Result<void> SessionWriter::findEnd()
{
    constexpr std::uint64_t chunk = 1 << 16;
    std::string tail; // from the line end before the last line on, as far as it is found
    std::uint64_t from = m_size;
    std::size_t end = std::string::npos; // of the last whole line, in `tail`
    std::size_t begin = std::string::npos;
    while (from > 0 && begin == std::string::npos) {
        const std::uint64_t size = std::min(chunk, from);
        from -= size;
        std::string piece(static_cast<std::size_t>(size), '\0');
        if (::pread(m_file, piece.data(), piece.size(), static_cast<off_t>(from)) !=
            static_cast<ssize_t>(piece.size()))
            return failed("write_failed", "cannot be read");
        tail.insert(0, piece);
        end = tail.rfind('\n');
        begin = end == std::string::npos || end == 0 ? std::string::npos : tail.rfind('\n', end - 1);
    }
    if (end == std::string::npos) {
        m_size = 0;
    } else {
        const std::size_t start = begin == std::string::npos ? 0 : begin + 1;
        m_lastSeq = seqOf(std::string_view(tail).substr(start, end - start));
        m_size = from + end + 1;
    }
    if (::ftruncate(m_file, static_cast<off_t>(m_size)) != 0)
        return failed("write_failed", "cannot be cut to its last whole line");
    return {};
}

Result<void> SessionWriter::append(std::string_view lines)
{
    const std::uint64_t before = m_size;
    m_isDirty = true;
    while (!lines.empty()) {
        const ssize_t written = ::write(m_file, lines.data(), lines.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            auto error = failed("write_failed", "cannot be written");
            if (::ftruncate(m_file, static_cast<off_t>(before)) == 0)
                m_size = before;
            return error;
        }
        m_size += static_cast<std::uint64_t>(written);
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> SessionWriter::sync()
{
    if (!m_isDirty)
        return {};
    if (::fdatasync(m_file) != 0)
        return failed("write_failed", "cannot be made durable");
    m_isDirty = false;
    return {};
}

tl::unexpected<Error> SessionWriter::failed(const char *code, const std::string &what) const
{
    return failure(code, m_path + " " + what + ": " + std::generic_category().message(errno),
        "Make room on the disk, or choose another place.");
}

} // namespace inspector
